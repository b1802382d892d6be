"""What a request may carry: the body of each act, of an application, of a reckoning."""

from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from motcua.domain.procedures import Channel
from motcua.domain.worktime import Unit
from motcua.rooms.api.fields import CLEAN, Clean, Given, In, Line, Said, Text

OfficerId = Annotated[str, Field(pattern=r"^[0-9]{1,18}$", description="An id of `assignable`", examples=["12"])]
AttachmentId = Annotated[UUID, Field(description="The id that uploading the file answered with")]
Reason = Annotated[Said, Field(examples=["Giấy phép gửi kèm đã hết hạn."])]
Basis = Annotated[Said, Field(examples=["Khoản 2 Điều 9 Nghị định 13/2022/NĐ-CP"])]


class Nothing(In):
    """No fields; the body may be left out."""


class Note(In):
    note: Text = ""


class Grounds(In):
    reason: Reason
    basis: Basis


class Ground(In):
    reason: Reason


class Missing(In):
    what: Annotated[Said, Field(examples=["Giấy phép kinh doanh"])]
    reason: Reason


class SupplementRequest(In):
    """One full list of what is missing."""

    wanted: Annotated[list[Missing], Field(min_length=1, max_length=50)]
    basis: Basis
    respond_by: Given | None = None


class Supplement(In):
    files: Annotated[list[AttachmentId], Field(min_length=1, max_length=50)]
    note: Text = ""


class Assignment(In):
    to: OfficerId
    note: Text = ""


def _whole(value: Any) -> Any:
    # JSON knows one kind of number: 2.0 is a whole one; true and "2" are none.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


class Return(In):
    """`step` is the earlier step to return to."""

    step: Annotated[int, Field(strict=True, ge=1, le=99), BeforeValidator(_whole)]
    reason: Reason


class Registration(In):
    """The file carries the result; it is needed unless another agency decides next."""

    file: AttachmentId | None = None


class HandBack(In):
    file: AttachmentId
    note: Text = ""


class Delivery(In):
    way: Literal["online", "counter", "post"]


# Columns of an application; a field of a form that is called alike must not overwrite them.
COMMON = ("kind", "name", "id_number", "submitter", "authority", "address", "phone", "email", "return_way")
KEY = r"^[a-z][a-z0-9_-]{0,59}$"


def _own(name: str) -> str:
    if name in COMMON:
        raise PydanticCustomError("common_field", "is a field of every application and stands outside of answers")
    return name


AnswerKey = Annotated[str, Field(pattern=KEY), AfterValidator(_own)]
Answers = Annotated[
    dict[AnswerKey, Text],
    Field(max_length=200),
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": {"pattern": KEY, "not": {"enum": list(COMMON)}},
            "additionalProperties": {"type": "string", "maxLength": 5000, **CLEAN},
            "maxProperties": 200,
        }
    ),
]


class ApplicationBody(In):
    """`answers` are the fields of the procedure's own form. A draft may be incomplete; filing checks the procedure."""

    procedure: Annotated[Line, Field(min_length=1, examples=["H14-1.014889-pl2"])]
    kind: Literal["person", "organisation"] = "person"
    name: Line = ""
    id_number: Annotated[Clean, Field(max_length=40, json_schema_extra=CLEAN)] = ""
    submitter: Annotated[Clean, Field(max_length=200, json_schema_extra=CLEAN)] = ""
    authority: Line = ""
    address: Line = ""
    phone: Annotated[Clean, Field(max_length=30, json_schema_extra=CLEAN)] = ""
    email: Annotated[Clean, Field(max_length=200, json_schema_extra=CLEAN)] = ""
    return_way: Literal["online", "counter", "post"] = "online"
    answers: Answers = {}


class Filing(ApplicationBody):
    """A whole application, filed at once. `channel` is for reception officers who file for a visitor or a letter."""

    channel: Channel | None = None


class FilingOf(In):
    """An application that exists already."""

    application: UUID
    channel: Channel | None = None


def _which(body: Any) -> str:
    known = isinstance(body, FilingOf) or (isinstance(body, dict) and "application" in body)
    return "existing" if known else "whole"


AnyFiling = Annotated[Annotated[Filing, Tag("whole")] | Annotated[FilingOf, Tag("existing")], Discriminator(_which)]


def _decimal(value: Any) -> Any:
    # A float's shortest text is what was written: 0.1 stays 0.1.
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise PydanticCustomError("finite", "is not a finite number")
    return value


Amount = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    AfterValidator(_finite),
    Field(ge=0, le=10_000, strict=True),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 10_000}),
]


class DeadlineBody(In):
    """As the command `motcua deadline` takes it; instants without an offset are local time."""

    received: Given
    allow: Amount | None = None
    unit: Unit = Unit.WORKING_DAY
    steps: Annotated[list[Amount | None], Field(max_length=60)] = []
    pauses: Annotated[list[tuple[Given, Given | None]], Field(max_length=60)] = []
