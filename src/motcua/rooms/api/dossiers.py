"""Dossiers: filing, reading one, the caller's work list."""

from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router, Status

from motcua.domain.dossiers import NATIONAL, Act, State
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.rooms.api import answers as a
from motcua.rooms.api import bodies as b
from motcua.rooms.api import filing, marks, present
from motcua.rooms.api.callers import ANYONE, OFFICER, caller
from motcua.rooms.api.doing import Code, Repeatable, answers, marked
from motcua.rooms.api.seeing import look
from motcua.ui.clock import now

router = Router(tags=["dossiers"], by_alias=True)
LISTS = {
    "mine": worklist.my_work,
    "division": worklist.division,
    "agency": worklist.agency,
    "intake": worklist.intake,
    "hand-over": worklist.to_hand_over,
    "delivery": worklist.to_deliver,
}
ListName = Literal["mine", "division", "agency", "intake", "hand-over", "delivery"]


@router.post(
    "",
    auth=ANYONE,
    response=answers({201: a.Filed}, 400, 401, 403, 404, 409, 413, 415, 422, 503),
    summary="File: an application becomes a dossier",
)
def file(
    request: HttpRequest, response: HttpResponse, how: Repeatable, body: Annotated[b.AnyFiling, Body()]
) -> Status[a.Filed]:
    """With a reception officer's token: for a visitor or a letter, at that officer's counter. Without: online.

    The follow key of an application that somebody else started is sent as `X-Follow-Key`. The same application
    filed again answers with the dossier that it became.
    """
    who, at = caller(request), now()
    channel = filing.may_file(who, body.channel)
    if isinstance(body, b.FilingOf):
        app = filing.opened(body.application, who, request.headers.get("X-Follow-Key", ""))
        done = filing.file_existing(app, who, channel, how.key, at)
    else:
        done, app = filing.file_new(body, who, channel, how.key, at, at_path=request.path)
    response["Location"] = f"{request.path}/{done.head.code}"
    marked(response, done)
    answer = a.Filed(
        **present.acted(done.head, "officer" if who.officer else "applicant"),
        application=app.pk,
        follow_key=app.follow_key,
        reception_due=done.head.reception_due,
    )
    return Status(201, answer)


@router.get("", auth=OFFICER, response=answers({200: a.WorkList}, 401, 404, 422), summary="The caller's work list")
def work_list(
    request: HttpRequest,
    name: Annotated[ListName, Query(alias="list", description="Which list")] = "mine",
    after: Annotated[str, Query(max_length=300, pattern=marks.PATTERN, description="`after` of the page before")] = "",
) -> a.WorkList:
    """By due instant, at most 50 a page. `mine`: what lies with the token's officer, by name or by role and unit,
    and with those they stand in for now."""
    actor = caller(request).acting
    assert actor is not None, "the operation asks for a token"
    page = LISTS[name](actor, marks.due_mark(after))
    applicants = drafts.names(row.dossier for row in page.rows)
    people = directory.officer_names({row.person for row in page.rows if row.person})
    rows = [_item(row, applicants, people) for row in page.rows]
    return a.WorkList(rows=rows, after=marks.seal(page.after))


def _item(row: worklist.Row, applicants: dict[UUID, str], people: dict[str, str]) -> a.WorkItem:
    offering = catalogue.offering(row.offering)
    assert offering is not None, "an offering is never deleted"
    return a.WorkItem(
        code=row.code,
        version=row.version,
        state=State(row.state),
        national=NATIONAL[State(row.state)],
        procedure=present.procedure(offering),
        applicant=applicants.get(row.dossier, ""),
        step=row.step,
        kind=row.kind,
        role=row.role,
        unit=row.unit,
        officer=people.get(row.person or "", ""),
        filed_at=row.filed_at,
        received_at=row.received_at,
        due=row.due,
        step_due=row.step_due,
    )


@router.get(
    "/{code}",
    auth=ANYONE,
    response=answers({200: a.Dossier}, 401, 404, 422),
    summary="One dossier, as the caller may see it",
)
def one(request: HttpRequest, response: HttpResponse, code: Code) -> a.Dossier:
    """Without a credential: the public progress. With the follow key: reasons, files and papers, too.

    With a token: what an officer of the units concerned sees; to other officers it does not exist.
    """
    at = now()
    view, viewer = look(caller(request), code, at)
    response["ETag"] = f'"{view.head.version}"'
    able = {Act.ASSIGN, Act.REASSIGN}.intersection(view.acts)
    return present.dossier(view, viewer, at, directory.specialists(view.head.position.unit) if able else ())
