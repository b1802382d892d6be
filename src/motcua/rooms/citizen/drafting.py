"""A draft as its owner works on it: the offering behind it, the steps of its form, what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from motcua.domain.procedures import Level, Offering, Ways, ways_to_file
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.questions import Questionnaire, questions
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.citizen import uploads, visitor
from motcua.rooms.citizen.forms import LONGEST, Applicant, StepForm, content_form
from motcua.usecases import representing
from motcua.usecases.applying import PERSONAL

STEPS = ("nguoi-nop", "noi-dung", "giay-to", "xem-lai")
OTHER_PAPERS = "khac"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for files: `key` as in the offering's documents; `needed` when the review asks for it."""

    key: str
    name: str
    kind: str
    hint: str
    needed: bool
    files: tuple[Attachment, ...]

    @property
    def published(self) -> bool:
        """Whether the name is that of a published document or request, in Vietnamese on every page."""
        return bool(self.kind or self.needed) and self.key != representing.SLOT

    @property
    def complete(self) -> tuple[Attachment, ...]:
        return tuple(a for a in self.files if a.complete)


@dataclass(frozen=True, slots=True)
class Draft:
    """One application that is being filled in, with all its steps need."""

    application: Application
    offering: Offering
    asked: Questionnaire
    ways: Ways
    files: Mapping[str, list[Attachment]]

    def form(self, step: str, data: Mapping[str, str] | None = None, *, complete: bool = False) -> StepForm:
        """The form of a step, bound to what was sent or else to what the draft holds."""
        held = self.typed() if data is None else {**self.typed(), **data}
        if step == STEPS[0]:
            return Applicant(held, complete=complete)
        if step == STEPS[1]:
            return content_form(self.asked, data=held, complete=complete)
        return StepForm(held)

    def sent(self, data: Mapping[str, str]) -> dict[str, str]:
        """The answers among what was sent, as typed; whatever was not sent is left alone, other names are not ours."""
        names = [name for step in STEPS[:2] for name in self.form(step).fields]
        return {name: str(data[name]).replace("\x00", "")[:LONGEST] for name in names if name in data}

    def typed(self) -> dict[str, str]:
        app = self.application
        through = representing.through_of(app) or representing.SELF
        held = {name: getattr(app, name) for name in PERSONAL} | {"through": through}
        return held | {str(k): str(v) for k, v in app.data.items()}

    def titles(self) -> dict[str, str]:
        return dict(zip(STEPS, (_("Người nộp"), _(self.asked.title), _("Giấy tờ"), _("Xem lại và nộp")), strict=True))

    def photo_slots(self) -> tuple[Slot, ...]:
        """Files that the second step asks for beside its questions."""
        return tuple(self._slot(q.key, _(q.label), "", _(q.hint), needed=False) for q in self.asked.slots)

    def paper_slots(self) -> tuple[Slot, ...]:
        """One slot a published document that is not filled in online, or one for everything when none is published."""
        documents = [d for d in catalogue.details(self.offering.id).documents if d[2] != "Mẫu điện tử"]
        slots = [self._slot(key, name, kind, "", needed=self._needed(name, kind)) for key, name, kind in documents]
        slots = [*self._authority_slot(), *slots]
        if not documents:
            hint = _("Gửi những giấy tờ bạn có; thiếu gì quầy sẽ báo một lần cho đủ.")
            return (*slots, self._slot(OTHER_PAPERS, _("Giấy tờ kèm theo"), "", hint, needed=False))
        return (*slots, self._slot(OTHER_PAPERS, _("Giấy tờ khác"), "", "", needed=False))

    def _authority_slot(self) -> tuple[Slot, ...]:
        """The paper of whoever files for another; one that was added stays in sight whatever is chosen afterwards."""
        through = representing.through_of(self.application)
        if through is None and not self.files.get(representing.SLOT):
            return ()
        authorised = through == representing.AUTHORISED
        name = _("Giấy ủy quyền") if authorised else _("Giấy tờ chứng minh người đại diện")
        hint = "" if authorised else _("Gửi kèm nếu chức vụ hoặc quan hệ không tra cứu được.")
        return (self._slot(representing.SLOT, name, "", hint, needed=authorised),)

    def _needed(self, name: str, kind: str) -> bool:
        """A partial online service takes the papers at the counter; “nếu có” leaves them to the applicant."""
        return self.offering.level is Level.FULL and "nếu có" not in f"{name} {kind}".lower()

    def _slot(self, key: str, name: str, kind: str, hint: str, *, needed: bool) -> Slot:
        return Slot(key, name, kind, hint, needed, tuple(self.files.get(key, ())))

    def slot_keys(self) -> set[str]:
        return {slot.key for slot in (*self.photo_slots(), *self.paper_slots())}

    def url(self, step: str) -> str:
        return reverse("citizen:step", args=[self.application.pk, step])


class NotMine(Http404):
    """No such application, or another browser's: both look the same from outside."""


def mine(request: HttpRequest, pk: UUID) -> Application:
    """The application of this browser. Raises NotMine for anybody else's."""
    app, owner = drafts.application(pk), visitor.owner(request)
    if app is None or not owner or not constant_time_compare(app.owner, owner):
        raise NotMine
    return app


def blank(app: Application) -> bool:
    """Whether nothing has been typed or sent yet."""
    typed = any(getattr(app, name) for name in PERSONAL if name not in ("kind", "return_way"))
    typed = typed or any(value for name, value in app.data.items() if name != "through")
    return not typed and not Attachment.objects.filter(owner=app.pk, removed_at=None).exists()


def draft_of(app: Application) -> Draft:
    offering = catalogue.offering(app.offering)
    if offering is None:
        raise Http404
    return Draft(app, offering, questions(offering.name), ways_to_file(offering), uploads.by_slot(app.pk))


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the review asks for: the sentence, and the address of the place where it is typed or added."""

    sentence: str
    url: str


def missing(draft: Draft) -> list[Missing]:
    """Everything that stands between the draft and filing, in the order of the steps."""
    found = []
    for step in STEPS[:2]:
        form = draft.form(step, complete=True)
        for name in form.fields:
            for sentence in form.errors.get(name, ()):
                found.append(Missing(f"{form.fields[name].label}: {sentence}", f"{draft.url(step)}#id_{name}"))
    for slot in draft.paper_slots():
        if slot.needed and not slot.complete:
            found.append(
                Missing(_("%(paper)s: chưa có tệp") % {"paper": slot.name}, f"{draft.url('giay-to')}#f-{slot.key}")
            )
    unfinished = [a for files in draft.files.values() for a in files if not a.complete]
    for attachment in unfinished:
        step = "noi-dung" if attachment.slot in {s.key for s in draft.photo_slots()} else "giay-to"
        said = _("%(name)s: chưa nhận đủ, chọn lại tệp này để gửi tiếp hoặc xóa đi") % {"name": attachment.name}
        found.append(Missing(said, f"{draft.url(step)}#f-{attachment.slot}"))
    return found
