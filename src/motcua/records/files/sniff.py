"""What a file is by its first bytes; the name it came with is never trusted."""

SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypheim")


class BadFile(ValueError):
    """A file that is not taken; the message is for the person who sent it."""


def sniff(head: bytes) -> str:
    """The media type of a PDF, JPG or PNG from its first 16 bytes. Raises BadFile for anything else."""
    for signature, mime in SIGNATURES:
        if head.startswith(signature):
            return mime
    if head[4:12] in HEIC:
        raise BadFile("Không nhận được tệp HEIC. Chụp lại ở định dạng JPG.")
    raise BadFile("Chỉ nhận tệp PDF, JPG hoặc PNG. Lưu lại ở một trong ba dạng này rồi gửi lại.")
