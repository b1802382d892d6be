"""Delegation and substitution on the pages: given, seen in the lists, refused with a sentence, ended at once."""

import pytest

from motcua.records.directory.models import Officer, StandIn
from tests.rooms.offices import Walk, signed_in
from tests.world import at

PAGE = "/can-bo/thay-the/"


@pytest.fixture(autouse=True)
def monday(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T09:00+07:00")


def typed(officer: Officer, **changes: str) -> dict[str, str]:
    fields = {
        "substitute": str(officer.pk),
        "start_day": "2026-11-23",
        "start_hour": "",
        "end_day": "2026-11-25",
        "end_hour": "",
        "reason": "Giấy cử đi công tác số 12",
        "key": "6a2b8d5e-3c1f-4e0a-9f77-1d2c3b4a5e6f",
    }
    return fields | changes


def give(by: Officer, to: Officer, **changes: str):
    return signed_in(by).post(PAGE, typed(to, **changes), follow=True)


def test_a_director_gives_the_post_until_the_end_of_a_day_and_both_read_it(world):
    answer = give(world.son, world.vinh)
    said = answer.content.decode()
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "Đã giao cho Bế Quang Vinh, từ 09:00 thứ Hai, 23/11/2026 đến 00:00 thứ Năm, 26/11/2026." in said
    row = StandIn.objects.get()
    assert (row.kind, row.start, row.end) == ("delegation", at("2026-11-23 09:00"), at("2026-11-26 00:00"))
    received = signed_in(world.vinh).get(PAGE).content.decode()
    assert "Lương Hải Sơn" in received and "Đang có hiệu lực" in received and "Giấy cử đi công tác số 12" in received
    assert "Chấm dứt ngay" not in received, "who received it does not end it"


def test_a_head_sends_somebody_for_an_absent_specialist(world):
    answer = give(world.vinh, world.lan, principal=str(world.ha.pk), start_day="2026-11-24", start_hour="13:30")
    assert "Bế Quang Vinh cử" in answer.content.decode()
    row = StandIn.objects.get()
    assert (row.kind, row.start, row.ordered_by) == ("substitution", at("2026-11-24 13:30"), world.vinh)


@pytest.mark.parametrize(
    ("story", "changes", "sentence"),
    [
        ("it ends before it begins", {"end_day": "2026-11-22"}, "chọn lúc kết thúc sau lúc bắt đầu"),
        ("it begins yesterday", {"start_day": "2026-11-22"}, "chọn từ bây giờ trở đi"),
        ("it began an hour ago", {"start_hour": "08:00"}, "chọn từ bây giờ trở đi"),
        ("nobody is chosen", {"substitute": ""}, "chọn người thay"),
        ("a person who is not there", {"substitute": "999999"}, "chọn một người trong danh sách"),
        ("a person of another world", {"substitute": "' or 1=1"}, "chọn một người trong danh sách"),
        ("a day that is none", {"end_day": "31/02/2026"}, "nhập ngày như 30/11/2026"),
        ("an hour that is none", {"end_hour": "25:00"}, "nhập giờ như 13:30"),
        ("no reason", {"reason": "  "}, "ghi căn cứ hoặc lý do"),
        ("a year that was mistyped", {"end_day": "2062-11-25"}, "chọn thời gian không quá 12 tháng"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(world, story, changes, sentence):
    answer = give(world.son, world.vinh, **changes)
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page, story
    assert StandIn.objects.count() == 0
    if "reason" not in changes:
        assert "Giấy cử đi công tác số 12" in page
    if "substitute" not in changes:
        assert f'<option value="{world.vinh.pk}" selected>' in page
    assert "<title>Lỗi: " in page


def test_a_post_that_is_given_already_names_whose_it_is(world):
    give(world.son, world.vinh)
    again = give(world.son, world.vinh, key="7a2b8d5e-3c1f-4e0a-9f77-1d2c3b4a5e6f")
    assert again.status_code == 422 and "đã có người thay Lương Hải Sơn" in again.content.decode()
    assert StandIn.objects.count() == 1


def test_two_clicks_are_one(world):
    assert [give(world.son, world.vinh).status_code for _ in range(2)] == [200, 200]
    assert StandIn.objects.count() == 1


def test_the_list_says_for_whom_and_the_approval_shows_both_names(world):
    head = Walk(world).reviewed().head
    give(world.son, world.vinh)
    client = signed_in(world.vinh)
    assert "thay ông (bà) Lương Hải Sơn" in client.get("/ban-lam-viec/").content.decode()
    form = client.get(f"/ban-lam-viec/{head.code}/phe-duyet/")
    assert form.status_code == 200
    done = client.post(f"/ban-lam-viec/{head.code}/phe-duyet/", {"seen": head.version, "key": "k1", "note": ""})
    assert done.status_code == 302, done.content.decode()
    history = signed_in(world.ha).get(f"/ban-lam-viec/{head.code}/").content.decode()
    assert "Bế Quang Vinh thay ông (bà) Lương Hải Sơn phê duyệt" in history


def test_ended_from_the_page_it_is_refused_a_minute_later_and_nothing_is_changed(world, monkeypatch):
    head = Walk(world).reviewed().head
    give(world.son, world.vinh)
    row = StandIn.objects.get()
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T10:00+07:00")
    ended = signed_in(world.son).post(f"{PAGE}{row.pk}/cham-dut/", follow=True).content.decode()
    assert "Bế Quang Vinh không còn thay từ 10:00 thứ Hai, 23/11/2026." in ended
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T10:01+07:00")
    client = signed_in(world.vinh)
    refused = client.post(f"/ban-lam-viec/{head.code}/phe-duyet/", {"seen": head.version, "key": "k1", "note": ""})
    assert refused.status_code == 403
    page = client.get(f"/ban-lam-viec/{head.code}/").content.decode()
    assert "phê duyệt kết quả" not in page and "thay ông (bà)" not in client.get("/ban-lam-viec/").content.decode()


def test_strangers_neither_see_nor_end_it(world):
    give(world.son, world.vinh)
    row = StandIn.objects.get()
    assert signed_in(world.khach).post(f"{PAGE}{row.pk}/cham-dut/").status_code == 404
    assert "Lương Hải Sơn" not in signed_in(world.khach).get(PAGE).content.decode()
    refused = signed_in(world.vinh).post(f"{PAGE}{row.pk}/cham-dut/", follow=True).content.decode()
    assert "lãnh đạo cơ quan chấm dứt được" in refused
    assert StandIn.objects.get().revoked_at is None


def test_the_account_leads_there_and_who_is_alone_is_told_so(world):
    assert PAGE in signed_in(world.dat).get("/can-bo/toi/").content.decode()
    alone = signed_in(world.dat).get(PAGE).content.decode()
    assert "Không ai khác trong cơ quan của bạn nhận được việc này" in alone and "<select" not in alone
