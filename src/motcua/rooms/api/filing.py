"""An application through the API: made, given files, filed; repeated under its key, it is the same one."""

from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.db import IntegrityError, transaction

from motcua.domain.dossiers import Refused
from motcua.domain.procedures import Channel, Role
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.rooms.api.bodies import ApplicationBody, Filing
from motcua.rooms.api.callers import Caller, scoped
from motcua.rooms.api.problems import Failed
from motcua.usecases import applying
from motcua.usecases.errors import KeyReused, Unknown
from motcua.usecases.execute import Outcome


def made(body: ApplicationBody, who: Caller, key: str, at: datetime, *, at_path: str) -> Application:
    """The application of this body; under a key that was used, the one that was made then."""
    pk = uuid5(NAMESPACE_URL, f"{at_path}:{who.id}:{key}") if key else uuid4()
    if key and (earlier := drafts.application(pk)):
        return _same(earlier, body)
    try:
        # Both or neither: whoever waits for this key must find the answers, too.
        with transaction.atomic():
            started = applying.start(offering=body.procedure, owner=who.owner, at=at, pk=pk)
            return applying.save(started, _answers(body), at)
    except Unknown as unknown:
        raise Failed("unknown-procedure") from unknown
    except IntegrityError:
        return _same(Application.objects.get(pk=pk), body)


def opened(pk: UUID, who: Caller, follow_key: str) -> Application:
    """An application that this caller started or whose follow key they hold."""
    found = drafts.application(pk)
    if found is None:
        raise Failed("unknown-application")
    if not drafts.opens(found, owner=who.owner, key=follow_key):
        raise Failed("unknown-application" if who.officer else "follow-key-wrong")
    return found


def may_file(who: Caller, channel: Channel | None) -> Channel:
    """By which channel this caller files. Raises Failed: only reception files for others."""
    if who.officer is None:
        if channel not in (None, Channel.ONLINE):
            raise Failed("online-alone")
        return Channel.ONLINE
    if who.officer.role != Role.RECEPTION.value:
        raise Failed("reception-only")
    return channel or Channel.COUNTER


def file_existing(app: Application, who: Caller, channel: Channel, key: str, at: datetime) -> Outcome:
    """Files an application: the applicant at the province's centre, reception at its own counter."""
    if who.officer is None:
        return applying.submit(app, at, key=scoped(who, key))
    if who.officer.province != app.province:
        raise Failed("other-province")
    assert who.acting is not None, "an officer's token comes with what they stand in for"
    return applying.submit_for(app, who.acting, at, channel=channel, key=scoped(who, key))


def file_new(
    body: Filing, who: Caller, channel: Channel, key: str, at: datetime, *, at_path: str
) -> tuple[Outcome, Application]:
    """Makes and files an application at once; where the rules refuse it, no draft stays behind."""
    app = made(body, who, key, at, at_path=at_path)
    try:
        return file_existing(app, who, channel, key, at), app
    except (Refused, Failed):
        Application.objects.filter(pk=app.pk, filed_at=None).delete()
        raise


def _answers(body: ApplicationBody) -> dict[str, str]:
    return {name: getattr(body, name) for name in applying.PERSONAL} | body.answers


def _same(earlier: Application, body: ApplicationBody) -> Application:
    kept = {name: getattr(earlier, name) for name in applying.PERSONAL} | earlier.data
    if earlier.offering != body.procedure or kept != _answers(body):
        raise KeyReused
    return earlier
