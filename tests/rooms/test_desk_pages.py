"""Lists and the dossier page of the desk: order, groups, chips, look-up, files, the masked number, few queries."""

import base64
import logging
import re
import struct

import pytest

from motcua.projections.worklist import queries as worklist
from tests.rooms.offices import EIGHT, Walk, attach, filed, pdf, scene, signed_in, with_documents
from tests.world import at

A = "/ban-lam-viec/"


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")


def order(page: str, *codes: str) -> list[str]:
    return sorted(codes, key=page.index)


def test_my_work_is_grouped_by_urgency_in_the_order_of_the_dues(world):
    named = scene(world)
    page = signed_in(world.ha).get(A).content.decode()
    wanted = [named[name].code for name in ("overdue", "paused", "work", "later")]
    assert order(page, *wanted) == wanted
    heads = ["Quá hạn", "Tuần 23/11 đến 27/11", "Sau đó"]
    positions = [page.index(f'colspan="7">{head}') for head in heads]
    assert positions == sorted(positions)
    for words in (
        "Quá 2 ngày 6 giờ",
        "Còn 1 ngày 6 giờ",
        "Dừng, còn",
        "3. Chờ bổ sung",
        "Công ty CP Thử nghiệm Phja Đén",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?loc=late", {"overdue"}),
        ("?loc=paused", {"paused"}),
        ("?loc=soon", set()),
        ("?buoc=work", {"overdue", "paused", "work", "later"}),
        ("?loc=gi-do&buoc=khong", {"overdue", "paused", "work", "later"}),
    ],
)
def test_chips_narrow_the_list_and_say_how_to_widen_it(world, query, shown):
    named = scene(world)
    page = signed_in(world.ha).get(A + query).content.decode()
    assert {name for name in ("overdue", "paused", "work", "later") if named[name].code in page} == shown
    assert shown or "Bỏ mọi bộ lọc" in page


def test_an_empty_desk_says_so_and_leads_to_the_divisions_work(world):
    page = signed_in(world.lan).get(A).content.decode()
    assert "Không còn hồ sơ nào phải xử lý" in page and f"{A}phong/" in page


def test_the_division_sees_all_that_lies_in_it_and_the_director_the_agency(world):
    named = scene(world)
    division = signed_in(world.lan).get(f"{A}phong/").content.decode()
    assert named["work"].code in division and named["assign"].code in division and named["review"].code not in division
    agency = signed_in(world.son).get(f"{A}phong/").content.decode()
    assert named["work"].code in agency and named["review"].code in agency


def test_the_director_approves_several_at_once(world):
    heads = [Walk(world).reviewed().head for _ in range(2)]
    client = signed_in(world.son)
    page = client.get(A).content.decode()
    picks = re.findall(r'name="pick" value="([^"]+)"', page)
    assert len(picks) == 2
    key = re.search(
        r'name="key" value="([^"]+)"', client.get(f"{A}cung-luc/approve/", {"pick": picks}).content.decode()
    )
    done = client.post(
        f"{A}cung-luc/approve/", {"pick": picks, "key": key.group(1), "note": ""}, follow=True
    ).content.decode()
    assert "phê duyệt kết quả 2 hồ sơ" in done and all(head.code in done for head in heads)
    assert "Không còn hồ sơ nào chờ phê duyệt" in client.get(A).content.decode()


def test_beside_the_list_of_approvals_stands_what_was_proposed(world):
    head = Walk(world).reviewed().head
    page = signed_in(world.son).get(f"{A}?xem={head.code}").content.decode()
    assert "Đề xuất cấp. Đủ bốn thử nghiệm viên." in page and "Đồng ý, không sửa." in page
    assert f"{A}{head.code}/phe-duyet/" in page and "1 hồ sơ. Mở từng hồ sơ" in page


