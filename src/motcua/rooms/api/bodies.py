"""What a request may carry: the body of each act, of an application, of a reckoning.

Long because there is one small model a resource.
"""

from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from motcua.domain.dossiers import CorrectionKind
from motcua.domain.fees import FeeKind, When
from motcua.domain.procedures import Channel
from motcua.domain.worktime import Unit
from motcua.rooms.api.fields import CLEAN, Clean, Given, In, Line, Said, Text

OfficerId = Annotated[str, Field(pattern=r"^[0-9]{1,18}$", description="An id of `assignable`", examples=["12"])]
AttachmentId = Annotated[UUID, Field(description="The id that uploading the file answered with")]
Reason = Annotated[Said, Field(examples=["Giấy phép gửi kèm đã hết hạn."])]
UnitId = Annotated[
    Clean,
    Field(min_length=1, max_length=40, json_schema_extra=CLEAN, examples=["H14.19.02"], description="Id of a unit"),
]
Receipt = Annotated[Clean, Field(min_length=1, max_length=60, json_schema_extra=CLEAN, examples=["0001234"])]
Basis = Annotated[Said, Field(examples=["Khoản 2 Điều 9 Nghị định 13/2022/NĐ-CP"])]


def _whole(value: Any) -> Any:
    # JSON knows one kind of number: 2.0 is a whole one; true and "2" are none.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


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
Time = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    AfterValidator(_finite),
    Field(gt=0, le=365, strict=True),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": 365}),
]
Dong = Annotated[int, Field(strict=True, ge=1, le=10_000_000_000, description="In dong"), BeforeValidator(_whole)]


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


class Return(In):
    """`step` is the earlier step to return to."""

    step: Annotated[int, Field(strict=True, ge=1, le=99), BeforeValidator(_whole)]
    reason: Reason


class Reassignment(In):
    to: OfficerId
    reason: Reason


class Question(In):
    """Another unit is asked. The time that it gets lies inside the dossier's own, which does not stop."""

    unit: UnitId
    question: Annotated[Said, Field(examples=["Thửa đất có nằm trong quy hoạch không?"])]
    allow: Annotated[Time, Field(examples=[1])]
    allow_unit: Unit = Unit.WORKING_DAY


class Answer(In):
    """The files were uploaded before in the slot `opinion`."""

    text: Annotated[Said, Field(examples=["Thống nhất; không nằm trong quy hoạch."])]
    files: Annotated[list[AttachmentId], Field(max_length=20)] = []


class Extension(In):
    """The one apology with a new appointment. `extra` is in the unit of the dossier's process."""

    extra: Annotated[Time, Field(examples=[2])]
    reason: Reason
    basis: Basis


class Rerouting(In):
    """`division` is the competent one; its agency follows from it."""

    division: UnitId
    reason: Reason


class Registration(In):
    """The file carries the result; it is needed unless another agency decides next."""

    file: AttachmentId | None = None


class HandBack(In):
    """`negative` where the other agency does not grant what was asked; reason and basis are needed then."""

    file: AttachmentId
    note: Text = ""
    negative: Annotated[bool, Field(strict=True)] = False
    reason: Text = ""
    basis: Text = ""


class FeeLine(In):
    name: Annotated[Line, Field(min_length=1, examples=["Phí thẩm định"])]
    kind: FeeKind
    amount: Dong
    basis: Annotated[Line, Field(min_length=1, examples=["TT 183/2016/TT-BTC"])]


class Obligation(In):
    """What the applicant has to pay. Whether the clock waits for it is for the dossier's regime to say."""

    items: Annotated[list[FeeLine], Field(min_length=1, max_length=20)]
    when: When


class Settlement(In):
    """`amount` has to be what is owed, to the last dong; `receipt` is the number of the receipt or payment."""

    amount: Dong
    way: Literal["cash", "transfer", "card", "online"]
    receipt: Receipt


class Refund(In):
    receipt: Receipt


class Dispatch(In):
    tracking: Annotated[Clean, Field(min_length=1, max_length=40, json_schema_extra=CLEAN, examples=["RR123456789VN"])]


class Delivery(In):
    way: Literal["online", "counter", "post"]


class CorrectionOrder(In):
    """`correction`: the result was wrong; `reissue`: the paper is lost or spoiled."""

    kind: CorrectionKind
    reason: Reason
    basis: Basis


class Reissue(In):
    """The file was uploaded before in the slot `result`; the new number is drawn by the act."""

    file: AttachmentId


class Reopening(In):
    reason: Text = ""


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


class DeadlineBody(In):
    """As the command `motcua deadline` takes it; instants without an offset are local time."""

    received: Given
    allow: Amount | None = None
    unit: Unit = Unit.WORKING_DAY
    steps: Annotated[list[Amount | None], Field(max_length=60)] = []
    pauses: Annotated[list[tuple[Given, Given | None]], Field(max_length=60)] = []
