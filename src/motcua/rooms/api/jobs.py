"""One act on up to 500 dossiers: ordered once, carried out in slices, with a result for each dossier."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status
from pydantic import Field

from motcua.domain.dossiers import Act, Actor
from motcua.domain.dossiers.codec import load_event
from motcua.records.directory.models import Officer
from motcua.records.jobs.models import Item
from motcua.rooms.api import answers as a
from motcua.rooms.api import happenings
from motcua.rooms.api.bodies import OfficerId
from motcua.rooms.api.callers import OFFICER, caller, place, scoped
from motcua.rooms.api.doing import Repeatable, answers
from motcua.rooms.api.fields import In, Instant, Out, Text
from motcua.rooms.api.problems import Failed
from motcua.ui.clock import now
from motcua.usecases import bulk
from motcua.usecases.errors import Unknown

router = Router(tags=["jobs"], by_alias=True)
# How long one request works before it answers with how far it came.
SLICE = 5.0
Together = StrEnum("Together", {act.name: act.value for act in bulk.ACTS if act is not Act.SEND_BACK})
DossierCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]{1,60}$", examples=["H14.20-261112-0001"])]


class Order(In):
    """A dossier named twice is one item."""

    dossiers: Annotated[list[DossierCode], Field(min_length=1, max_length=bulk.MOST)]


class Reception(Order):
    act: Literal["receive"]


class Passing(Order):
    act: Literal["complete_step", "approve", "hand_over"]
    note: Text = ""


class Assigning(Order):
    act: Literal["assign"]
    to: OfficerId
    note: Text = ""


class Delivering(Order):
    act: Literal["deliver"]
    way: Literal["online", "counter", "post"]


AnyOrder = Annotated[Reception | Passing | Assigning | Delivering, Field(discriminator="act")]


class JobItem(Out):
    """What became of one dossier; `sentence` is empty while it waits."""

    n: int
    dossier: str
    state: Literal["waiting", "done", "refused", "moved", "failed"]
    sentence: str
    sentence_en: str
    at: Instant | None
    last: a.Happened | None = Field(description="What others did meanwhile, where the state is `moved`")


class Job(Out):
    """A job and its items in the order of the request. `running` false: nothing is left to do, or it was cancelled."""

    id: UUID
    act: Together
    created_at: Instant
    finished_at: Instant | None
    cancelled: bool
    running: bool
    total: int
    waiting: int
    done: int
    refused: int
    moved: int
    failed: int
    items: list[JobItem]


@router.post(
    "",
    auth=OFFICER,
    response=answers({201: Job}, 400, 401, 404, 413, 415, 422),
    summary="Order one act on up to 500 dossiers, and begin with it",
)
def order(request: HttpRequest, response: HttpResponse, how: Repeatable, body: AnyOrder) -> Status[Job]:
    """Sent again under its key, it is the same job. What is still waiting is done by `/continuation`."""
    who, at = caller(request), now()
    officer, acting = _people(request)
    key = scoped(who, how.key or uuid4().hex) or ""
    wishes = [bulk.Wish(_code(code, officer)) for code in body.dossiers]
    params = {name: value for name, value in body.model_dump(exclude={"act", "dossiers"}).items() if value}
    try:
        job = bulk.start(officer.province, acting, Act(body.act), wishes, params, at, key=key)
    except bulk.Unfit as unfit:
        if unfit.code == "person-missing":
            raise Failed("unknown-officer") from unfit
        raise Failed("unfit-order", unfit.sentence, unfit.sentence_en) from unfit
    response["Location"] = f"{request.path}/{job.pk}"
    return Status(201, _shown(bulk.advance(job.pk, acting, at, seconds=SLICE), acting))


@router.get("/{job}", auth=OFFICER, response=answers({200: Job}, 401, 404, 422), summary="How far a job came")
def one(request: HttpRequest, job: UUID) -> Job:
    _, acting = _people(request)
    try:
        return _shown(bulk.progress(job, acting), acting)
    except Unknown as unknown:
        raise Failed("unknown-job") from unknown


@router.post(
    "/{job}/continuation",
    auth=OFFICER,
    response=answers({200: Job}, 400, 401, 404, 422),
    summary="Go on with a job for some seconds",
)
def continuation(request: HttpRequest, job: UUID, how: Repeatable) -> Job:
    """Call it until `running` is false. Two at once share the work; no item is done twice."""
    _, acting = _people(request)
    try:
        return _shown(bulk.advance(job, acting, now(), seconds=SLICE), acting)
    except Unknown as unknown:
        raise Failed("unknown-job") from unknown


def _people(request: HttpRequest) -> tuple[Officer, Actor]:
    """Who calls, and as whom they act at this instant."""
    who = caller(request)
    assert who.officer is not None and who.acting is not None, "auth=OFFICER lets nobody else in"
    return who.officer, who.acting


def _code(typed: str, officer: Officer) -> str:
    """The code as it is kept; what can be no code of this province stays as typed, and is answered as unknown."""
    try:
        province, code = place(typed)
    except Failed:
        return typed
    return code if province == officer.province else typed


def _shown(progress: bulk.Progress, acting: Actor) -> Job:
    job = progress.job
    return Job(
        id=job.pk,
        act=Together(job.act),
        created_at=job.created_at,
        finished_at=job.finished_at,
        cancelled=job.cancelled_at is not None,
        running=progress.running,
        total=progress.total,
        waiting=progress.waiting,
        done=progress.done,
        refused=progress.refused,
        moved=progress.moved,
        failed=progress.failed,
        items=[_item(item) for item in bulk.items(job.pk, acting)],
    )


def _item(item: Item) -> JobItem:
    last = happenings.happened(load_event(item.last), {}, "officer") if item.last else None
    return JobItem(
        n=item.n,
        dossier=item.code,
        state=item.state,
        sentence=item.sentence,
        sentence_en=item.sentence_en,
        at=item.at,
        last=last,
    )
