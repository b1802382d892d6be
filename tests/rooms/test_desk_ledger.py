"""The ledger of time on the officer's page: promises, pauses, what each step used, sentences, the paper to print."""

from decimal import Decimal

import pytest

from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role
from motcua.usecases import acts
from tests.rooms.offices import Walk, filed, scene, signed_in, target
from tests.world import at

A = "/ban-lam-viec/"


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")


def page_of(officer, head) -> str:
    return " ".join(signed_in(officer).get(f"{A}{head.code}/").content.decode().split())


def supplemented(walk: Walk, when: str) -> Walk:
    walk.head = acts.supplement(target(walk.head), Actor(walk.head.id, Role.APPLICANT, ""), at(when), files=("f",)).head
    return walk


def test_a_moved_promise_is_told_with_the_first_one_and_why(world):
    walk = supplemented(Walk(world, when="2026-11-05 09:15").supplementing(), "2026-11-10 10:00")
    page = page_of(world.ha, walk.head)
    for words in (
        "Hẹn trả hiện tại",
        "10:00 thứ Năm, 19/11/2026",
        "Hẹn trả ban đầu",
        "09:15 thứ Hai, 16/11/2026",
        "đồng hồ đã dừng chờ bổ sung hồ sơ",
        "Quá 1 ngày 5 giờ 30 phút",
        "8 ngày 5 giờ 30 phút",
    ):
        assert words in page, words


def test_a_pause_is_told_with_its_basis_and_who_asked(world):
    page = page_of(
        world.ha, supplemented(Walk(world, when="2026-11-05 09:15").supplementing(), "2026-11-10 10:00").head
    )
    pauses = page[page.index("Những lần đồng hồ dừng") : page.index("Thời gian của từng bước")]
    for words in ("09:15 T5, 05/11", "10:00 T3, 10/11", "3 ngày 45 phút", "Nghị định 107/2016/NĐ-CP", "Nông Thu Hà"):
        assert words in pauses, words


def test_while_the_clock_waits_the_promise_is_only_expected(world):
    head = Walk(world, when="2026-11-12 15:00").supplementing().head
    page = page_of(world.ha, head)
    assert "Đồng hồ đang dừng, chờ bổ sung hồ sơ." in page and "chưa kết thúc" in page and "đang dừng" in page
    pane = page[page.index('id="clock"') : page.index('id="history"')]
    assert pane.count("15:00 thứ Hai, 23/11/2026") == 1, "the first promise stands beside the expected one"
    assert '17:30 thứ Tư, 02/12/2026</time> <span class="quiet">dự kiến' in page


def test_an_extension_is_told_with_who_gave_it_and_why(world):
    walk = Walk(world, when="2026-11-13 15:40").assigned()
    walk.head = acts.extend(
        target(walk.head),
        world.son.actor,
        at("2026-11-19 09:00"),
        extra=Decimal(2),
        reason="Chờ kết quả giám định",
        basis="Văn bản 12/SKHCN",
    ).head
    page = page_of(world.ha, walk.head)
    assert "Lương Hải Sơn xin lỗi và gia hạn (Chờ kết quả giám định; Văn bản 12/SKHCN)" in page
    assert "15:40 T4, 25/11" in page and "15:40 T6, 27/11" in page


def test_each_step_tells_who_had_it_what_it_was_given_and_what_it_used(world):
    named = scene(world)
    page = page_of(world.ha, named["review"])
    steps = page[page.index("Thời gian của từng bước") :]
    for words in (
        "<b>3. Thẩm định</b>",
        "Nông Thu Hà, Phòng Quản lý Tiêu chuẩn Đo lường chất lượng",
        "04 ngày làm việc",
        "trước hạn",
        "đang làm",
        "chưa đến",
        "không tính thời gian",
    ):
        assert words in steps, words
    assert "đang làm, quá hạn" in page_of(world.ha, named["work"])


def test_the_reckoning_stands_in_sentences_with_the_strip_and_can_be_printed(world):
    head = scene(world)["work"]
    client = signed_in(world.ha)
    page = client.get(f"{A}{head.code}/").content.decode()
    for words in ("Tiếp nhận lúc 15:40 thứ Sáu, 13/11/2026", "Thứ Ba 24/11: nghỉ, Ngày Văn hóa Việt Nam"):
        assert words in page, words
    assert "In bản giải trình thời hạn" in page
    url = page[: page.index("In bản giải trình thời hạn")].rsplit('href="', 1)[1].split('"')[0]
    assert "/giay/GT-" in url
    assert client.get(url).content.startswith(b"%PDF")


def test_before_reception_there_is_the_expected_strip_and_no_steps(world):
    page = page_of(world.dat, filed("2026-11-20 08:05"))
    assert "Sổ thời gian" in page and "Thời gian của từng bước" not in page and "Hẹn trả ban đầu" not in page


def test_a_dossier_that_ended_early_keeps_the_use_of_its_steps(world):
    walk = Walk(world).assigned()
    stopped = acts.stop(target(walk.head), world.son.actor, at("2026-11-16 09:00"), reason="Giải thể", basis="Điều 7")
    page = page_of(world.ha, stopped.head)
    assert "hồ sơ kết thúc" in page and "Cách tính bằng lời" not in page
