"""One page an act: its address, its words, its key, its form, and the use case that it calls.

An act has its own address and never acts at once: the key and the button open its form.
"""

from datetime import datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Act
from motcua.domain.procedures import Role, StepKind
from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.rooms.desk import ending_pages, forms, money_pages, time_pages, work_pages
from motcua.rooms.desk.attaching import attached
from motcua.rooms.desk.page import ActPage, Call
from motcua.usecases import acts
from motcua.usecases.execute import Outcome
from motcua.usecases.looking import View


def _receive(call: Call) -> Outcome:
    return acts.receive(*call.first)


def _refuse(call: Call) -> Outcome:
    return acts.refuse(*call.first, reason=call["reason"], basis=call["basis"])


def _request_supplement(call: Call) -> Outcome:
    day = call["respond_by"]
    until = datetime.combine(day, time(17, 30), VN) if day else None
    return acts.request_supplement(*call.first, wanted=call.form.wanted, basis=call["basis"], respond_by=until)


def _supplement(call: Call) -> Outcome:
    with attached(call["files"], call.target, call.by, call.at, slot="supplement") as files:
        return acts.supplement(*call.first, files=tuple(str(file.pk) for file in files), note=call["note"])


def _assign(call: Call) -> Outcome:
    return acts.assign(*call.first, to=directory.chosen(call["to"]), note=call["note"])


def _complete(call: Call) -> Outcome:
    return acts.complete_step(*call.first, note=call.form.opinion)


def _send_back(call: Call) -> Outcome:
    return acts.send_back(*call.first, order=call["order"], reason=call["reason"])


def _approve(call: Call) -> Outcome:
    return acts.approve(*call.first, note=call["note"])


def _register(call: Call) -> Outcome:
    with attached([call["file"]] if call["file"] else [], call.target, call.by, call.at, slot="result") as files:
        return acts.register(*call.first, file=files[0].sha256 if files else "")


def _hand_over(call: Call) -> Outcome:
    return acts.hand_over(*call.first, note=call["note"])


def _hand_back(call: Call) -> Outcome:
    with attached([call["file"]], call.target, call.by, call.at, slot="result") as files:
        return acts.hand_back(
            *call.first,
            file=files[0].sha256,
            note=call["note"],
            negative=bool(call["negative"]),
            reason=call["reason"],
            basis=call["basis"],
        )


def _deliver(call: Call) -> Outcome:
    return acts.deliver(*call.first, way=call["way"])


def _withdraw(call: Call) -> Outcome:
    return acts.withdraw(*call.first, reason=call["reason"])


def _stop(call: Call) -> Outcome:
    return acts.stop(*call.first, reason=call["reason"], basis=call["basis"])