def test_the_head_assigns_several_at_once(world):
    heads = [Walk(world).handed_over().head for _ in range(2)]
    client = signed_in(world.vinh)
    picks = re.findall(r'name="pick" value="([^"]+)"', client.get(A).content.decode())
    data = {"pick": picks, "key": "one-click", "note": "Làm trước thứ Tư"}
    assert client.post(f"{A}cung-luc/assign/", data).status_code == 422, "nobody was chosen"
    done = client.post(f"{A}cung-luc/assign/", data | {"to": world.lan.pk}, follow=True).content.decode()
    assert "phân công 2 hồ sơ" in done
    page = signed_in(world.lan).get(A).content.decode()
    assert all(head.code in page for head in heads)


@pytest.mark.parametrize("act", ["register", "refuse", "khong-co"])
def test_only_acts_that_are_alike_for_all_are_done_together(world, act):
    assert signed_in(world.mai).get(f"{A}cung-luc/{act}/").status_code == 404


@pytest.mark.parametrize("path", ["", "phong/", "sap-den-han/"])
@pytest.mark.parametrize("who", ["ha", "vinh", "mai", "tung"])
def test_lists_cost_few_queries(world, django_assert_max_num_queries, who, path):
    scene(world)
    client = signed_in(getattr(world, who))
    client.get(A + path)
    with django_assert_max_num_queries(7):
        assert client.get(A + path).status_code == 200


def test_a_dossier_page_costs_few_queries(world, django_assert_max_num_queries):
    named = scene(world)
    client = signed_in(world.ha)
    client.get(f"{A}{named['work'].code}/")
    with django_assert_max_num_queries(10):
        assert client.get(f"{A}{named['work'].code}/").status_code == 200


def test_the_figures_of_the_tabs_and_chips_agree_with_the_lists(world):
    scene(world)
    moments = worklist.Moments(at("2026-11-22 09:42"), at("2026-11-23 17:30"), at("2026-11-30 00:00"))
    for officer in world.people.values():
        figures = worklist.tabs(officer.actor, moments)
        for name, scope in (("mine", "mine"), ("division", "division"), ("intake", "intake"), ("deliver", "deliver")):
            if officer.role != "reception" and scope in ("intake", "deliver"):
                continue
            assert figures[name] == worklist.tally(scope, officer.actor, moments)["total"], (officer, name)
        soon = "agency_soon" if officer.role in ("director", "clerk") else "soon"
        listed = worklist.listed("soon", officer.actor, moments).rows
        if officer.agency:
            assert figures[soon] == len(listed), officer


def test_the_dossier_page_tells_where_when_and_what_now(world):
    named = scene(world)
    page = signed_in(world.ha).get(f"{A}{named['work'].code}/").content.decode()
    for words in (
        "Công ty CP Thử nghiệm Phja Đén",
        "Còn 1 ngày 6 giờ 10 phút",
        "15:40 thứ Tư, 25/11/2026",
        "Riêng bước 3 đã quá 3 giờ 50 phút. Hẹn trả của cả hồ sơ vẫn giữ.",
        "Trình lãnh đạo phòng",
        "Bế Quang Vinh giao cho Nông Thu Hà",
        "Lý Minh Đạt tiếp nhận hồ sơ",
        "Bỏ qua 24/11/2026",
        "Chưa yêu cầu bổ sung lần nào",
    ):
        assert words in page, words


def test_whoever_has_no_act_sees_where_the_dossier_is(world):
    named = scene(world)
    page = signed_in(world.mai).get(f"{A}{named['work'].code}/").content.decode()
    assert "Không có việc của bạn ở bước này. Hồ sơ đang ở Nông Thu Hà" in page


def test_a_dossier_of_another_agency_looks_like_one_that_is_not_there(world):
    head = Walk(world).assigned().head
    client = signed_in(world.khach)
    assert client.get(f"{A}{head.code}/").status_code == client.get(f"{A}H14.20-261112-9999/").status_code == 404


def test_the_identity_number_is_masked_until_somebody_opens_it_and_that_is_written_down(world, caplog):
    head = filed(id_number="004080000452")
    client = signed_in(world.dat)
    page = client.get(f"{A}{head.code}/").content.decode()
    assert "004080000452" not in page and "••••••••0452" in page
    with caplog.at_level(logging.INFO, logger="motcua.access"):
        assert "004080000452" in client.post(f"{A}{head.code}/so-dinh-danh/").content.decode()
    assert head.code in caplog.text and "dat" in caplog.text and "004080000452" not in caplog.text
    assert "004080000452" not in client.get(f"{A}{head.code}/").content.decode()


