"""The demo's units and officers. Passwords are unusable: the sign-in page of a demo opens accounts by one click."""

from django.contrib.auth.hashers import make_password

from motcua.domain.codes import fold
from motcua.ops.demo.world import provinces, shipped, username
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer, Unit

FIRST_COMMUNE = 101
KINDS = {"committee": "00", "office": "00.01", "agency": "19", "centre": "20"}


def agency(province: str) -> str:
    return f"{province}.{KINDS['agency']}"


def centre(province: str) -> str:
    return f"{province}.{KINDS['centre']}"


def division(province: str, part: str) -> str:
    return f"{agency(province)}.{part}"


def create(province: str) -> None:
    """All units of a province, down to its communes, and the officers of its demo agency."""
    Unit.objects.bulk_create([*_bodies(province), *_divisions(province), *_communes(province)])
    directory.forget()
    Officer.objects.bulk_create(_officers(province))


def communes(province: str) -> dict[str, str]:
    """Unit id by the commune's name; ids are invented, the names are not."""
    kinds: dict[str, list[str]] = shipped("communes")[province]
    named = [f"{kind} {name}" for kind, names in kinds.items() for name in names]
    return {name: f"{province}.{n}" for n, name in enumerate(named, FIRST_COMMUNE)}


def _bodies(province: str) -> list[Unit]:
    world = provinces()[province]
    name, seat = world["name"], f"{world['centre']}, tỉnh {world['name']}"
    committee = f"{province}.{KINDS['committee']}"
    rows = (
        ("committee", f"UBND tỉnh {name}", "UBND", None),
        ("office", f"Văn phòng UBND tỉnh {name}", "VP", committee),
        ("agency", "Sở Khoa học và Công nghệ", "SKHCN", committee),
        ("centre", f"Trung tâm Phục vụ hành chính công tỉnh {name}", "TTPVHCC", committee),
    )
    return [
        Unit(
            id=f"{province}.{KINDS[kind]}",
            province=province,
            kind=kind,
            name=title,
            symbol=symbol,
            parent_id=parent,
            address=seat,
            phone=f"0900 000 {number:03}",
        )
        for number, (kind, title, symbol, parent) in enumerate(rows, 10)
    ]


def _divisions(province: str) -> list[Unit]:
    return [
        Unit(
            id=division(province, row["id"]),
            province=province,
            kind="division",
            name=row["name"],
            parent_id=agency(province),
            aliases=[fold(alias) for alias in row["aliases"]],
        )
        for row in shipped("world")["divisions"]
    ]


def _communes(province: str) -> list[Unit]:
    return [
        Unit(
            id=pk,
            province=province,
            kind="commune",
            name=f"Trung tâm Phục vụ hành chính công {name[0].lower()}{name[1:]}",
            address=f"{name}, tỉnh {provinces()[province]['name']}",
        )
        for name, pk in communes(province).items()
    ]


def _officers(province: str) -> list[Officer]:
    world, ids = provinces()[province], communes(province)
    local = {part: ids[name] for part, name in world["communes"].items()}
    return [
        Officer(
            username=username(province, part),
            password=make_password(None),
            province=province,
            name=name,
            title=title,
            role=role,
            unit_id=local.get(unit, f"{province}.{unit}"),
            agency=agency(province) if unit.startswith(KINDS["agency"]) else _above(province, unit),
            counter=counter,
        )
        for part, name, role, unit, title, counter in world["officers"]
    ]


def _above(province: str, unit: str) -> str:
    return f"{province}.{KINDS['committee']}" if unit.startswith(KINDS["committee"]) else ""
