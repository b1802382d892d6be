"""The tracking page tells every event in plain words: the applicant all of it, the public that it happened and when."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from django.test import Client

from motcua.domain.dossiers import Act, State, events
from motcua.domain.fees import When
from motcua.records.directory.models import Officer
from motcua.records.drafts.models import Application
from motcua.rooms.citizen.told import _TELLERS
from motcua.ui import formats
from motcua.usecases import acts, calendars
from motcua.usecases.calendar_changes import Change, ChangeKind
from tests.rooms.citizens import NOW, filed, offerings
from tests.rooms.courses import FEE, Course
from tests.seed import World
from tests.world import at


@pytest.fixture
def course(world: World, client: Client, monkeypatch: pytest.MonkeyPatch) -> Course:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    return Course(world, filed(client))


def page(client: Client, course: Course) -> str:
    return client.get(f"/tra-cuu/{course.app.code}/").content.decode()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda when: monkeypatch.setenv("MOTCUA_NOW", f"{when.replace(' ', 'T')}+07:00")


def reassigned(course: Course) -> None:
    course.assigned().do(acts.reassign, "vinh", "2026-11-23 09:00", to=course.world.lan.actor, reason="Hà nghỉ ốm")


def taken_over(course: Course) -> None:
    course.assigned().do(acts.take_over, "lan", "2026-11-23 09:00", reason="Hà nghỉ ốm")


def answered(course: Course) -> None:
    course.asked().do(acts.give_opinion, "khach", "2026-11-23 15:00", no=1, text="Có, theo thông tư")


def denied(course: Course) -> None:
    grounds = {"reason": "Đã ký kết quả thẩm định.", "basis": "Điều 12 NĐ 118/2025"}
    course.wishing().do(acts.deny_withdrawal, "son", "2026-11-23 11:00", **grounds)


def granted(course: Course) -> None:
    course.wishing().do(acts.grant_withdrawal, "son", "2026-11-23 11:00", note="Đồng ý theo đề nghị")


def settled(course: Course) -> None:
    course.owing().do(acts.settle_fee, "dat", "2026-11-23 10:00", no=1, amount=150_000, way="counter", receipt="BL-7")


def waived(course: Course) -> None:
    grounds = {"reason": "Hộ nghèo có sổ", "basis": "Điều 10 Luật Phí và lệ phí"}
    course.owing().do(acts.waive_fee, "son", "2026-11-23 10:00", no=1, **grounds)


def refund(course: Course) -> None:
    settled(course)
    course.applicant(acts.withdraw, "2026-11-23 10:30", reason="Công ty giải thể")
    course.do(acts.grant_withdrawal, "son", "2026-11-23 11:00", note="")
    course.do(acts.refund_fee, "dat", "2026-11-23 14:00", no=1, receipt="PC-3")


def rerouted(course: Course) -> None:
    course.assigned().do(acts.reroute, "son", "2026-11-23 09:00", division="H14.30.01", reason="Thuộc Sở Khác")


def posted(course: Course) -> None:
    course.registered().do(acts.dispatch, "dat", "2026-11-23 15:00", tracking="EB123456789VN")


def stopped(course: Course) -> None:
    grounds = {"reason": "Hết hạn bổ sung.", "basis": "Điều 17 NĐ 118/2025"}
    course.assigned().do(acts.stop, "son", "2026-11-23 09:00", **grounds)


# (how it came about, what the applicant reads, what the public reads, what the public must not read)
TOLD: list[tuple[Callable[[Course], Any], list[str], list[str], list[str]]] = [
    (reassigned, ["Hồ sơ được giao cho người khác làm"], ["Hồ sơ được giao cho người khác làm"], ["nghỉ ốm", "Lan"]),
    (taken_over, ["Hồ sơ được giao cho người khác làm"], ["Hẹn trả không thay đổi"], ["nghỉ ốm"]),
    (Course.asked, ["Đang lấy ý kiến", "Phòng Khác"], ["Đang lấy ý kiến", "Phòng Khác"], ["thuộc diện kiểm định"]),
    (answered, ["Đã hỏi ý kiến", "Đã có ý kiến của"], ["Đã có ý kiến của"], ["theo thông tư", "Đang lấy ý kiến"]),
    (
        Course.supplemented_twice,
        ["Lần thứ 2, lãnh đạo cơ quan đã duyệt", "Chứng chỉ hiệu chuẩn", "còn 9 ngày"],
        ["Yêu cầu bổ sung 1 giấy tờ"],
        ["Chứng chỉ hiệu chuẩn", "còn 9 ngày"],
    ),
    (
        Course.extended,
        ["Cơ quan xin lỗi và hẹn lại", "Phải lấy thêm ý kiến của Bộ", "Hẹn trước đó", "/giay/04-"],
        ["Cơ quan xin lỗi và hẹn lại", "Hẹn trước đó"],
        ["Phải lấy thêm ý kiến", "/giay/"],
    ),
    (
        lambda course: course.registered(negative=True),
        ["Cơ quan trả lời: không giải quyết", "Thiếu hai thử nghiệm viên", "khiếu nại"],
        ["Lãnh đạo phê duyệt kết quả"],
        ["không giải quyết", "Thiếu hai thử nghiệm viên", "khiếu nại"],
    ),
    (
        Course.wishing,
        ["Đang chờ cơ quan trả lời việc xin rút", "Công ty đổi địa điểm"],
        ["Người nộp xin rút hồ sơ"],
        ["Công ty đổi địa điểm"],
    ),
    (denied, ["không đồng ý cho rút", "Đã ký kết quả thẩm định"], ["không đồng ý cho rút"], ["Đã ký kết quả"]),
    (granted, ["đồng ý cho rút", "/giay/05-"], ["Hồ sơ đã được rút"], ["/giay/05-", "theo đề nghị"]),
    (
        Course.owing,
        ["Bạn cần nộp", "150.000", "Phí thẩm định hồ sơ", "chưa nối cổng thanh toán", "/giay/TC-"],
        ["Có phí, lệ phí phải nộp"],
        ["150.000", "Phí thẩm định hồ sơ"],
    ),
    (settled, ["Bạn đã nộp 150.000", "BL-7"], ["Xong phần phí, lệ phí"], ["150.000", "BL-7"]),
    (waived, ["Bạn được miễn 150.000", "Hộ nghèo"], ["Xong phần phí, lệ phí"], ["miễn", "nghèo", "150.000"]),
    (refund, ["Đã hoàn cho bạn 150.000", "PC-3"], ["Xong phần phí, lệ phí"], ["150.000", "PC-3"]),
    (
        rerouted,
        ["Hồ sơ chuyển về", "Sở Khác", "Mã hồ sơ và hẹn trả giữ nguyên", "Thuộc Sở Khác"],
        ["Mã hồ sơ và hẹn trả giữ nguyên"],
        ["Thuộc Sở Khác"],
    ),
    (posted, ["mã bưu gửi", "EB123456789VN"], ["Đã gửi kết quả qua bưu chính"], ["EB123456789VN"]),
    (stopped, ["Hết hạn bổ sung.", "Điều 17", "/giay/05-"], ["dừng giải quyết"], ["Hết hạn bổ sung."]),
    (
        Course.corrected,
        ["Cơ quan cho đính chính kết quả", "Sai số sê-ri", "thay số", "Kết quả đã có"],
        ["Đã phát hành lại kết quả"],
        ["Sai số sê-ri", "Tải kết quả"],
    ),
]


@pytest.mark.parametrize(("way", "mine", "public", "secret"), TOLD, ids=[getattr(t[0], "__name__", "") for t in TOLD])
def test_each_event_is_told_to_whom_it_concerns(
    course: Course,
    client: Client,
    later: Callable[[str], None],
    way: Callable[[Course], Any],
    mine: list[str],
    public: list[str],
    secret: list[str],
) -> None:
    later("2026-11-25 16:00")
    way(course)
    own, seen = page(client, course), page(Client(), course)
    for words in mine:
        assert words in own, words
    for words in public:
        assert words in seen, words
    for words in secret:
        assert words not in seen, words


def test_every_event_but_the_affairs_of_the_administration_is_told() -> None:
    silent = {events.Ticked, events.SupplementProposed, events.SupplementDeclined}
    assert set(get_args(events.Event)) - set(_TELLERS) == silent


def test_an_extension_shows_both_appointments_why_they_differ_and_the_paper(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    later("2026-11-26 10:00")
    first = course.assigned().head.due
    course.do(acts.extend, "son", "2026-11-26 09:00", extra=Decimal(2), reason="Chờ Bộ.", basis="Điều 19 NĐ 61")
    shown = page(client, course)
    now = course.head.due
    assert first and now and now > first
    assert shown.count(formats.due(first)) >= 2 and shown.count(formats.due(now)) >= 3
    for words in ("Hẹn ban đầu", "Hẹn hiện nay", "Vì sao khác", "Cơ quan xin lỗi và gia hạn một lần", "thêm 02 ngày"):
        assert words in shown, words
    paper = client.get(f"/tra-cuu/{course.app.code}/giay/04-{course.head.version}/")
    assert b"".join(paper.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]


def test_pauses_are_told_with_their_basis_and_the_reckoning_can_be_read_and_printed(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    later("2026-11-26 10:00")
    course.supplemented_twice()
    shown = page(client, course)
    for words in ("Những lần dừng", "Điều 8 NĐ 107/2016/NĐ-CP", "chưa kết thúc", "Đang dừng, chờ bổ sung hồ sơ"):
        assert words in shown, words
    assert "Đọc cách tính thành lời" in shown and "Tiếp nhận lúc 08:00" in shown
    assert "In bản giải trình" in shown
    paper = client.get(f"/tra-cuu/{course.app.code}/giay/GT-{course.head.version}/")
    assert b"".join(paper.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert Client().get(f"/tra-cuu/{course.app.code}/giay/GT-{course.head.version}/").status_code == 404


def test_a_supplement_after_its_time_says_that_it_is_late_and_still_possible(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    course.supplemented_twice()
    later("2026-12-07 09:00")
    shown = page(client, course)
    assert "Thời gian bổ sung đã hết" in shown and "Bổ sung ngay" in shown


def test_a_result_that_is_not_paid_for_is_not_downloaded(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    course.registered().do(
        acts.impose_fee,
        "dat",
        "2026-11-23 14:30",
        items=(FEE,),
        when=When.RETURN,
    )
    later("2026-11-24 09:00")
    shown, address = page(client, course), f"/tra-cuu/{course.app.code}/ket-qua/"
    assert "Nộp phí, lệ phí ở trên trước khi nhận kết quả" in shown and "Tải kết quả" not in shown
    assert client.get(address).status_code == 404
    course.do(acts.settle_fee, "dat", "2026-11-23 15:00", no=1, amount=150_000, way="counter", receipt="BL-8")
    assert "Tải kết quả" in page(client, course) and client.get(address).status_code == 200


def test_a_wrong_result_is_withheld_while_it_is_corrected(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    course.delivered().do(
        acts.order_correction, "son", "2026-11-23 15:30", kind="correction", reason="Sai tên", basis="Đơn"
    )
    later("2026-11-24 09:00")
    assert "Kết quả đang được đính chính" in page(client, course)
    assert client.get(f"/tra-cuu/{course.app.code}/ket-qua/").status_code == 404


def test_withdrawal_after_reception_is_asked_for_and_cannot_be_asked_twice(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    course.assigned()
    later("2026-11-23 10:00")
    address = f"/tra-cuu/{course.app.code}/rut/"
    form = client.get(address)
    assert "Xin rút hồ sơ này?" in form.content.decode() and "cơ quan quyết định việc rút" in form.content.decode()
    sent = {"seen": str(form.context["view"].head.version), "key": "k", "reason": "Đổi địa điểm"}
    for _ in range(2):
        assert client.post(address, sent).url == f"/tra-cuu/{course.app.code}/"
    head = course.head
    assert head.withdrawal is not None and head.state is State.PROCESSING
    assert "Đang chờ cơ quan trả lời" in page(client, course) and "/rut/" not in page(client, course)


def test_after_a_result_the_page_says_why_nothing_can_be_withdrawn(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    course.registered()
    later("2026-11-24 09:00")
    shown = client.get(f"/tra-cuu/{course.app.code}/rut/").content.decode()
    assert "Hồ sơ đã có kết quả nên không rút được nữa" in shown and "Gửi yêu cầu rút" not in shown
    client.post(f"/tra-cuu/{course.app.code}/rut/", {"reason": "x", "key": "k"})
    assert course.head.state is State.FINISHED and course.head.withdrawal is None


def test_an_ended_dossier_is_not_reopened_a_new_one_begins_with_its_answers(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    stopped(course)
    later("2026-11-24 09:00")
    shown, address = page(client, course), f"/tra-cuu/{course.app.code}/nop-lai/"
    assert "không mở lại được" in shown and "Nộp hồ sơ mới từ hồ sơ này" in shown
    assert "Nộp hồ sơ mới" not in page(Client(), course)
    first, second = client.post(address).url, client.post(address).url
    assert first == second, "pressed twice it is one draft"
    draft = Application.objects.get(pk=first.split("/")[2])
    assert (draft.name, draft.data["device_name"], draft.data["follows"]) == (
        course.app.name,
        course.app.data["device_name"],
        course.app.code,
    )
    assert course.app.code in client.get(first).content.decode()
    review = client.get(first.replace("nguoi-nop", "xem-lai")).content.decode()
    assert course.app.code in review and "chỗ cần điền" not in review, "the papers came along"
    client.post(first.replace("nguoi-nop", "xem-lai"), {"key": "again"})
    fresh = Application.objects.get(pk=draft.pk)
    assert fresh.code and fresh.code != course.app.code
    assert course.app.code in client.get(f"/tra-cuu/{fresh.code}/").content.decode()
    assert Client().post(address).status_code == 404


def test_a_dossier_under_way_has_no_second_one_made_of_it(course: Course, client: Client) -> None:
    assert client.post(f"/tra-cuu/{course.app.code}/nop-lai/").status_code == 404


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (Course.supplemented_twice, "Bổ sung chậm nhất 17:30 thứ Sáu, 04/12/2026, còn 9 ngày"),
        (Course.owing, "Cần nộp 150.000 đồng"),
        (Course.registered, "Kết quả chờ bạn nhận"),
        (Course.corrected, "Kết quả chờ bạn nhận"),
    ],
)
def test_my_dossiers_say_what_is_due_from_me(
    course: Course, client: Client, later: Callable[[str], None], way: Callable[[Course], Any], words: str
) -> None:
    way(course)
    later("2026-11-25 16:00")
    assert words in client.get("/ho-so-cua-toi/").content.decode()


def test_the_page_offers_no_act_that_is_not_the_applicant_s(course: Course, client: Client) -> None:
    course.extended()
    view = client.get(f"/tra-cuu/{course.app.code}/").context["view"]
    assert set(view.acts) <= {Act.SUPPLEMENT, Act.WITHDRAW, Act.ASK_WITHDRAWAL}
    assert at("2026-11-26 09:00") in {record.at for record in view.events}


def test_a_storm_day_tells_old_and_new_due_with_its_basis(
    course: Course, client: Client, later: Callable[[str], None]
) -> None:
    first = course.assigned().head.due
    van = Officer.objects.create(
        username="van", province="H14", name="Hứa Thị Vân", role="controller", unit_id="H14.00.01", agency="H14.00"
    )
    storm = Change(ChangeKind.OFF, "Bão số 6", "Công điện 12/CĐ-UBND", date(2026, 11, 26))
    row = calendars.propose("H14", storm, van.actor, at("2026-11-25 08:00"))
    calendars.apply(
        str(calendars.approve(str(row), course.world.son.actor, at("2026-11-25 08:00"))), at("2026-11-25 08:05")
    )
    later("2026-11-25 09:00")
    now = course.head.due
    assert first and now and now > first
    for seen in (page(client, course), page(Client(), course)):
        for words in (
            "tính lại vì lịch làm việc thay đổi",
            "Công điện 12/CĐ-UBND",
            formats.due(first),
            formats.due(now),
        ):
            assert words in seen, words
