"""Filing: an application becomes a dossier with a code, once, whatever is pressed twice or lost on the way."""

from datetime import datetime
from uuid import UUID

from motcua.domain.dossiers import Actor, Facts, File, Refused, decide
from motcua.domain.procedures import Channel
from motcua.records import store
from motcua.records.catalogue import queries as catalogue
from motcua.usecases.errors import KeyReused, Unknown
from motcua.usecases.execute import Outcome, fingerprint, recorded, with_number
from motcua.usecases.facts import calendar, local_day


def file(
    *,
    province: str,
    application: UUID,
    offering: str,
    receiver: str,
    channel: Channel,
    by: Actor,
    at: datetime,
    helper: str | None = None,
    helped_at: str | None = None,
    through: str | None = None,
    subject: str = "person",
    key: str | None = None,
) -> Outcome:
    """Files the application at the receiving unit and gives the code. Starts the 8-hour reception clock.

    Who helped and where, and through whom somebody else files, are facts of their own (domain.md §1.1).

    The same application again answers with the dossier it became. Raises Refused, Unknown (offering), KeyReused.
    """
    known = catalogue.offering(offering)
    if known is None:
        raise Unknown(offering)
    series = f"{receiver}-{local_day(at)}"
    command = File(
        id=str(application),
        code=f"{series}-{store.TOKEN}",
        receiver=receiver,
        channel=channel,
        helper=helper,
        helped_at=helped_at,
        through=through,
        subject=subject,
        by=by,
        at=at,
    )
    decision = decide(None, command, Facts(calendar(province), known))
    if isinstance(decision, Refused):
        raise decision
    records, head = recorded(None, decision, command)
    mark = fingerprint(head.id, command) if key else ""
    try:
        saved = store.commit(head, records, before=None, number=store.Number(series, 4), key=key, fingerprint=mark)
    except store.Duplicate as clash:
        return _earlier(province, application, key, mark, clash)
    return Outcome(with_number(head, saved))


def _earlier(province: str, application: UUID, key: str | None, mark: str, clash: store.Duplicate) -> Outcome:
    """The dossier that this application or key already led to."""
    kept, answered = store.read(province, application, key)
    if answered and answered.fingerprint != mark:
        raise KeyReused from clash
    if kept is None:
        raise clash
    return Outcome(kept.head, repeated=True)
