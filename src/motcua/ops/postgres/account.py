"""Whose processes the server's are: our own, or, as root, those of an account without power (PostgreSQL refuses root)."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.ops.progress import Trouble

# The caller's PG* variables and locale would change what initdb makes and where it makes it.
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int

    @property
    def foreign(self) -> bool:
        return self.uid != os.geteuid()

    def process(self) -> dict[str, Any]:
        """Arguments of subprocess that run a program as this account, with nothing of ours but what is passed."""
        switch = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.foreign else {}
        return {"cwd": "/", "env": ENVIRONMENT, "umask": 0o077, **switch}

    def reaches(self, path: Path) -> bool:
        """Asked of the kernel, as the account itself: folders above may be closed in more ways than by their mode."""
        if not self.foreign:
            return True
        test = ["test", "-r", str(path), "-a", "-x", str(path)]
        return subprocess.run(test, check=False, **self.process()).returncode == 0


def account_for(data: Path | None) -> Account:
    """The owner of the data; for new data ourselves, and for root `postgres` or else `nobody`."""
    if data is None or not data.exists():
        return Account(os.geteuid(), os.getegid()) if os.geteuid() else _powerless()
    owner = data.stat()
    if os.geteuid() not in (0, owner.st_uid):
        raise Trouble(
            f"Dữ liệu ở {data} thuộc một tài khoản khác ({_name(owner.st_uid)}), nên chưa mở; không có gì bị thay đổi. "
            "Hãy chạy lại bằng tài khoản đã tạo nó, hoặc đặt MOTCUA_HOME sang một thư mục của bạn."
        )
    if owner.st_uid == 0:
        raise Trouble(
            f"Dữ liệu ở {data} thuộc root, mà PostgreSQL không chạy dưới quyền root; không có gì bị thay đổi. "
            f"Hãy chạy: chown -R {_name(_powerless().uid)} {data}"
        )
    return Account(owner.st_uid, owner.st_gid)


def _powerless() -> Account:
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise Trouble(
        "PostgreSQL không chạy dưới quyền root, mà máy này không có tài khoản postgres hay nobody. "
        "Hãy chạy lại bằng một tài khoản thường, hoặc đặt DATABASE_URL."
    )


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid {uid}"
