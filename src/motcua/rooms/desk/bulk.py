"""One act on several dossiers: the chosen ones are shown once more, each is decided on its own, each gets its result."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from motcua.domain.dossiers import Act, Refused
from motcua.domain.procedures import StepKind
from motcua.projections.worklist import queries as worklist
from motcua.records.directory import queries as directory
from motcua.rooms.desk import history, rows
from motcua.rooms.desk.acting import why
from motcua.rooms.desk.forms import text
from motcua.rooms.desk.pages import PAGES, ActPage
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import acts
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown
from motcua.usecases.execute import Outcome, Target
from motcua.usecases.today import today

MOST = 50
TOGETHER = {Act.COMPLETE_STEP, Act.APPROVE, Act.ASSIGN, Act.SEND_BACK}


@dataclass(frozen=True, slots=True)
class Pick:
    """A ticked row as its page showed it: the dossier, its version, its step."""

    code: str
    seen: int
    step: int

    @classmethod
    def read(cls, value: str) -> "Pick | None":
        """From "H14.20-261112-0001:5:3"; None for anything else."""
        code, *numbers = value.split(":")
        return cls(code[:60], *map(int, numbers)) if len(numbers) == 2 and all(n.isdecimal() for n in numbers) else None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one dossier: done, or the sentence that says why not."""

    code: str
    url: str
    done: bool
    sentence: str


class BulkForm(forms.Form):
    """Only the fields of the one act are shown; `key` makes a second click answer with the first one's results."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    to = forms.CharField(label="", required=False, widget=forms.RadioSelect)
    note = text("", required=False)

    def __init__(self, *args: Any, act: Act, unit: str, opinion: bool, **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["note"].label = _("Lý do trả lại") if act is Act.SEND_BACK else _("Ý kiến chung")
        self.fields["to"].label = _("Giao cho")
        self.fields["note"].required = act is Act.SEND_BACK or opinion
        missing = (
            _("Ghi điều cần làm lại") if act is Act.SEND_BACK else _("Ghi ý kiến thẩm định chung cho các hồ sơ này")
        )
        self.fields["note"].error_messages["required"] = missing
        if act is Act.ASSIGN:
            held = worklist.load(unit)
            words = _("%(name)s, đang giữ %(n)s hồ sơ")
            people = directory.specialists(unit)
            choices = [(str(p.pk), words % {"name": p.name, "n": held.get(str(p.pk), 0)}) for p in people]
            self.fields["to"].widget.choices = choices
            self.fields["to"].required = True
            self.fields["to"].error_messages["required"] = _("Chọn một người thụ lý")
        else:
            del self.fields["to"]


@require_http_methods(["GET", "HEAD", "POST"])
@only()
def bulk(request: HttpRequest, act: str) -> HttpResponse:
    page = next((p for p in PAGES if p.act == act and p.act in TOGETHER), None)
    if page is None:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    picks = [pick for given_pick in given.getlist("pick")[:MOST] if (pick := Pick.read(given_pick))]
    found = worklist.chosen(request.user.actor, [pick.code for pick in picks])
    opinion = page.act is Act.COMPLETE_STEP and any(row.kind == StepKind.WORK.value for row in found.values())
    about = {"act": page.act, "unit": request.user.unit_id, "opinion": opinion}
    if request.method == "POST":
        form = BulkForm(request.POST, **about)
        if picks and form.is_valid():
            return _results(request, page, picks, form)
    else:
        form = BulkForm(initial={"key": uuid4().hex}, **about)
    day = today(request.user.province, now())
    context = {
        "title": ngettext("%(act)s cho %(n)s hồ sơ", "%(act)s cho %(n)s hồ sơ", len(found))
        % {"act": page.label, "n": len(found)},
        "lines": rows.lines((row for code, row in found.items()), day),
        "page": page,
        "form": form,
    }
    return render(request, "desk/bulk.html", context, status=422 if form.is_bound else 200)


def _results(request: HttpRequest, page: ActPage, picks: list[Pick], form: BulkForm) -> HttpResponse:
    results = [_one(request, page, pick, form) for pick in picks]
    failed = sum(not result.done for result in results)
    done = len(results) - failed
    context = {
        "title": ngettext("Đã %(act)s %(n)s hồ sơ", "Đã %(act)s %(n)s hồ sơ", done) % {"act": page.done, "n": done},
        "results": results,
        "failed": failed,
        "page": page,
    }
    return render(request, "desk/bulk_done.html", context)


def _one(request: HttpRequest, page: ActPage, pick: Pick, form: BulkForm) -> Result:
    """Each dossier on its own: one that is refused holds up no other."""
    code, url = pick.code, reverse("desk:dossier", args=[pick.code])
    try:
        outcome = _act(request, page.act, pick, form)
    except Refused as refused:
        return Result(code, url, done=False, sentence=why(refused))
    except Moved as moved:
        names = directory.officer_names([moved.last.by])
        said = history.sentence(moved.last, names)
        return Result(
            code, url, done=False, sentence=_("%(said)s trước. Việc của bạn chưa được thực hiện.") % {"said": said}
        )
    except Unknown:
        return Result(code, url, done=False, sentence=_("Không có hồ sơ này trong phạm vi của bạn."))
    except (Busy, KeyReused):
        return Result(
            code, url, done=False, sentence=_("Chưa thực hiện được, nhiều người cùng ghi. Mở hồ sơ và làm lại.")
        )
    where = directory.unit_name(outcome.head.position.unit)
    return Result(code, url, done=True, sentence=_("Hồ sơ đang ở %(unit)s.") % {"unit": where})


def _act(request: HttpRequest, act: Act, pick: Pick, form: BulkForm) -> Outcome:
    by, at, note = request.user.actor, now(), form.cleaned_data["note"].strip()
    target = Target(request.user.province, pick.code, pick.seen, f"{form.cleaned_data['key']}:{pick.code}")
    if act is Act.APPROVE:
        return acts.approve(target, by, at, note=note)
    if act is Act.ASSIGN:
        chosen = directory.officer(form.cleaned_data["to"])
        if chosen is None:
            raise Unknown(pick.code)
        return acts.assign(target, by, at, to=chosen.actor, note=note)
    if act is Act.SEND_BACK:
        # Whoever submitted it gets it back: the step before this one.
        return acts.send_back(target, by, at, order=pick.step - 1, reason=note)
    return acts.complete_step(target, by, at, note=note)
