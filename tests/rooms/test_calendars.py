"""The room of the calendar: looked at by all officers, proposed by one, approved by another, without JavaScript."""

import re

import pytest

from motcua.records.calendars import queries
from motcua.records.directory.models import Officer
from motcua.usecases.facts import calendar
from motcua.usecases.looking import for_citizen
from tests.rooms.offices import Walk, signed_in
from tests.world import at

ROOM = "/lich-lam-viec/"
FORM = {"kind": "off", "first": "2026-11-25", "name": "Bão số 6", "basis": "Công điện 12/CĐ-UBND"}


@pytest.fixture
def van(world, monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")
    return Officer.objects.create(
        username="van", province="H14", name="Hứa Thị Vân", role="controller", unit_id="H14.00.01", agency="H14.00"
    )


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_from_a_proposal_to_the_moved_due(world, van):
    work = Walk(world, when="2026-11-19 08:15").assigned().head
    controller, leader = signed_in(van), signed_in(world.son)
    shown = controller.post(f"{ROOM}de-nghi/", FORM, follow=True)
    assert shown.redirect_chain[-1][0] == f"{ROOM}phien-ban/1/"
    assert "Sẽ dời hạn của 1 hồ sơ, trong đó 1 hồ sơ đã hẹn trả" in text(shown)
    assert work.code in text(shown) and "muộn hơn 1 ngày" in text(shown)
    assert "Chờ phê duyệt" in text(leader.get(ROOM))
    done = leader.post(f"{ROOM}phien-ban/1/phe-duyet/", follow=True)
    assert "Đã tính lại hạn của 1 hồ sơ" in text(done) and "Đang áp dụng" in text(done)
    head = for_citizen("H14", work.code, at("2026-11-22 09:42")).head
    assert (head.due - work.due).days == 1
    year = text(leader.get(ROOM))
    assert "đang áp dụng phiên bản H14/1" in year and "Bão số 6" in year and "Công điện 12/CĐ-UBND" in year


@pytest.mark.parametrize("who", ["van", "ha"])
def test_the_wrong_person_is_told_who_may_approve_and_nothing_changes(world, van, who):
    signed_in(van).post(f"{ROOM}de-nghi/", FORM)
    answer = signed_in(Officer.objects.get(username=who)).post(f"{ROOM}phien-ban/1/phe-duyet/")
    assert answer.status_code == 403
    assert "Chỉ lãnh đạo cơ quan của tỉnh được phê duyệt lịch." in text(answer)
    assert calendar("H14").version == "vn/1"


def test_a_leader_who_proposed_may_not_approve(world, van):
    signed_in(van).post(f"{ROOM}de-nghi/", FORM)
    Officer.objects.filter(pk=van.pk).update(role="director")
    promoted = signed_in(Officer.objects.get(pk=van.pk))
    assert "Người đề nghị không tự phê duyệt" in text(promoted.get(f"{ROOM}phien-ban/1/"))
    assert promoted.post(f"{ROOM}phien-ban/1/phe-duyet/").status_code == 403


def test_only_a_controller_sees_the_form_and_others_may_look(world, van):
    assert signed_in(world.ha).get(f"{ROOM}de-nghi/").status_code == 403
    page = signed_in(world.ha).get(ROOM)
    assert page.status_code == 200 and "Đề nghị thay đổi" not in text(page)
    assert "Đề nghị thay đổi" in text(signed_in(van).get(ROOM))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": ""}, "Ghi tên của thay đổi"),
        ({"basis": ""}, "Ghi căn cứ"),
        ({"first": ""}, "Chọn ngày bắt đầu"),
        ({"first": "2026-11-31"}, "Chọn một ngày có thật"),
        ({"first": "2026-11-22"}, "vốn đã nghỉ theo lịch"),
        ({"kind": "hours", "sessions": ""}, "Ghi giờ, ví dụ"),
        ({"kind": "hours", "sessions": "7h30"}, "Không đọc được giờ làm việc"),
        ({"kind": "hours", "sessions": "08:00-11:30"}, "phải đủ 480 phút"),
        ({"kind": "year", "first": "2027-01-01", "days": "2027-13-01,holiday,Tết,QĐ"}, "cần ngày như"),
        ({"kind": "party"}, "party"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_what_was_typed_stays(world, van, typed, says):
    answer = signed_in(van).post(f"{ROOM}de-nghi/", FORM | typed)
    assert answer.status_code == 422
    assert says in text(answer) and "<title>Lỗi:" in answer.content.decode()
    assert (FORM | typed)["name"] in answer.content.decode()
    assert queries.versions("H14") == []


def test_a_second_proposal_waits_for_the_first(world, van):
    controller = signed_in(van)
    controller.post(f"{ROOM}de-nghi/", FORM)
    again = controller.post(f"{ROOM}de-nghi/", FORM)
    assert again.status_code == 409 and "đang chờ phê duyệt" in text(again)


def test_a_dropped_proposal_says_so(world, van):
    controller = signed_in(van)
    controller.post(f"{ROOM}de-nghi/", FORM)
    assert "Không hạn nào thay đổi" in text(controller.post(f"{ROOM}phien-ban/1/bo/", follow=True))
    assert signed_in(world.son).post(f"{ROOM}phien-ban/1/phe-duyet/").status_code == 409


def test_an_undecided_year_is_shown_and_called_provisional(world, van):
    page = signed_in(world.ha).get(f"{ROOM}?nam=2027")
    assert "Năm 2027 chưa có lịch nghỉ được quyết định" in text(page)
    assert "dự kiến" in text(page)
    assert "chưa có lịch nghỉ" not in text(signed_in(world.ha).get(ROOM))
    assert signed_in(world.ha).get(f"{ROOM}?nam=0").status_code == 200


def test_the_year_is_drawn_with_its_reasons(world, van):
    page = signed_in(world.ha).get(ROOM).content.decode()
    assert page.count('<table class="month">') == 12
    assert re.search(r'<td class="holiday"><span>24</span><span class="vh">nghỉ: <span lang="vi">Ngày Văn hóa', page)
    assert re.search(r'<td class="makeup"><span>22</span><span class="vh">làm bù', page)
    assert 'aria-current="date"><span>22</span>' in page


def test_a_version_of_another_province_is_not_there(world, van):
    signed_in(van).post(f"{ROOM}de-nghi/", FORM)
    other = Officer.objects.create(username="xa", province="H37", name="Lò Văn Xa", role="director", unit_id="H14.19")
    assert signed_in(other).get(f"{ROOM}phien-ban/1/").status_code == 404
    assert signed_in(other).post(f"{ROOM}phien-ban/1/phe-duyet/").status_code == 404


def test_a_long_count_goes_on_from_the_page(world, van, monkeypatch):
    for _ in range(5):
        Walk(world, when="2026-11-19 08:15").received()
    monkeypatch.setattr("motcua.usecases.moves.PAGE", 2)
    monkeypatch.setattr("motcua.rooms.calendars.deciding.SECONDS", 0)
    controller = signed_in(van)
    page = controller.post(f"{ROOM}de-nghi/", FORM, follow=True)
    assert "Đang đếm" in text(page) and "Đã xem 2 hồ sơ" in text(page) and 'hx-trigger="load' in page.content.decode()
    for _ in range(2):
        page = controller.post(f"{ROOM}phien-ban/1/dem/", follow=True)
    assert "Sẽ dời hạn của 5 hồ sơ" in text(page) and 'hx-trigger="load' not in page.content.decode()
    leader = signed_in(world.son)
    page = leader.post(f"{ROOM}phien-ban/1/phe-duyet/", follow=True)
    assert "Đang tính lại hạn" in text(page)
    for _ in range(5):
        page = leader.post(f"{ROOM}phien-ban/1/tinh-lai/", follow=True)
    assert "Đã tính lại hạn của 5 hồ sơ" in text(page)


def test_the_room_has_its_english_address(world, van):
    assert signed_in(van).get(f"/en{ROOM}").status_code == 200


def test_a_moved_due_says_why_in_the_events_of_the_dossier(world, van):
    work = Walk(world, when="2026-11-19 08:15").assigned().head
    signed_in(van).post(f"{ROOM}de-nghi/", FORM)
    signed_in(world.son).post(f"{ROOM}phien-ban/1/phe-duyet/")
    last = for_citizen("H14", work.code, at("2026-11-22 09:42")).events[-1]
    assert (last.by, last.event.basis) == ("system", "Bão số 6 (Công điện 12/CĐ-UBND)")
