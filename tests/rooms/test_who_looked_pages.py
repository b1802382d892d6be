"""Who looked at a dossier: the applicant reads role and division, officers read names, the public reads nothing."""

import pytest
from django.test import Client

from motcua.records.drafts.models import Application
from motcua.records.visits.models import Visit, What
from tests.rooms.api_world import Api
from tests.rooms.offices import Walk, attach, signed_in

ASKED = "Ai đã xem hồ sơ này"


@pytest.fixture(autouse=True)
def wednesday(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-25T09:42+07:00")


@pytest.fixture
def head(world):
    return Walk(world, id_number="004085000217", kind="person", name="Nông Thị Hoa").assigned().head


def tracking(head, *, private: bool) -> str:
    client = Client()
    if private:
        client.get(f"/tra-cuu/{head.code}/?k={Application.objects.get(pk=head.id).follow_key}")
    return client.get(f"/tra-cuu/{head.code}/").content.decode()


def kinds() -> set[str]:
    return set(Visit.objects.values_list("what", flat=True))


def test_the_applicant_reads_role_division_and_hour_but_no_name(world, head, monkeypatch):
    assert signed_in(world.ha).get(f"/ban-lam-viec/{head.code}/").status_code == 200
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-25T10:15+07:00")
    assert signed_in(world.lan).get(f"/ban-lam-viec/{head.code}/").status_code == 200
    page = tracking(head, private=True)
    unit = '<span lang="vi">phòng Quản lý Tiêu chuẩn Đo lường chất lượng</span>'
    assert f"Chuyên viên {unit} đã xem hồ sơ lúc 09:42 và 10:15 thứ Tư, 25/11" in page
    assert "Nông Thu Hà" not in page and "Hoàng Mai Lan" not in page


def test_the_public_reads_nothing_of_it(world, head):
    signed_in(world.ha).get(f"/ban-lam-viec/{head.code}/")
    page = tracking(head, private=False)
    assert ASKED not in page and "đã xem hồ sơ" not in page


def test_before_anybody_looked_the_applicant_is_told_so_and_their_own_looks_do_not_count(world, head):
    assert "Chưa có cán bộ nào mở hồ sơ." in tracking(head, private=True)
    assert "Chưa có cán bộ nào mở hồ sơ." in tracking(head, private=True)


def test_each_thing_that_is_opened_at_the_desk_is_its_own_kind(world, head):
    client, base = signed_in(world.ha), f"/ban-lam-viec/{head.code}/"
    file = attach(head, "don", "don.pdf")
    client.get(base)
    client.post(f"{base}so-dinh-danh/")
    client.get(f"{base}tep/{file}/")
    assert kinds() == {What.PAGE, What.IDENTITY, What.FILE}
    page = tracking(head, private=True)
    assert "đã mở số định danh của bạn lúc 09:42" in page and "đã mở tệp" in page


def test_the_counter_s_pane_is_a_look_too(world):
    from tests.rooms.offices import filed

    head = filed()
    signed_in(world.dat).get(f"/quay/{head.code}/")
    assert kinds() == {What.PAGE}


def test_what_a_program_reads_with_an_officer_s_token_is_written_down_and_a_follow_key_s_reading_is_not(
    world, head, monkeypatch
):
    api = Api(world, monkeypatch)
    assert api.get(f"/dossiers/{head.code}").status_code == 200
    assert api.get(f"/dossiers/{head.code}", key=Application.objects.get(pk=head.id).follow_key).status_code == 200
    assert kinds() == set()
    assert api.get(f"/dossiers/{head.code}", by="khach").status_code == 404
    assert kinds() == set()
    assert api.get(f"/dossiers/{head.code}", by="ha").status_code == 200
    assert kinds() == {What.API}


def test_officers_who_may_open_it_read_the_names_others_find_nothing(world, head):
    signed_in(world.ha).get(f"/ban-lam-viec/{head.code}/")
    page = signed_in(world.vinh).get(f"/ban-lam-viec/{head.code}/ai-da-xem/").content.decode()
    assert "Nông Thu Hà" in page and "Xem trang hồ sơ" in page and "Bế Quang Vinh" in page
    assert signed_in(world.khach).get(f"/ban-lam-viec/{head.code}/ai-da-xem/").status_code == 404


def test_many_looks_are_all_there_the_older_ones_one_click_away(world, head, monkeypatch):
    for day in range(10, 18):
        monkeypatch.setenv("MOTCUA_NOW", f"2026-12-{day}T09:42+07:00")
        signed_in(world.ha).get(f"/ban-lam-viec/{head.code}/")
    page = tracking(head, private=True)
    assert page.count("đã xem hồ sơ lúc 09:42") == 8 and "3 dòng trước đó" in page
