"""One data folder: made whole or not at all (under another name, then renamed), by and for the server's account."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from motcua.ops.postgres.account import Account
from motcua.ops.postgres.binaries import Binaries
from motcua.ops.progress import Trouble

ROLE = "motcua"
BASE = "motcua"

# C.UTF-8 everywhere: the same order and the same letters on every machine and version; no ICU, which the wheel lacks.
LOCALE = ("--encoding=UTF8", "--locale=C.UTF-8", "--lc-collate=C", "--lc-messages=C")
BUILTIN = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8")  # known from 17 on

# For a machine with two cores that serves pages too. An operator may change them where they end up: postgresql.conf.
SETTINGS = """
# Motcua
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 8MB
maintenance_work_mem = 64MB
max_connections = 100
wal_compression = on
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
"""
HBA = """# Motcua: with the password of the home only
local all all               scram-sha-256
host  all all 127.0.0.1/32  scram-sha-256
"""


@dataclass(frozen=True)
class Cluster:
    data: Path
    account: Account

    def exists(self) -> bool:
        return self.data.exists()

    def create(self, binaries: Binaries, password: str, durable: bool = True) -> None:
        """initdb, settings, role and database as one step; what an earlier attempt left half done is cleared away."""
        half = Cluster(self.data.with_name(f"{self.data.name}.new"), self.account)
        if half.data.exists():
            shutil.rmtree(half.data)
        half.data.mkdir(mode=0o700)
        if self.account.foreign:
            os.chown(half.data, self.account.uid, self.account.gid)
        half._initdb(binaries, durable)
        half.sql(
            binaries,
            f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{password}' IN ROLE pg_monitor, pg_checkpoint",
            f"CREATE DATABASE {BASE} OWNER {ROLE}",
        )
        half.data.rename(self.data)

    def _initdb(self, binaries: Binaries, durable: bool) -> None:
        builtin = BUILTIN if binaries.version >= 17 else ()
        careless = () if durable else ("--no-sync",)
        self._run(binaries, "initdb", "-U", "postgres", "-A", "trust", "-k", *LOCALE, *builtin, *careless)
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as file:
            file.write(SETTINGS)
        (self.data / "pg_hba.conf").write_text(HBA, encoding="utf-8")

    def set_password(self, binaries: Binaries, password: str) -> None:
        self.sql(binaries, f"ALTER ROLE {ROLE} PASSWORD '{password}'")

    def sql(self, binaries: Binaries, *statements: str) -> None:
        """Runs statements as the superuser without a server; none may be running."""
        text = "".join(f"{statement};\n\n" for statement in statements)
        self._run(binaries, "postgres", "--single", "-j", text=text, after=("postgres",))

    def _run(
        self, binaries: Binaries, program: str, *options: str, text: str = "", after: tuple[str, ...] = ()
    ) -> None:
        with self.seen() as (seen, passed):
            done = subprocess.run(
                [binaries.folder / program, *options, "-D", seen, *after],
                input=text,
                capture_output=True,
                text=True,
                check=False,
                pass_fds=passed,
                **self.account.process(),
            )
        if done.returncode or "ERROR:" in done.stderr:
            last = "\n".join((done.stderr or done.stdout).strip().splitlines()[-5:])
            raise Trouble(
                f"{program} của {binaries} không chạy xong ở {self.data}; dữ liệu cũ không bị đụng tới.\n{last}"
            )

    @contextlib.contextmanager
    def seen(self) -> Iterator[tuple[str, list[int]]]:
        """How the server's account names the data folder, and the descriptors that it needs for it.

        Where a folder above is closed to it (a project under /root), it gets the data folder as an open descriptor:
        the data stays in the home, and no folder of the user's is opened to anybody.
        """
        if self.account.reaches(self.data):
            yield str(self.data), []
            return
        descriptor = os.open(self.data, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield f"/proc/self/fd/{descriptor}", [descriptor]
        finally:
            os.close(descriptor)
