"""The matters of a dossier beside its steps, as the API shows them: officers read all, the applicant what is theirs."""

from collections.abc import Mapping
from typing import Any

from motcua.domain.dossiers import Dossier, Obligation, Opinion, standing
from motcua.domain.dossiers.words import said
from motcua.records.directory import queries as directory
from motcua.rooms.api import answers as a
from motcua.rooms.api import matters as m
from motcua.rooms.api.viewers import Viewer

Names = Mapping[str, str]


def stands(head: Dossier) -> m.Standing:
    now = standing(head)
    return m.Standing(
        business=now.business,
        business_words=said(now.business),
        money=now.money,
        money_words=said(now.money),
        delivery=now.delivery,
        delivery_words=said(now.delivery),
        national=now.national,
        sync="not_connected",
    )


def matters(head: Dossier, viewer: Viewer, names: Names) -> dict[str, Any]:
    """The fields of `answers.Dossier` about them."""
    private, officer = viewer != "public", viewer == "officer"
    return {
        "helped_at": head.helped_at or "",
        "helped_at_name": directory.unit_name(head.helped_at) if head.helped_at else "",
        "through": (head.through or "") if private else "",
        "subject": head.subject if private else "",
        "extension": _extension(head, private=private),
        "proposal": _proposal(head, names) if officer else None,
        "opinions": [_opinion(one, names) for one in head.opinions] if officer else [],
        "withdrawal": _withdrawal(head, private=private),
        "obligations": [_obligation(one) for one in head.obligations] if private else [],
        "tracking": head.tracking if private else "",
        "correction": _correction(head) if private else None,
        "told": [m.Told(kind=one.kind, words=said(one.kind), due=one.due) for one in head.told] if officer else [],
    }


def pauses(head: Dossier, viewer: Viewer) -> list[a.Pause]:
    """Supplement requests and the payments that the clock waited for, in order."""
    waited = [
        a.Pause(
            why="payment",
            start=owed.at,
            end=owed.ended_at,
            stage="processing",
            basis=owed.basis,
            respond_by=None,
            wanted=[],
        )
        for owed in head.obligations
        if owed.pauses
    ]
    return sorted([*(_halt(halt, viewer) for halt in head.halts), *waited], key=lambda pause: pause.start)


def _halt(halt: Any, viewer: Viewer) -> a.Pause:
    return a.Pause(
        why="supplement",
        start=halt.start,
        end=halt.end,
        stage=halt.stage,
        basis=halt.basis,
        respond_by=halt.respond_by,
        wanted=_lacks(halt.wanted) if viewer != "public" else [],
    )


def _lacks(wanted: Any) -> list[m.Lack]:
    return [m.Lack(what=one.what, reason=one.reason) for one in wanted]


def _extension(head: Dossier, *, private: bool) -> m.Extension | None:
    given = head.extension
    if given is None:
        return None
    return m.Extension(
        at=given.at,
        extra=f"{given.extra:f}",
        reason=given.reason if private else "",
        basis=given.basis,
        due_before=given.due_before,
    )


def _proposal(head: Dossier, names: Names) -> m.Proposal | None:
    asked = head.proposal
    if asked is None:
        return None
    return m.Proposal(
        at=asked.at,
        officer=names.get(asked.by, ""),
        wanted=_lacks(asked.wanted),
        basis=asked.basis,
        stage=asked.stage,
        respond_by=asked.respond_by,
    )


def _opinion(one: Opinion, names: Names) -> m.Opinion:
    return m.Opinion(
        no=one.no,
        unit=one.unit,
        unit_name=directory.unit_name(one.unit),
        agency=one.agency,
        question=one.question,
        asked_at=one.asked_at,
        asked_by=names.get(one.asked_by, ""),
        due=one.due,
        answered_at=one.answered_at,
        answered_by=names.get(one.answered_by, ""),
        answer=one.answer,
        files=list(one.files),
    )


def _withdrawal(head: Dossier, *, private: bool) -> m.Withdrawal | None:
    asked = head.withdrawal
    return m.Withdrawal(asked_at=asked.asked_at, reason=asked.reason if private else "") if asked else None


def _obligation(owed: Obligation) -> m.Obligation:
    return m.Obligation(
        no=owed.no,
        items=[m.FeeItem(name=i.name, kind=i.kind, amount=i.amount, basis=i.basis) for i in owed.items],
        amount=owed.amount,
        when=owed.when,
        basis=owed.basis,
        at=owed.at,
        pauses=owed.pauses,
        state=owed.state,
        ended_at=owed.ended_at,
        way=owed.way,
        receipt=owed.receipt,
    )


def _correction(head: Dossier) -> m.Correction | None:
    ordered = head.correction
    if ordered is None:
        return None
    return m.Correction(at=ordered.at, kind=ordered.kind, reason=ordered.reason, basis=ordered.basis)