def test_pages_of_a_file_are_shown_as_images_of_our_own_making(world):
    with_documents()
    head = Walk(world).assigned().head
    pk = attach(head, "nguoi", "Danh sách.pdf", pdf(pages=2))
    client = signed_in(world.ha)
    page = client.get(f"{A}{head.code}/?tep={pk}&trang=2").content.decode()
    assert "Trang 2 trong 2" in page and f"{A}{head.code}/tep/{pk}/2.png" in page
    image = client.get(f"{A}{head.code}/tep/{pk}/2.png")
    assert image.content.startswith(b"\x89PNG") and "sandbox" in image["Content-Security-Policy"]
    width, height = struct.unpack(">II", image.content[16:24])
    assert f'width="{width}" height="{height}"' in page
    assert client.get(f"{A}{head.code}/tep/{pk}/3.png").status_code == 404


def test_a_file_is_downloaded_never_opened_and_only_from_its_own_dossier(world):
    mine, other = Walk(world).assigned().head, Walk(world, EIGHT).assigned().head
    pk = attach(mine, "don", "Đơn đề nghị.pdf")
    client = signed_in(world.ha)
    got = client.get(f"{A}{mine.code}/tep/{pk}/")
    assert got["Content-Disposition"].startswith("attachment") and "sandbox" in got["Content-Security-Policy"]
    assert b"".join(got.streaming_content).startswith(b"%PDF")
    assert client.get(f"{A}{other.code}/tep/{pk}/").status_code == 404
    assert signed_in(world.khach).get(f"{A}{mine.code}/tep/{pk}/").status_code == 404


JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8Q"
    "EBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k="
)


def test_a_photograph_is_shown_as_an_image_of_our_own_making_too(world):
    head = Walk(world).assigned().head
    pk = attach(head, "don", "anh.jpg", JPEG)
    image = signed_in(world.ha).get(f"{A}{head.code}/tep/{pk}/1.png")
    assert image.status_code == 200 and image.content.startswith(b"\x89PNG")


def test_a_damaged_pdf_is_offered_for_download_instead(world):
    head = Walk(world).assigned().head
    pk = attach(head, "don", "Hỏng.pdf", b"%PDF-1.7\nnothing of a PDF")
    page = signed_in(world.ha).get(f"{A}{head.code}/?tep={pk}")
    assert page.status_code == 200 and "Tải về để xem" in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("H14.20-261113", True),
        ("h14.20-261113", True),
        ("phja đén", True),
        ("Suối Trong", False),
        ("x", False),
        ("thu nghiem chat luong", True),
        ("1.014889", True),
        ("3.000450", False),
    ],
)
def test_the_look_up_finds_by_code_and_by_name(world, typed, found):
    head = Walk(world, when="2026-11-13 15:40", name="Công ty CP Thử nghiệm Phja Đén").assigned().head
    page = signed_in(world.ha).get(f"{A}tra-cuu/", {"q": typed}).content.decode()
    assert (head.code in page) is found


def test_the_look_up_ends_where_the_officers_rights_end(world):
    head = Walk(world, name="Công ty CP Thử nghiệm Phja Đén").assigned().head
    page = signed_in(world.khach).get(f"{A}tra-cuu/", {"q": head.code}).content.decode()
    assert f"{A}{head.code}/" not in page and "Chỉ tìm trong hồ sơ mà đơn vị của bạn" in page


def test_every_page_of_an_officer_asks_for_a_sign_in(client, world):
    head = filed()
    paths = [A, f"{A}phong/", f"{A}sap-den-han/", f"{A}tra-cuu/", f"{A}{head.code}/", f"{A}cung-luc/approve/", "/quay/"]
    for path in [*paths, f"{A}{head.code}/tiep-nhan/", f"{A}{head.code}/giay/01-2.pdf", "/can-bo/", "/can-bo/toi/"]:
        answer = client.get(path)
        assert answer.status_code == 302 and answer.url.startswith("/can-bo/dang-nhap/"), path