COURSE = (
    ActPage(
        Act.RECEIVE,
        "tiep-nhan",
        lazy("Tiếp nhận, in Mẫu 01"),
        lazy("tiếp nhận hồ sơ"),
        forms.Confirm,
        _receive,
        "t",
        forward=True,
        template="desk/receive.html",
    ),
    ActPage(Act.ASSIGN, "phan-cong", lazy("Phân công"), lazy("phân công"), forms.Assign, _assign, "a", forward=True),
    ActPage(
        Act.COMPLETE_STEP,
        "chuyen-buoc",
        lazy("Chuyển bước"),
        lazy("chuyển bước"),
        forms.Complete,
        _complete,
        "c",
        forward=True,
    ),
    ActPage(
        Act.APPROVE, "phe-duyet", lazy("Ký duyệt"), lazy("phê duyệt kết quả"), forms.Note, _approve, "d", forward=True
    ),
    ActPage(
        Act.REGISTER, "vao-so", lazy("Vào sổ, đóng dấu"), lazy("vào sổ"), forms.Register, _register, "v", forward=True
    ),
    ActPage(
        Act.HAND_OVER,
        "chuyen-co-quan",
        lazy("Chuyển UBND tỉnh"),
        lazy("chuyển UBND tỉnh"),
        forms.Note,
        _hand_over,
        "c",
        forward=True,
    ),
    ActPage(
        Act.HAND_BACK,
        "chuyen-tra",
        lazy("Chuyển trả kết quả"),
        lazy("chuyển trả kết quả"),
        forms.HandBack,
        _hand_back,
        "c",
        forward=True,
    ),
    ActPage(
        Act.DELIVER, "tra-ket-qua", lazy("Trả kết quả"), lazy("trả kết quả"), forms.Deliver, _deliver, "t", forward=True
    ),
    ActPage(
        Act.SUPPLEMENT,
        "nop-bo-sung",
        lazy("Nhận giấy tờ bổ sung"),
        lazy("nhận giấy tờ bổ sung"),
        forms.Supplement,
        _supplement,
        "n",
        forward=True,
    ),
    ActPage(
        Act.REQUEST_SUPPLEMENT,
        "yeu-cau-bo-sung",
        lazy("Yêu cầu bổ sung, Mẫu 02"),
        lazy("yêu cầu bổ sung"),
        forms.RequestSupplement,
        _request_supplement,
        "b",
        template="desk/request_supplement.html",
    ),
    ActPage(
        Act.SEND_BACK, "tra-lai", lazy("Trả lại bước trước"), lazy("trả lại hồ sơ"), forms.SendBack, _send_back, "r"
    ),
    ActPage(
        Act.REFUSE,
        "tu-choi",
        lazy("Từ chối tiếp nhận, Mẫu 03"),
        lazy("từ chối tiếp nhận"),
        forms.Refuse,
        _refuse,
        "x",
        grave=True,
        ask=lazy("Từ chối tiếp nhận hồ sơ này? Người nộp nhận Mẫu 03 ngay."),
    ),
    ActPage(
        Act.WITHDRAW,
        "rut",
        lazy("Rút hồ sơ"),
        lazy("rút hồ sơ"),
        forms.Withdraw,
        _withdraw,
        grave=True,
        rare=True,
        ask=lazy("Rút hồ sơ này theo đề nghị của người nộp? Hồ sơ kết thúc, không mở lại được."),
    ),
    ActPage(
        Act.STOP,
        "dung",
        lazy("Dừng giải quyết"),
        lazy("dừng giải quyết"),
        forms.Stop,
        _stop,
        grave=True,
        rare=True,
        ask=lazy("Dừng giải quyết hồ sơ này? Hồ sơ kết thúc, không mở lại được."),
    ),
)
# The step's own acts come first; what waits for a decision of this viewer stands before what they may start.
PAGES = (
    *time_pages.DECISIONS,
    *ending_pages.DECISIONS,
    *work_pages.ANSWERS,
    *money_pages.TAKING,
    *COURSE,
    *work_pages.PAGES,
    *time_pages.PAGES,
    *money_pages.PAGES,
    *ending_pages.PAGES,
)
BY_ACT = {page.act: page for page in PAGES}


def legal(view: View) -> list[ActPage]:
    """The pages of the acts that are legal now for the one who looks, the step's own act first."""
    return [page for page in PAGES if page.act in view.acts]


def label(page: ActPage, view: View) -> str:
    """The button is named after its outcome: passing on says to whom, a second request that it is only proposed."""
    if page.act is Act.REQUEST_SUPPLEMENT and view.head.halts:
        return _("Đề nghị bổ sung lần hai")
    if page.act is not Act.COMPLETE_STEP or view.process is None:
        return str(page.label)
    following = view.process.following(view.head.position.order)
    if view.head.position.kind is StepKind.RECEPTION:
        return _("Chuyển về %(agency)s") % {"agency": directory.unit_name(view.head.agency)}
    return {
        Role.HEAD: _("Trình lãnh đạo phòng"),
        Role.DIRECTOR: _("Trình lãnh đạo cơ quan"),
        Role.CLERK: _("Chuyển văn thư"),
        Role.SPECIALIST: _("Chuyển chuyên viên"),
    }.get(following.role if following else None, str(page.label))
