"""The invented world as it is shipped: read once, checked by its tests, never from the database."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Account(NamedTuple):
    """A demo account: opened with one click, since its password is unusable."""

    username: str
    name: str
    role: str
    province: str


@cache
def shipped(name: str) -> Any:
    """The content of `data/<name>.json`."""
    return json.loads(files(__package__).joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


def provinces() -> dict[str, dict[str, Any]]:
    """By code: slug, name, officers and how many dossiers of 400 lie there."""
    found: dict[str, dict[str, Any]] = shipped("world")["provinces"]
    return found


def username(province: str, part: str) -> str:
    return f"{provinces()[province]['slug']}.{part}"


def accounts() -> tuple[Account, ...]:
    """One account a post that the demo shows: whoever has a number behind the name is only there to share the work."""
    return tuple(
        Account(username(code, part), name, _post(province, unit, title, counter), province["name"])
        for code, province in provinces().items()
        for part, name, _, unit, title, counter in province["officers"]
        if not part[-1].isdigit()
    )


def _post(province: dict[str, Any], unit: str, title: str, counter: str) -> str:
    """ "Chuyên viên tiêu chuẩn, đo lường" or "Công chức tiếp nhận, Quầy 02, Phường Thục Phán"."""
    short = {f"19.{row['id']}": row.get("short", "") for row in shipped("world")["divisions"]}
    worded = f"{title} {short.get(unit, '')}".strip()
    return ", ".join(filter(None, (worded, counter, province["communes"].get(unit, ""))))
