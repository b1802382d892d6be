"""The facts of a dossier beside its files: times, places, and what the applicant typed."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.domain.procedures import Channel, StepKind
from motcua.records.catalogue.questions import questions
from motcua.records.directory import queries as directory
from motcua.usecases import representing
from motcua.usecases.looking import View

WAYS = {"online": "Trực tuyến", "counter": "Tại quầy", "post": "Qua bưu chính công ích"}


def facts(view: View) -> list[tuple[str, Any, str]]:
    """(label, value, kind): "text", "due"; only what is known stands in the list."""
    head = view.head
    received = [h for h in head.holders if h.kind is StepKind.RECEPTION and h.order == 1]
    lines = [
        (_("Nộp"), head.filed_at, "due"),
        (_("Được giúp nộp tại"), _helped(view), "text"),
        (_("Dấu bưu chính"), _postmark(view), "text"),
        (_("Tiếp nhận"), head.received_at, "due"),
        (_("Nơi tiếp nhận"), _place(view, received), "text"),
        (_("Thẩm quyền"), directory.unit_name(head.agency), "text"),
        (_("Số kết quả"), head.result.number if head.result else "", "text"),
        *_personal(view),
    ]
    return [line for line in lines if line[1]]


def _personal(view: View) -> list[tuple[str, Any, str]]:
    """What the applicant typed; nothing once it has been erased."""
    app = view.application
    if app is None:
        return []
    filer = representing.filer(app)
    return [
        (_("Trả kết quả"), _(WAYS.get(app.return_way, app.return_way)), "text"),
        (_("Chủ hồ sơ"), app.name if filer else "", "text"),
        (_("Người nộp"), f"{filer.name}, {filer.capacity}" if filer else "", "text"),
        (_("Nối tiếp hồ sơ"), str(app.data.get("follows", "")), "text"),
        (_("Địa chỉ"), app.address, "text"),
        (_("Điện thoại"), app.phone, "text"),
        (_("Thư điện tử"), app.email, "text"),
        *((_(q.label), _answer(app.data.get(q.key), q.unit), "text") for q in questions(view.offering.name).questions),
    ]


def _helped(view: View) -> str:
    """Where somebody helped to file online, and who; what is filed at a counter was typed there anyway."""
    head = view.head
    if not head.helped_at or head.channel is not Channel.ONLINE:
        return ""
    return ", ".join(
        part for part in (view.names.get(head.helper or "", ""), directory.unit_name(head.helped_at)) if part
    )


def _postmark(view: View) -> str:
    posted = view.head.channel is Channel.POST and view.application is not None
    return str(view.application.data.get("postmark", "")) if posted and view.application else ""


def _answer(value: Any, unit: str) -> str:
    """An answer of the form with its unit; files are listed elsewhere."""
    return f"{value} {unit}".strip() if value and isinstance(value, str) else ""


def _place(view: View, received: list[Any]) -> str:
    who = view.names.get(received[0].person, "") if received else ""
    return ", ".join(part for part in (who, directory.unit_name(view.head.receiver)) if part)


def masked(number: str) -> str:
    """The last four digits are enough to tell two people apart at a counter."""
    return "•" * max(0, len(number) - 4) + number[-4:] if len(number) > 4 else "•" * len(number)
