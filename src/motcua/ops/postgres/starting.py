"""One start: the data and its password if there are none, the postmaster, and patience until it answers."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from motcua.ops.children import last_lines
from motcua.ops.postgres import process, record, users
from motcua.ops.postgres.account import Account
from motcua.ops.postgres.binaries import Binaries
from motcua.ops.postgres.cluster import Cluster
from motcua.ops.progress import Progress, Trouble

ATTEMPTS = 5  # starts that end at once before we give up
PAUSE = 0.4  # seconds between two of them: what a kill -9 left needs a moment
ORPHANS = 15.0  # seconds that what is left of a killed server may take to notice
BEAT = 0.03
LOG_LIMIT = 16 * 1024 * 1024


@dataclass
class Start:
    home: Path
    account: Account
    binaries: Binaries
    known: record.Record
    durable: bool
    keep: bool
    progress: Progress
    process: subprocess.Popen[bytes] | None = None
    attempts: int = 0

    def run(self) -> str:
        """The address, once it answers."""
        self.cluster = Cluster(self.known.data(self.home), self.account)
        self.log = self.home / "log/postgres.log"
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.known = self._place()
        secret = self._secret()
        self.known.save(self.home)
        with self.progress.step(f"Khởi động {self.binaries}") as tick:
            self._until_it_answers(secret, tick)
        return self.known.dsn(self.home, secret)

    def _place(self) -> record.Record:
        """A running server stays where and as it is; another may have to move to a free port."""
        if process.alive(self.cluster):
            return replace(self.known, kept=self.known.kept or self.keep)
        return replace(self.known.on_a_port(self.home), kept=self.keep)

    def _secret(self) -> str:
        """The password; makes the data if there is none, and a new password where it was lost."""
        secret = record.password(self.home)
        if secret is not None and self.cluster.exists():
            return secret
        if process.alive(self.cluster):
            raise Trouble(
                f"Máy chủ đang chạy nhưng {self.home}/postgres.password đã mất; dữ liệu vẫn nguyên. "
                "Hãy chạy “motcua db stop” rồi chạy lại: một mật khẩu mới sẽ được đặt."
            )
        secret = secret or record.new_password()
        if self.cluster.exists():
            process.forget_pid(self.cluster)
            self.cluster.set_password(self.binaries, secret)
        else:
            with self.progress.step(f"Tạo cơ sở dữ liệu bằng {self.binaries}"):
                self.cluster.create(self.binaries, secret, self.durable)
        record.save_password(self.home, secret)
        return secret

    def _until_it_answers(self, secret: str, tick: Callable[[], None]) -> None:
        since = time.monotonic()
        while not self._answers(secret):
            if self.process is not None and self.process.poll() is not None:
                self._learn_from_failure()
            if self.process is None:
                self._spawn()
            if self.process is None and time.monotonic() - since > ORPHANS:
                self._clear(since)
            tick()
            time.sleep(BEAT)

    def _spawn(self) -> None:
        self.process = process.spawn(self.cluster, self.binaries, self.known.port, self.log, self.durable)
        if self.process is not None and not self.keep and not self.attempts:
            users.set_guard(self.home, self.log)

    def _answers(self, secret: str) -> bool:
        if not process.ready(self.cluster) or not process.alive(self.cluster):
            return False
        import psycopg  # as above

        try:
            psycopg.connect(self.known.dsn(self.home, secret), connect_timeout=5).close()
        except psycopg.OperationalError as error:
            if "authentication failed" in str(error):
                raise Trouble(
                    f"Mật khẩu trong {self.home}/postgres.password không đúng; dữ liệu vẫn nguyên. "
                    "Hãy chạy “motcua db stop”, xóa tệp đó rồi chạy lại: một mật khẩu mới sẽ được đặt."
                ) from error
            return False
        return True

    def _learn_from_failure(self) -> None:
        words = last_lines(self.log)
        self.process = None
        self.attempts += 1
        if self.attempts >= ATTEMPTS:
            raise Trouble(f"{self.binaries} không khởi động được; dữ liệu ở {self.cluster.data} vẫn nguyên.\n{words}")
        if self.known.port is not None and "could not bind" in words:
            self.known = self.known.on_a_port(self.home, fresh=True)
            self.known.save(self.home)
        time.sleep(PAUSE)

    def _clear(self, since: float) -> None:
        if time.monotonic() - since > 4 * ORPHANS:
            raise Trouble(
                f"Một máy chủ khác đang giữ {self.cluster.data} nhưng không trả lời; dữ liệu vẫn nguyên. "
                "Hãy chạy “motcua db stop” rồi chạy lại."
            )
        if not process.has_postmaster(self.cluster):
            process.clear_orphans(self.cluster)
