"""Parts of addresses: a province by its slug, so that an unknown one is simply no page."""

from motcua.domain.codes import MERGED_INTO, province_by_slug, province_slug


class Province:
    """`cao-bang` ↔ `H14`. Provinces merged away in 2025 have no portal."""

    regex = "[a-z]+(?:-[a-z]+)*"

    def to_python(self, value: str) -> str:
        code = province_by_slug(value)
        if code is None or code in MERGED_INTO:
            raise ValueError(value)
        return code

    def to_url(self, value: str) -> str:
        return province_slug(value)
