"""The laws that dossiers are handled under, by the day of reception; a dossier names its own. Open to everyone."""

from datetime import date

from django.http import HttpRequest
from ninja import Router

from motcua.domain.procedures.regimes import LEVELS, REGIMES, LevelNames, Regime, regime_on
from motcua.domain.worktime import VN
from motcua.rooms.api import timed as a
from motcua.rooms.api.doing import answers
from motcua.ui.clock import now

router = Router(tags=["regimes"], by_alias=True)


@router.get("", auth=None, response=answers({200: a.Regimes}, 422), summary="The laws, by the day of reception")
def all_of_them(request: HttpRequest) -> a.Regimes:
    current = regime_on(now().astimezone(VN).date())
    return a.Regimes(
        regimes=[_regime(law, current=law == current) for law in REGIMES], levels=[_names(era) for era in LEVELS]
    )


def _regime(law: Regime, *, current: bool) -> a.Regime:
    return a.Regime(
        id=law.id,
        decree=law.decree,
        forms=law.forms,
        basis=law.basis,
        effective_from=law.effective_from.isoformat(),
        effective_to=_day(law.effective_to),
        current=current,
        reception_minutes=law.reception_minutes,
        apology_minutes=law.apology_minutes,
        extensions=law.extensions,
        payment_pauses=law.payment_pauses,
        payment_basis=law.payment_basis,
        index=law.index,
    )


def _names(era: LevelNames) -> a.LevelNames:
    return a.LevelNames(
        id=era.id,
        basis=era.basis,
        effective_from=era.effective_from.isoformat(),
        effective_to=_day(era.effective_to),
        names=dict(era.names),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
