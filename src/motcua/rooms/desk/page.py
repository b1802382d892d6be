"""What a page of an act is: its address, its words, its key, its form, and the use case that it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from motcua.domain.dossiers import Act, Actor
from motcua.rooms.desk import forms
from motcua.usecases.execute import Outcome, Target

Run = Callable[["Call"], Outcome]


@dataclass(frozen=True, slots=True)
class Call:
    """A posted form that may be carried out: on which dossier, by whom and with which posts, when, with what."""

    target: Target
    by: Actor
    at: datetime
    form: Any

    @property
    def first(self) -> tuple[Target, Actor, datetime]:
        return self.target, self.by, self.at

    def __getitem__(self, name: str) -> Any:
        return self.form.cleaned_data.get(name, "")


@dataclass(frozen=True, slots=True)
class ActPage:
    """`done` completes "Đã …"; `grave` acts end something and are set apart; `forward` ones are the step's own."""

    act: Act
    slug: str
    label: str | Promise
    done: str | Promise
    form: type[forms.ActForm]
    run: Run
    key: str = ""
    grave: bool = False
    forward: bool = False
    rare: bool = False
    ask: str | Promise = ""
    template: str = "desk/act.html"
