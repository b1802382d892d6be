"""Publishes the shipped readings of the five source documents, with the layer of assumptions kept apart from them."""

import json
import re
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from typing import Any

from motcua.domain.codes import fold
from motcua.ops.demo import directory
from motcua.ops.demo.world import shipped
from motcua.usecases.publish import Issue, Published, Supplement, procedure_key, publish

# What each document says once for all its rows: how it is cited, since when, and the rules of its body.
ISSUES: dict[str, Issue] = {
    "cao-bang-858-2025": Issue(
        id="858-2025",
        province="H14",
        agency="H14.19",
        words="Quyết định 858/QĐ-UBND ngày 26/6/2025 của UBND tỉnh Cao Bằng",
        effective_from=date(2025, 6, 26),
    ),
    "cao-bang-phu-luc-2-2026": Issue(
        id="pl2-2026",
        province="H14",
        agency="H14.19",
        words="Phụ lục II kèm theo Quyết định của UBND tỉnh Cao Bằng, tháng 3/2026 (văn bản để trống số và ngày)",
    ),
    "lang-son-2024": Issue(
        id="tb-2024",
        province="H37",
        agency="H37.19",
        words="Thông báo của Sở Khoa học và Công nghệ tỉnh Lạng Sơn, tháng 4/2024 (văn bản để trống số và ngày)",
        online_only="Kế hoạch 179/KH-UBND ngày 11/8/2022",
        route_urls={"2.001259": "http://motcuabkhn.most.gov.vn"},
    ),
    "ha-tinh-2023": Issue(
        id="cv-2023",
        province="H27",
        agency="H27.19",
        words="Công văn của Sở Khoa học và Công nghệ tỉnh Hà Tĩnh, năm 2023 (văn bản không có số và ngày)",
    ),
    "quang-tri-2021": Issue(
        id="kh08-2021",
        province="H50",
        agency="H50.19",
        words="Kế hoạch 08/SKHCN-VP ngày 20/01/2021 của Sở Khoa học và Công nghệ tỉnh Quảng Trị",
    ),
}


def read(name: str) -> dict[str, Any]:
    """A shipped file of the catalogue: a reading, or "assumptions"."""
    text = files("motcua.records.catalogue").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def create(province: str) -> list[Published]:
    """Publishes what is shipped of this province; its units must exist. Again it changes nothing."""
    return [publish_one(name) for name, issue in ISSUES.items() if issue.province == province]


def publish_one(name: str) -> Published:
    reading = read(name)
    return publish(reading, ISSUES[name], supplement(name, reading))


def supplement(name: str, reading: dict[str, Any]) -> Supplement:
    """The assumptions that concern this document."""
    assumed, province = read("assumptions"), ISSUES[name].province
    own = assumed["documents"].get(name, {})
    handles: dict[str, str] = shipped("world")["handles"]
    families = dict(_families(_procedures(reading), assumed["families"]))
    return Supplement(
        levels=own.get("levels", {}),
        fields=own.get("fields", {}),
        details={key: _details(family) for key, family in families.items()},
        fees={key: _fees(family, assumed) for key, family in families.items() if family.get("fees")},
        effective_from=date.fromisoformat(own["effective_from"]) if "effective_from" in own else None,
        default_process=assumed["default_process"],
        allowances=assumed["allowances"],
        divisions={field: directory.division(province, part) for field, part in handles.items()},
    )


def _procedures(reading: dict[str, Any]) -> Iterable[dict[str, Any]]:
    yield from reading["offerings"]
    for process in reading["processes"]:
        yield from process["procedures"]


def _families(
    procedures: Iterable[dict[str, Any]], families: list[dict[str, Any]]
) -> Iterable[tuple[str, dict[str, Any]]]:
    """Each procedure's key, with the first family whose words its name has."""
    for procedure in procedures:
        folded = fold(procedure["name"])
        family = next(f for f in families if re.search(f["words"], folded))
        yield procedure_key(procedure.get("code"), procedure["name"]), family


def _details(family: dict[str, Any]) -> dict[str, Any]:
    documents = [{"key": key, "name": name, "kind": kind} for key, name, kind in family["documents"]]
    return {"documents": documents, "result": family["result"]}


def _fees(family: dict[str, Any], assumed: dict[str, Any]) -> list[dict[str, Any]]:
    """The schedule that the family names; a row without a basis of its own rests on the demo's."""
    return [{"basis": assumed["basis"], **row} for row in assumed["schedules"][family["fees"]]]
