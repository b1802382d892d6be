"""One act on many dossiers: what was chosen is shown once more with what to expect, then ordered as one job."""

from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from motcua.domain.dossiers import Act, Actor
from motcua.domain.procedures import StepKind
from motcua.projections.worklist import queries as worklist
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.rooms.desk import choosing, rows
from motcua.rooms.desk.acting import with_new_key
from motcua.rooms.desk.choosing import Chosen
from motcua.rooms.desk.forms import text
from motcua.rooms.desk.pages import BY_ACT, ActPage
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import bulk as jobs
from motcua.usecases.errors import KeyReused
from motcua.usecases.standing_in import actor_of
from motcua.usecases.today import Today, today

NOTED = (Act.ASSIGN, Act.COMPLETE_STEP, Act.APPROVE, Act.SEND_BACK, Act.HAND_OVER)
AS_WISHED = "wished"
WAYS = (
    (AS_WISHED, lazy("Theo cách từng người nộp đã chọn")),
    ("counter", lazy("Trao tại quầy, người nhận ký sổ")),
    ("online", lazy("Trực tuyến, bản điện tử")),
    ("post", lazy("Qua bưu chính công ích")),
)


class BulkForm(forms.Form):
    """Only the fields of the one act are shown; `key` makes a second click answer with the first one's job."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    to = forms.CharField(label="", widget=forms.RadioSelect)
    way = forms.ChoiceField(label="", widget=forms.RadioSelect, choices=WAYS, initial=AS_WISHED)
    note = text("", required=False)

    def __init__(self, *args: Any, act: Act, unit: str, opinion: bool, **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self._way(act)
        self._person(act, unit)
        self._note(act, opinion)

    def _way(self, act: Act) -> None:
        if act is not Act.DELIVER:
            del self.fields["way"]
            return
        self.fields["way"].label = _("Trả bằng cách nào")
        self.fields["way"].error_messages["required"] = _("Chọn cách trả kết quả")

    def _person(self, act: Act, unit: str) -> None:
        if act is not Act.ASSIGN:
            del self.fields["to"]
            return
        held, people = worklist.load(unit), directory.specialists(unit)
        words = _("%(name)s, đang giữ %(n)s hồ sơ")
        self.fields["to"].label = _("Giao cho")
        self.fields["to"].error_messages["required"] = _("Chọn một người thụ lý")
        self.fields["to"].widget.choices = [
            (str(p.pk), words % {"name": p.name, "n": held.get(str(p.pk), 0)}) for p in people
        ]

    def _note(self, act: Act, opinion: bool) -> None:
        if act not in NOTED:
            del self.fields["note"]
            return
        back = act is Act.SEND_BACK
        self.fields["note"].label = _("Lý do trả lại") if back else _("Ý kiến chung")
        self.fields["note"].required = back or opinion
        missing = _("Ghi điều cần làm lại") if back else _("Ghi ý kiến thẩm định chung cho các hồ sơ này")
        self.fields["note"].error_messages["required"] = missing

    @property
    def params(self) -> dict[str, str]:
        """What is common to all dossiers."""
        cleaned = {name: value.strip() for name, value in self.cleaned_data.items() if name != "key"}
        return {name: value for name, value in cleaned.items() if value and value != AS_WISHED}


@require_http_methods(["GET", "HEAD", "POST"])
@only()
def bulk(request: HttpRequest, act: str) -> HttpResponse:
    """Shows what was chosen (GET) or orders the job and goes to its page (POST)."""
    page = next((p for a, p in BY_ACT.items() if a == act and a in jobs.ACTS), None)
    if page is None:
        raise Http404
    day = today(request.user.province, now())
    actor = actor_of(request.user, day.now, once=request)
    chosen = choosing.read(actor, request.POST if request.method == "POST" else request.GET, day)
    opinion = page.act is Act.COMPLETE_STEP and any(r.kind == StepKind.WORK.value for r in chosen.found.values())
    # Whoever stands in for a head of division gives the work to the people of that division.
    unit = next((row.unit for row in chosen.found.values()), request.user.unit_id)
    about = {"act": page.act, "unit": unit, "opinion": opinion}
    if request.method != "POST":
        form = BulkForm(initial={"way": AS_WISHED, **chosen.params, "key": uuid4().hex}, **about)
        return _show(request, actor, page, chosen, form, day)
    form = BulkForm(request.POST, **about)
    if not form.is_valid():
        return _show(request, actor, page, chosen, form, day, status=422)
    try:
        job = jobs.start(
            request.user.province,
            actor,
            page.act,
            _wishes(page.act, chosen, form),
            form.params,
            day.now,
            key=form.cleaned_data["key"],
        )
    except jobs.Unfit as unfit:
        form.add_error(None, unfit.sentence_en if formats.tongue(get_language()) == "en" else unfit.sentence)
        return _show(request, actor, page, chosen, form, day, status=422)
    except KeyReused:
        fresh = BulkForm(with_new_key(request.POST), **about)
        fresh.add_error(
            None, _("Trang này đã gửi một lần với nội dung khác. Đọc lại rồi bấm lần nữa nếu vẫn muốn gửi.")
        )
        return _show(request, actor, page, chosen, fresh, day, status=409)
    # A few are done before the page comes back; many go on from there.
    jobs.advance(job.pk, actor, day.now, seconds=jobs.SLICE)
    return redirect("desk:job", job.pk)


def _wishes(act: Act, chosen: Chosen, form: BulkForm) -> list[jobs.Wish]:
    own: dict[str, dict[str, Any]] = {}
    if act is Act.SEND_BACK:
        # Whoever submitted it gets it back: the step before this one.
        own = {pick.code: {"order": pick.step - 1} for pick in chosen.picks}
    if act is Act.DELIVER and form.cleaned_data["way"] == AS_WISHED:
        ways = drafts.return_ways(row.dossier for row in chosen.found.values())
        own = {pick.code: {"way": _wished(ways, chosen.found.get(pick.code))} for pick in chosen.picks}
    return [jobs.Wish(pick.code, pick.seen, own.get(pick.code, {})) for pick in chosen.picks]


def _wished(ways: dict[Any, str], row: Any) -> str:
    way = ways.get(row.dossier, "") if row else ""
    return way if way in jobs.WAYS else "counter"


def _show(
    request: HttpRequest, actor: Actor, page: ActPage, chosen: Chosen, form: BulkForm, day: Today, *, status: int = 200
) -> HttpResponse:
    found, label = list(chosen.found.values()), choosing.label(page.act)
    unfit = {row.code for row in found if not choosing.fits(page.act, row)}
    n = len(found) if form.is_bound else len(found) - len(unfit)
    context = {
        "title": ngettext("%(act)s cho %(n)s hồ sơ", "%(act)s cho %(n)s hồ sơ", n) % {"act": label, "n": n},
        "label": label,
        # What cannot be done here is shown, not ticked; whoever ticks it anyway is answered by the rules.
        "lines": [(line, line.code in unfit) for line in rows.lines(found, day, actor)],
        "unfit": len(unfit),
        "late": sum(1 for row in found if row.due and row.due < day.now and not row.paused_at and not row.finished_at),
        "gone": chosen.gone,
        "ways": _ways(page.act, found),
        "page": page,
        "form": form,
    }
    return render(request, "desk/bulk.html", context, status=status)


def _ways(act: Act, found: list[Any]) -> list[tuple[str, int]]:
    """How the applicants of these results wished to get them, with how many each."""
    if act is not Act.DELIVER:
        return []
    wished = drafts.return_ways(row.dossier for row in found)
    counted = [(str(label), sum(_wished(wished, row) == way for row in found)) for way, label in WAYS[1:]]
    return [(label, n) for label, n in counted if n]
