"""Times that do not add up and times without a unit (sum-mismatch, unit-unstated)."""

from collections.abc import Iterator
from decimal import Decimal

from motcua.gazette.draft import Draft
from motcua.gazette.values import Finding, Process, number

_UNITS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ", None: ""}


def find(draft: Draft) -> Iterator[Finding]:
    says_working = any("working_day" in process.units for process in draft.processes)
    for process in draft.processes:
        yield from _sum(process)
        yield from _unit(process, says_working)


def _sum(process: Process) -> Iterator[Finding]:
    if process.total is None or not any(step.duration is not None for step in process.steps):
        return
    total = sum((step.duration for step in process.steps if step.duration is not None), Decimal(0))
    unread = [s for s in process.steps if s.duration is None and not s.untimed]
    # With a step whose time is told in words the sum may only be too large, not too small.
    if total == process.total or (unread and total < process.total):
        return
    shown, unit = number(total), _UNITS[process.unit]
    yield Finding(
        "sum-mismatch",
        f"Các bước cộng lại {_vi(shown)} {unit}, tổng ghi {_vi(number(process.total))} {unit}.",
        process.where,
        {"steps": shown, "total": number(process.total), "unit": process.unit},
    )


def _vi(amount: str | None) -> str:
    return (amount or "").replace(".", ",")


def _unit(process: Process, says_working: bool) -> Iterator[Finding]:
    timed = any(step.duration is not None for step in process.steps) or process.total is not None
    if timed and process.unit is None:
        message = "Thời gian của quy trình không ghi đơn vị (ngày làm việc, ngày hay giờ)."
    elif {"day", "working_day"} <= set(process.units):
        message = "Quy trình ghi lẫn “ngày” và “ngày làm việc”; cần xác định đơn vị."
    elif timed and process.unit == "day" and says_working:
        message = (
            "Quy trình chỉ ghi “ngày” trong khi quy trình khác của văn bản ghi “ngày làm việc”; "
            "được đọc là ngày theo lịch, cần xác nhận."
        )
    else:
        return
    yield Finding("unit-unstated", message, process.where, {"unit": process.unit})
