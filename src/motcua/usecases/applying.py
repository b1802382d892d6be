"""An application before it is filed: started, typed, given files, left for a while, taken up again. Nothing is lost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from motcua.domain.codes import fold
from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Channel, Role
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.usecases import filing
from motcua.usecases.errors import Unknown
from motcua.usecases.execute import Outcome
from motcua.usecases.representing import SELF, through_of

# Answers that belong to one filing, and slots of files that the administration made or asked for.
OF_THIS_FILING = ("follows", "helped", "postmark", "channel", "confirmed")
MADE = ("paper:", "result", "supplement", "bo-sung")
# Columns of an application that a form may write; every other answer goes into `data`.
PERSONAL = ("kind", "name", "id_number", "submitter", "authority", "address", "phone", "email", "return_way")


class Filed(Exception):
    """The application was filed already and does not change any more; `code` is what it became."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def start(*, offering: str, owner: str, at: datetime, pk: UUID | None = None) -> Application:
    """A new, empty application. Raises Unknown for an offering that does not exist."""
    known = catalogue.offering(offering)
    if known is None:
        raise Unknown(offering)
    return Application.objects.create(
        id=pk or uuid4(), province=known.province, offering=offering, owner=owner, created_at=at, updated_at=at
    )


def save(app: Application, answers: Mapping[str, str], at: datetime) -> Application:
    """Keeps what was typed, valid or not: a draft is never refused. Raises Filed once it is a dossier.

    Only the fields that are given change, so that two steps of the form cannot erase one another.
    """
    for name, value in answers.items():
        if name in PERSONAL:
            limit = Application._meta.get_field(name).max_length
            setattr(app, name, value[:limit])
        else:
            app.data[name] = value
    app.updated_at, app.name_folded = at, fold(app.name)[:300]
    fields = [*PERSONAL, "name_folded", "data", "updated_at"]
    # Filed meanwhile in another window: that one counts, this one changes nothing.
    written = Application.objects.filter(pk=app.pk, filed_at=None).update(**{f: getattr(app, f) for f in fields})
    if not written:
        app.refresh_from_db()
        raise Filed(app.code)
    return app


def submit(app: Application, at: datetime, *, channel: Channel = Channel.ONLINE, key: str | None = None) -> Outcome:
    """The applicant files at the province's centre. A second click answers with the same dossier."""
    by = Actor(str(app.pk), Role.APPLICANT, "")
    return _filed(
        app,
        receiver=centre(app.province),
        channel=channel,
        by=by,
        at=at,
        key=key,
    )


def submit_for(app: Application, officer: Actor, at: datetime, *, channel: Channel, key: str | None = None) -> Outcome:
    """Reception files for a visitor or a letter, at its own counter; the helper is recorded, not the applicant."""
    return _filed(
        app,
        receiver=officer.unit,
        channel=channel,
        by=officer,
        at=at,
        helper=officer.id,
        helped_at=officer.unit,
        key=key,
    )


def submit_helped(app: Application, officer: Actor, at: datetime, *, key: str | None = None) -> Outcome:
    """Online at the province's centre, with an officer's help at any counter: helper and counter are recorded."""
    return _filed(
        app,
        receiver=centre(app.province),
        channel=Channel.ONLINE,
        by=officer,
        at=at,
        helper=officer.id,
        helped_at=officer.unit,
        key=key,
    )


def _filed(app: Application, **how: Any) -> Outcome:
    outcome = filing.file(
        province=app.province,
        application=app.pk,
        offering=app.offering,
        through=through_of(app),
        subject=app.kind or "person",
        **how,
    )
    if app.data.get("through") == SELF:
        # Kept in the draft as typed; in a dossier nobody may take them for the filer.
        Application.objects.filter(pk=app.pk).update(submitter="", authority="")
    return outcome


def again(app: Application, *, offering: str, owner: str, at: datetime) -> Application:
    """A new draft with the answers and papers of an ended dossier, which it names; the one begun before, if any.

    Raises Unknown for an offering that does not exist.
    """
    drafts = Application.objects.filter(owner=owner, filed_at=None, offering=offering, data__follows=app.code)
    if begun := drafts.first():
        return begun
    fresh = start(offering=offering, owner=owner, at=at)
    answers = {name: str(getattr(app, name)) for name in PERSONAL}
    answers |= {str(name): str(value) for name, value in app.data.items() if name not in OF_THIS_FILING}
    save(fresh, answers | {"follows": app.code}, at)
    for given in files.live(app.pk):
        if given.complete and not given.slot.startswith(MADE):
            given.pk, given.owner, given.created_at, given._state.adding = uuid4(), fresh.pk, at, True
            given.save()
    return fresh


def centre(province: str) -> str:
    """The unit that receives what is filed online in this province."""
    found = directory.of_kind(province, "centre")
    if not found:
        raise Unknown(province)
    return found[0].id
