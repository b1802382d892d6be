"""Small helps for this room's templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template

from motcua.records.catalogue.questions import Question
from motcua.rooms.citizen.drafting import Draft
from motcua.rooms.citizen.forms import StepForm
from motcua.rooms.citizen.reckoning import lang
from motcua.ui import formats

register = template.Library()


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Fields that stand in one row: one, or two beside one another."""

    fields: list[tuple[Question, Any]]

    @property
    def two(self) -> bool:
        return len(self.fields) > 1


@register.filter
def at(mapping: Mapping[str, Any], key: str) -> Any:
    """The value under a key that is itself a variable; an empty list for none."""
    return mapping.get(key, [])


@register.filter
def questions(draft: Draft, form: StepForm) -> list[FieldRow]:
    """The questions of the second step with their fields, those marked `beside` next to the one before."""
    found: list[FieldRow] = []
    for question in draft.asked.questions:
        if question.kind == "files":
            continue
        if question.beside and found:
            found[-1].fields.append((question, form[question.key]))
        else:
            found.append(FieldRow([(question, form[question.key])]))
    return found


@register.simple_tag
def late_words(minutes: int) -> str:
    """“quá 3 giờ 50 phút”, to go on in a sentence."""
    said = formats.remaining(minutes, lang(), units=3)
    return said[:1].lower() + said[1:]
