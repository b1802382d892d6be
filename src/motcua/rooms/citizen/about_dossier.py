"""Who filed a dossier for whom, where somebody helped, where it was received, who decides; and its fields apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.domain.dossiers import standing
from motcua.domain.dossiers.words import said
from motcua.records.directory import queries as directory
from motcua.rooms.citizen.reckoning import lang
from motcua.usecases import representing
from motcua.usecases.looking import View


@dataclass(frozen=True, slots=True)
class Fact:
    """`vietnamese` marks names as they were published or typed, `code` that of another dossier."""

    label: str
    value: str
    vietnamese: bool = True
    code: bool = False


def fields(view: View) -> list[Fact]:
    """Business, money and delivery, which are never one. Money is the applicant's to know."""
    now = standing(view.head)
    told = [Fact(_("Trạng thái"), said(now.business, lang()), vietnamese=False)]
    if view.private:
        told.append(Fact(_("Phí, lệ phí"), said(now.money, lang()), vietnamese=False))
    return [*told, Fact(_("Trả kết quả"), said(now.delivery, lang()), vietnamese=False)]


def parties(view: View) -> list[Fact]:
    """The owner and the filer for the applicant alone; where it lies, for everybody."""
    head, app = view.head, view.application
    told = []
    if app is not None:
        filer = representing.filer(app)
        told.append(Fact(_("Chủ hồ sơ"), app.name))
        told.append(Fact(_("Người nộp"), f"{filer.name}, {filer.capacity}" if filer else app.name))
        told.append(Fact(_("Nối tiếp hồ sơ"), str(app.data.get("follows", "")), vietnamese=False, code=True))
    told += [
        Fact(_("Có cán bộ giúp nộp tại"), directory.unit_name(head.helped_at) if head.helped_at else ""),
        Fact(_("Nơi tiếp nhận"), directory.unit_name(head.receiver)),
        Fact(_("Cơ quan có thẩm quyền"), directory.unit_name(head.agency)),
    ]
    return [fact for fact in told if fact.value]
