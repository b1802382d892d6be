"""Finds or starts the server of a home, and stops what was started."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from motcua.ops.postgres import process, record, users
from motcua.ops.postgres.account import Account, account_for
from motcua.ops.postgres.binaries import OLDEST, Binaries, candidates, runnable
from motcua.ops.postgres.starting import Start
from motcua.ops.progress import Progress, Trouble
from motcua.ops.turns import turn


def never() -> bool:
    return False


@dataclass
class Server:
    """A server that answers. `started` tells whether this call started it."""

    dsn: str
    version: int
    source: Literal["env", "system", "wheel"]
    started: bool
    home: Path | None = field(default=None, repr=False)
    held: int | None = field(default=None, repr=False)

    def stop(self, hurry: Callable[[], bool] = never, progress: Progress | None = None) -> None:
        """We need it no more: it stops unless somebody else uses it, it is kept, or it was given by DATABASE_URL."""
        held, self.held = self.held, None
        if self.home is not None and held is not None:
            users.leave(self.home, held, hurry, progress or Progress())


@dataclass(frozen=True)
class Status:
    """What `motcua db status` says; `pid` is None while nothing runs."""

    data: Path
    version: int
    pid: int | None
    dsn: str | None
    kept: bool


def ensure(home: Path, *, durable: bool = True, keep: bool = False, progress: Progress | None = None) -> Server:
    """A server with a database `motcua`, on the data of last time, for as long as this process lives.

    Raises Trouble with what to do next. `keep`: it runs on when nobody uses it. `durable=False`: for tests, nothing is
    synced to disk.
    """
    if url := os.environ.get("DATABASE_URL"):
        return _given(url)
    try:
        return _in_home(home.absolute(), durable, keep, progress or Progress())
    except PermissionError as error:
        raise Trouble(
            f"Không được phép dùng {error.filename}; không có gì bị thay đổi. "
            "Hãy chạy bằng tài khoản đã tạo thư mục này, hoặc đặt MOTCUA_HOME sang một thư mục của bạn."
        ) from error


def _in_home(home: Path, durable: bool, keep: bool, progress: Progress) -> Server:
    (home / "log").mkdir(parents=True, exist_ok=True)
    with turn(home / "postgres.lock", "Chờ một lần khởi động khác xong", progress):
        with progress.step("Chờ PostgreSQL dừng xong") as tick:
            held = users.hold(home, tick)
        try:
            known = record.read(home)
            account = account_for(known.data(home) if known else None)
            binaries = _choose(home, known, account, progress)
            known = known or record.Record(binaries.version)
            start = Start(home, account, binaries, known, durable, keep, progress)
            return Server(start.run(), binaries.version, binaries.source, start.process is not None, home, held)
        except BaseException:
            users.leave(home, held, never, progress)
            raise


def stop(home: Path, hurry: Callable[[], bool] = never, progress: Progress | None = None) -> bool:
    """Stops the home's server, whoever uses or keeps it; False when none was running."""
    known, cluster = record.read(home), users.cluster_of(home)
    if known is None or cluster is None:
        return False
    replace(known, kept=False).save(home)
    running = process.alive(cluster)
    process.stop(cluster, progress or Progress(), hurry)
    return running


def status(home: Path) -> Status | None:
    """None while the home has no database."""
    known, cluster = record.read(home), users.cluster_of(home)
    if known is None or cluster is None:
        return None
    running = process.alive(cluster)
    secret = record.password(home)
    dsn = known.dsn(home.absolute(), secret) if running and secret else None
    return Status(cluster.data, known.major, process.postmaster(cluster) if running else None, dsn, known.kept)


def _given(url: str) -> Server:
    import psycopg  # a tenth of a second that the guard and the help do without

    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version // 10000
    except psycopg.Error as error:
        raise Trouble(
            f"Không nối được tới DATABASE_URL: {error}. Hãy sửa biến này, hoặc bỏ nó để dùng bản kèm theo."
        ) from error
    if version < OLDEST:
        raise Trouble(f"DATABASE_URL là PostgreSQL {version}; cần từ {OLDEST} trở lên. Không có gì bị thay đổi ở đó.")
    return Server(url, version, "env", started=False)


def _choose(home: Path, known: record.Record | None, account: Account, progress: Progress) -> Binaries:
    """What made the data goes on with it; for new data the first in the order."""
    found = list(candidates(account))
    for binaries in found:
        if known is None or binaries.version == known.major:
            return runnable(binaries, account, home, progress)
    if known is None:
        raise Trouble(
            f"Không tìm thấy PostgreSQL từ bản {OLDEST}. Hãy cài: apt install postgresql; hoặc chạy lại “make demo” để cài "
            "bản kèm theo; hoặc đặt DATABASE_URL."
        )
    raise Trouble(
        f"Dữ liệu ở {known.data(home)} do PostgreSQL {known.major} tạo, mà ở đây chỉ có "
        f"{', '.join(map(str, found)) or 'không bản nào'}. Một bản khác không mở được nó; dữ liệu vẫn nguyên. "
        f"Hãy cài PostgreSQL {known.major} (apt install postgresql-{known.major}) hoặc bỏ biến MOTCUA_POSTGRES rồi chạy "
        "lại; muốn sang bản mới: pg_dump bằng bản cũ, đặt MOTCUA_HOME mới, rồi nạp lại; muốn bắt đầu trống: chỉ đặt "
        "MOTCUA_HOME mới."
    )
