"""What the home remembers about its database: which data is in use, on which port, and the password."""

import contextlib
import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import quote

from motcua.ops.postgres.cluster import BASE, ROLE
from motcua.ops.postgres.process import socket_fits
from motcua.ops.progress import Trouble


@dataclass(frozen=True)
class Record:
    """`port` is None where the server is reached by its socket, which lies in the data folder; `kept` when it is to
    run on though nobody uses it."""

    major: int
    port: int | None = None
    kept: bool = False

    def data(self, home: Path) -> Path:
        return home / f"postgres-{self.major}"

    def dsn(self, home: Path, password: str) -> str:
        if self.port is not None:
            return f"postgresql://{ROLE}:{password}@127.0.0.1:{self.port}/{BASE}"
        return f"postgresql://{ROLE}:{password}@/{BASE}?host={quote(str(self.data(home)), safe='')}&port=5432"

    def save(self, home: Path) -> None:
        draft = home / "postgres.json.new"
        draft.write_text(json.dumps(asdict(self)), encoding="utf-8")
        draft.replace(home / "postgres.json")

    def on_a_port(self, home: Path, fresh: bool = False) -> "Record":
        """By socket where its path fits, else on the remembered port; `fresh` when that one is taken."""
        if socket_fits(self.data(home)):
            return replace(self, port=None)
        return self if self.port and not fresh else replace(self, port=free_port())


def read(home: Path) -> Record | None:
    """The record; a lost one is found again from the only data folder there is."""
    try:
        return Record(**json.loads((home / "postgres.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        pass
    except (ValueError, TypeError) as error:
        raise Trouble(
            f"Không đọc được {home}/postgres.json. Hãy xóa tệp này rồi chạy lại; dữ liệu ở chỗ khác."
        ) from error
    majors = sorted(int(path.name.removeprefix("postgres-")) for path in home.glob("postgres-[0-9][0-9]"))
    if len(majors) > 1:
        raise Trouble(
            f"{home} có dữ liệu của nhiều bản PostgreSQL ({', '.join(map(str, majors))}) và không rõ dùng bản nào; "
            "không có gì bị mở. Hãy chuyển những thư mục không dùng đi chỗ khác rồi chạy lại."
        )
    return Record(majors[0]) if majors else None


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def password(home: Path) -> str | None:
    with contextlib.suppress(FileNotFoundError):
        return (home / "postgres.password").read_text(encoding="ascii").strip() or None
    return None


def save_password(home: Path, text: str) -> None:
    """For us alone, from the first byte on."""
    draft = home / "postgres.password.new"
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(text)
    draft.replace(home / "postgres.password")


def new_password() -> str:
    return secrets.token_urlsafe(24)
