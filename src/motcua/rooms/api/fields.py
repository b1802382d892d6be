"""Types of what comes in and goes out: texts without characters that cannot be kept, instants, ids."""

import re
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from motcua.domain.worktime import VN, parse_instant

# NUL and half a surrogate pair cannot be stored; U+E000 marks the place of a number inside the store's statement
# (records.store.TOKEN).
FORBIDDEN = re.compile("[\x00\ue000\ud800-\udfff]")
CLEAN = {"pattern": "^[^\\u0000\\uE000]*$"}

# The years that a calendar surely reaches; every day but 29 February, which is taken, too, in a leap year.
_DAYS = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])?"
INSTANT = f"^(197[1-9]|19[89][0-9]|20[0-8][0-9]|209[0-8])-({_DAYS})T{_TIME}$"
_LOOKS = re.compile(rf"(19[7-9][0-9]|20[0-9]{{2}})-[0-9]{{2}}-[0-9]{{2}}T{_TIME}")


def clean(text: str) -> str:
    if FORBIDDEN.search(text):
        raise PydanticCustomError(
            "forbidden_character", "contains NUL, half a surrogate pair or the private-use character U+E000"
        )
    return text


def _instant(value: Any) -> datetime:
    try:
        if isinstance(value, str) and _LOOKS.fullmatch(value):
            return parse_instant(value)
    except ValueError:
        pass
    raise PydanticCustomError("instant", "is not an instant such as 2026-09-04T10:00 (1970 to 2099)")


def shown(at: datetime) -> str:
    return at.astimezone(VN).isoformat(timespec="seconds")


class In(BaseModel):
    """A request body: nothing that is not asked for is taken, so that a misspelt field is not lost in silence."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    """A part of an answer: exactly these fields."""

    model_config = ConfigDict(extra="forbid")


Clean = Annotated[str, AfterValidator(clean)]
Line = Annotated[Clean, Field(max_length=300, json_schema_extra=CLEAN)]
Text = Annotated[Clean, Field(max_length=5000, json_schema_extra=CLEAN)]
Said = Annotated[Clean, Field(min_length=1, max_length=5000, json_schema_extra=CLEAN)]

# Going out: local time with its offset. Coming in: the same, or local time without an offset, to the minute.
Instant = Annotated[
    datetime, PlainSerializer(shown, return_type=str), WithJsonSchema({"type": "string", "format": "date-time"})
]
Given = Annotated[
    datetime,
    BeforeValidator(_instant),
    WithJsonSchema({"type": "string", "pattern": INSTANT, "examples": ["2026-09-04T10:00:00+07:00"]}),
]
