"""What all acts have in common: the headers, the target, the answer, and the errors that they declare."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Path
from pydantic import BaseModel, Field

from motcua.domain.dossiers import Actor, Refused
from motcua.rooms.api import present
from motcua.rooms.api.answers import Acted
from motcua.rooms.api.callers import Caller, actor, caller, place, scoped
from motcua.rooms.api.problems import Failed, Problem
from motcua.ui.clock import now
from motcua.usecases import looking
from motcua.usecases.errors import Moved, Unknown
from motcua.usecases.execute import Outcome, Target

Code = Annotated[str, Path(description="The dossier's code, such as H14.20-261112-0001")]
No = Annotated[int, Path(ge=1, le=9999, description="Its number within the dossier, from 1")]
Act = Callable[[Target, Actor, datetime], Outcome]


class Once(BaseModel):
    """A POST that may be repeated without harm."""

    key: str = Field(
        "",
        alias="Idempotency-Key",
        pattern=r"^[!-~]{0,200}$",
        description="Sent again with the same request, the first answer is given again and nothing happens twice."
        " Belongs to the token; another request under the same key is refused (422).",
    )


class How(Once):
    """An act: what the client has seen of the dossier, and the key of this attempt."""

    seen: str = Field(
        "",
        alias="If-Match",
        pattern=r'^("[0-9]{1,9}"|\*)?$',
        description='The ETag that the client saw, such as "3". A dossier that moved on since then is left alone:'
        " 409, code `moved`, with what happened last.",
    )


Headers = Annotated[How, Header()]
Repeatable = Annotated[Once, Header()]


def answers(success: dict[int, Any], *errors: int) -> dict[int, Any]:
    """The responses of an operation: one model each for success, the problem document for every error."""
    return success | dict.fromkeys(sorted({*errors, 500}), Problem)


ACT = answers({200: Acted}, 400, 401, 403, 404, 409, 413, 415, 422, 503)


def carried(request: HttpRequest, response: HttpResponse, code: str, how: How, act: Act) -> Acted:
    """Carries out one act in four queries: who calls, for whom they stand in, what is stored, the commit (a file or a
    person: one more)."""
    who = caller(request)
    province, known = place(code)
    by = actor(who, province, known)
    target = Target(province, known, seen=seen(how.seen), key=scoped(who, how.key))
    at = now()
    try:
        done = act(target, by, at)
    except (Refused, Moved):
        _hidden(who, target, at)
        raise
    marked(response, done)
    return Acted(**present.acted(done.head, "officer" if who.officer else "applicant"))


def marked(response: HttpResponse, done: Outcome) -> None:
    """The version that the dossier has now, and whether this answer is one that was given before."""
    response["ETag"] = f'"{done.head.version}"'
    response["Idempotency-Replayed"] = "true" if done.repeated else "false"


def seen(etag: str) -> int | None:
    return None if etag in ("", "*") else int(etag.strip('"'))


def _hidden(who: Caller, target: Target, at: datetime) -> None:
    """To an officer of other units a dossier looks like one that is not there, whatever they tried."""
    if who.acting:
        try:
            looking.for_officer(target.province, target.code, who.acting, at, what=None)
        except Unknown as unknown:
            raise Failed("unknown-dossier") from unknown
