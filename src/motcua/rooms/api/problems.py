"""Errors as RFC 9457 problem documents: a code for programs, Vietnamese and English sentences for people."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict, Field

from motcua.domain.dossiers import Refused
from motcua.rooms.api.answers import Happened
from motcua.rooms.api.sentences import PROBLEMS

MEDIA_TYPE = "application/problem+json"
UNCHANGED = "Không có gì thay đổi."


class Invalid(BaseModel):
    """One place of a request that is not valid."""

    model_config = ConfigDict(extra="forbid")

    where: str = Field(description="Where: body.reason, query.province …")
    message: str
    message_en: str


class Problem(BaseModel):
    """RFC 9457 problem details."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "type": "urn:motcua:problem:not-yours",
                "title": "Việc này chưa làm được",
                "status": 403,
                "detail": "Bước này do người khác giữ. Tải lại trang để xem hồ sơ đang ở đâu; hồ sơ không thay đổi.",
                "detail_en": "Someone else holds this step. Reload to see where the dossier is; nothing was changed.",
                "code": "not-yours",
                "kept": UNCHANGED,
            }
        },
    )

    type: str = Field(description="urn:motcua:problem:<code>")
    title: str
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="What happened, in Vietnamese")
    detail_en: str = Field(description="What happened, in English")
    code: str
    kept: str = Field("", description="What was kept, in Vietnamese")
    next: str = Field("", description="What to do next, in Vietnamese")
    errors: list[Invalid] = Field([], description="The places of the request that are not valid")
    dossier: str = Field("", description="The code of the dossier in question")
    version: int = Field(0, description="The dossier's version now, where a stale one was sent; else 0")
    last: Happened | None = Field(None, description="What happened last, where a stale version was sent")


@dataclass
class Failed(Exception):
    """Raised by a view to answer with a problem; `more` are further members of `Problem`."""

    code: str
    detail: str = ""
    detail_en: str = ""
    more: dict[str, Any] | None = None


def answer(failed: Failed, headers: dict[str, str] | None = None) -> HttpResponse:
    """The problem document for a code of `PROBLEMS`."""
    status, title, detail, detail_en, after = PROBLEMS[failed.code]
    problem = Problem(
        type=f"urn:motcua:problem:{failed.code}",
        title=title,
        status=status,
        detail=failed.detail or detail,
        detail_en=failed.detail_en or detail_en,
        code=failed.code,
        kept=UNCHANGED if status < 500 else "",
        next=after,
        **(failed.more or {}),
    )
    return document(problem, headers)


def refusal(refused: Refused) -> HttpResponse:
    """What the rules refuse: 403 where the step lies with somebody else, 409 for every other reason."""
    status = 403 if refused.code == "not-yours" else 409
    return document(
        Problem(
            type=f"urn:motcua:problem:{refused.code}",
            title="Việc này chưa làm được",
            status=status,
            detail=refused.sentence,
            detail_en=refused.sentence_en,
            code=refused.code,
            kept=UNCHANGED,
        )
    )


def document(problem: Problem, headers: dict[str, str] | None = None) -> HttpResponse:
    body = problem.model_dump_json(exclude_defaults=True)
    return HttpResponse(body, status=problem.status, content_type=MEDIA_TYPE, headers=headers)
