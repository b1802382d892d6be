"""What people say and what decisions write. A phrase is folded; the words it stands for are searched in its place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Synonym:
    """`said` is a folded phrase, `means` the words to search, `shown` what the page says it has understood."""

    said: str
    means: str
    shown: str


SYNONYMS = (
    Synonym("chup x quang", "x quang", "chụp X-quang"),
    Synonym("chup xquang", "x quang", "chụp X-quang"),
    Synonym("may x quang", "thiet bi x quang", "thiết bị X-quang"),
    Synonym("may xquang", "thiet bi x quang", "thiết bị X-quang"),
    Synonym("chieu chup", "x quang", "chụp X-quang"),
    Synonym("buu dien", "buu chinh", "bưu chính"),
    Synonym("phong xa", "buc xa", "bức xạ"),
    Synonym("bang sang che", "sang che", "sáng chế"),
    Synonym("nguoi ngoai", "nguoi nuoc ngoai", "người nước ngoài"),
    Synonym("hop quy chuan", "hop quy", "hợp quy"),
    Synonym("nhap hang", "nhap khau", "nhập khẩu"),
)


def synonym(folded: str) -> tuple[str, Synonym | None]:
    """The folded query with its first known phrase replaced, and which one that was."""
    spaced = f" {folded} "
    for known in SYNONYMS:
        if f" {known.said} " in spaced:
            return spaced.replace(f" {known.said} ", f" {known.means} ").strip(), known
    return folded, None
