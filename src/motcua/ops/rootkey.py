"""The key that signs daily roots: the operator's own, or one for demonstrations that says so in its name."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from motcua.ops.home import home
from motcua.ops.progress import Trouble


def key() -> tuple[Ed25519PrivateKey, bool]:
    """The key that signs, and whether it is one for demonstrations only.

    From MOTCUA_ROOT_KEY (a PEM text or the path of one); else a key of this home's own, made once, readable by its
    owner only. Such a key proves nothing to others, and its name says so.
    """
    given = os.environ.get("MOTCUA_ROOT_KEY", "")
    if given:
        return _parsed(given.encode() if "BEGIN" in given else _read(Path(given)), "MOTCUA_ROOT_KEY"), False
    path = home() / "root-key.pem"
    if not path.exists():
        _generate(path)
    return _parsed(_read(path), str(path)), True


def public_pem(signer: Ed25519PrivateKey) -> str:
    return signer.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _generate(path: Path) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(pem)
    try:
        # Two processes at once: the first whole key stays, the other one is thrown away.
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(
            f"Không đọc được khóa ký gốc ở {path} ({error.strerror}); chưa ký gì. Kiểm tra MOTCUA_ROOT_KEY rồi chạy lại."
        ) from error


def _parsed(pem: bytes, place: str) -> Ed25519PrivateKey:
    try:
        signer = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:
        raise Trouble(f"{place} không phải khóa PEM không mật khẩu; chưa ký gì. Kiểm tra lại khóa.") from error
    if not isinstance(signer, Ed25519PrivateKey):
        raise Trouble(f"{place} không phải khóa Ed25519; chưa ký gì. Tạo bằng: openssl genpkey -algorithm ed25519.")
    return signer
