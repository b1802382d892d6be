"""The counter: the queue with its 8-hour clock, direct intake with a slip, hand-over in bulk, results to give back."""

import re

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.dossiers import State, Wanted
from motcua.records.drafts.models import Application
from motcua.usecases import acts, looking
from motcua.usecases.execute import Target
from tests.rooms.offices import SEVEN, Walk, attach, filed, pdf, signed_in, with_documents
from tests.world import at

VISITOR = {
    "kind": "person",
    "name": "Hứa Thị Ngân",
    "phone": "0900 000 218",
    "channel": "counter",
    "return_way": "counter",
}


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")


def begun(client, offering: str = SEVEN) -> str:
    return client.post("/quay/truc-tiep/bat-dau/", {"offering": offering}).url


def scan(name: str = "don.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(), "application/pdf")


def test_the_queue_shows_the_oldest_first_with_its_eight_hours_in_words(world):
    late, soon = filed("2026-11-19 09:20", name="HTX Miến dong"), filed("2026-11-20 08:05")
    fresh = filed("2026-11-21 20:15")
    page = signed_in(world.dat).get("/quay/").content.decode()
    assert [page.index(h.code) for h in (late, soon, fresh)] == sorted(page.index(h.code) for h in (late, soon, fresh))
    for words in ("Quá 6 giờ 10 phút", "Còn 35 phút", "Còn 8 giờ", "HTX Miến dong"):
        assert words in page


@pytest.mark.parametrize(("chip", "shown"), [("late", [0]), ("soon", [1]), ("", [0, 1, 2]), ("nonsense", [0, 1, 2])])
def test_a_chip_narrows_the_queue(world, chip, shown):
    heads = [filed("2026-11-19 09:20"), filed("2026-11-20 08:05"), filed("2026-11-21 20:15")]
    page = signed_in(world.dat).get(f"/quay/?loc={chip}").content.decode()
    assert [n for n, head in enumerate(heads) if head.code in page] == shown


def test_a_long_queue_is_paged_by_key_and_shows_every_dossier_once(world):
    codes = [filed("2026-11-20 08:05").code for _ in range(52)]
    client = signed_in(world.dat)
    first = client.get("/quay/").content.decode()
    after = re.search(r'href="(\?sau=[^"]+)" rel="next"', first).group(1).replace("&amp;", "&")
    second = client.get(f"/quay/{after}").content.decode()
    seen = [set(re.findall(r"H14\.20-\d{6}-\d{4}", page)) for page in (first, second)]
    assert [len(s) for s in seen] == [50, 2] and not seen[0] & seen[1] and seen[0] | seen[1] == set(codes)
    assert client.get("/quay/?sau=khong-phai-ngay|x").status_code == 200


def test_the_list_costs_few_queries(world, django_assert_max_num_queries):
    for n in range(5):
        filed(f"2026-11-20 08:0{n}")
    client = signed_in(world.dat)
    client.get("/quay/")
    with django_assert_max_num_queries(7):
        client.get("/quay/")


def test_beside_the_queue_stands_what_came_and_what_reception_now_would_promise(world):
    with_documents()
    head = filed("2026-11-20 08:05")
    attach(head, "don", "Đơn.pdf")
    page = signed_in(world.dat).get(f"/quay/{head.code}/").content.decode()
    assert "1 trong 3 có tệp" in page and "Chưa có tệp. Xem lại trước khi quyết định" in page
    assert "17:30 thứ Tư, 02/12/2026" in page and "Ngày Văn hóa Việt Nam" in page
    for slug in ("tiep-nhan", "yeu-cau-bo-sung", "tu-choi"):
        assert f"/ban-lam-viec/{head.code}/{slug}/" in page


def test_a_dossier_of_another_counter_is_not_found(world):
    head = filed()
    assert signed_in(world.phuong).get(f"/quay/{head.code}/").status_code == 404


@pytest.mark.parametrize("who", ["ha", "vinh", "son", "mai", "tung"])
@pytest.mark.parametrize("path", ["", "ban-giao/", "tra-ket-qua/", "truc-tiep/"])
def test_the_counter_is_for_reception(world, who, path):
    answer = signed_in(getattr(world, who)).get(f"/quay/{path}")
    assert answer.status_code == 403 and "không thuộc việc của tài khoản" in answer.content.decode()


def test_a_stranger_signs_in_and_comes_back(client, world):
    answer = client.get("/quay/?loc=late")
    assert answer.status_code == 302 and answer.url == "/can-bo/dang-nhap/?next=/quay/%3Floc%3Dlate"


def test_a_visitor_leaves_with_a_slip(world):
    with_documents()
    client = signed_in(world.dat)
    found = client.get("/quay/truc-tiep/?q=thu nghiem").content.decode()
    assert "1.014889" in found
    url = begun(client)
    answer = client.post(url, VISITOR | {"doc-don": scan(), "receive": "1"}, follow=True)
    page = answer.content.decode()
    assert "Đã tiếp nhận hồ sơ" in page
    slip = client.get(re.search(r'href="([^"]*/giay/01-[^"]*\.pdf)"', page).group(1)).content
    text = "".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(slip))
    code = re.search(r"H14\.20-261122-\d{4}", text).group()
    head = looking.for_citizen("H14", code, at("2026-11-22 09:42")).head
    assert head.state is State.RECEIVED and head.helper == str(world.dat.pk) and head.channel == "counter"
    assert "Đơn đăng ký hoạt động thử nghiệm" in text


def test_a_mistake_at_the_counter_loses_neither_words_nor_scans(world):
    with_documents()
    client = signed_in(world.dat)
    url = begun(client)
    typed = VISITOR | {"name": "", "phone": "12", "address": "Tổ 5, phường Thục Phán"}
    answer = client.post(url, typed | {"doc-don": scan("don.pdf"), "receive": "1"})
    assert answer.status_code == 422
    for page in (answer.content.decode(), client.get(url).content.decode()):
        assert "Tổ 5, phường Thục Phán" in page and "don.pdf" in page
    assert "nhập đủ số điện thoại" in answer.content.decode()
    assert Application.objects.get().code == ""


def test_a_picture_of_the_wrong_kind_is_named_at_its_field_and_the_rest_is_kept(world):
    with_documents()
    client = signed_in(world.dat)
    heic = SimpleUploadedFile("anh.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")
    url = begun(client)
    page = client.post(url, VISITOR | {"doc-don": [heic, scan("don.pdf")], "receive": "1"}).content.decode()
    assert "Không nhận được tệp HEIC" in page and "don.pdf" in page and "Hứa Thị Ngân" in page


def test_two_clicks_at_the_counter_make_one_dossier(world):
    client = signed_in(world.dat)
    url = begun(client)
    first = client.post(url, VISITOR | {"receive": "1"})
    second = client.post(url, VISITOR | {"receive": "1"})
    assert first.status_code == second.status_code == 302
    assert Application.objects.exclude(code="").count() == 1
    assert first.url.split("?")[0] == second.url


def test_a_scan_can_be_removed_before_receiving(world):
    with_documents()
    client = signed_in(world.dat)
    url = begun(client)
    client.post(url, VISITOR | {"doc-don": scan("nham.pdf"), "save": "1"})
    pk = re.search(r'name="remove" value="([^"]+)"', client.get(url).content.decode()).group(1)
    client.post(url, VISITOR | {"remove": pk})
    assert "nham.pdf" not in client.get(url).content.decode()


def test_another_officers_unfinished_intake_is_not_opened(world):
    url = begun(signed_in(world.dat))
    assert signed_in(world.phuong).get(url).status_code == 404


def test_a_procedure_received_online_only_says_so_and_offers_help(world):
    from motcua.records.catalogue import queries as catalogue
    from motcua.records.catalogue.models import OfferingRow

    OfferingRow.objects.filter(pk=SEVEN).update(online_only_basis="Thông báo tháng 4/2024")
    catalogue.forget()
    client = signed_in(world.dat)
    page = client.get("/quay/truc-tiep/?q=1.014889").content.decode()
    assert "Chỉ nhận trực tuyến hoặc qua bưu chính" in page and "Giúp người nộp nộp trực tuyến" in page
    answer = client.post(begun(client), VISITOR | {"receive": "1"})
    assert answer.status_code == 422, "the counter is no choice of this form"
    sent = client.post(begun(client), VISITOR | {"channel": "post", "receive": "1"})
    assert sent.status_code == 302


def test_hand_over_shows_the_two_dues_of_the_three_o_clock_rule(world):
    Walk(world, when="2026-11-20 14:10").received()
    Walk(world, when="2026-11-20 15:40").received()
    page = signed_in(world.dat).get("/quay/ban-giao/").content.decode()
    assert "17:30 T6, 20/11" in page, "before 15:00: the same day"
    assert "07:30 T2, 23/11" in page and "Ngay đầu giờ mở cửa" in page, "after 15:00: the next opening"
    assert "15:40 T2, 23/11" in page, "the paper has a working day"


def test_several_dossiers_are_handed_over_at_once_each_with_its_own_result(world):
    heads = [Walk(world, when="2026-11-20 10:00").received().head for _ in range(3)]
    moved = acts.complete_step(Target("H14", heads[2].code), world.dat.actor, at("2026-11-20 11:00")).head
    client = signed_in(world.dat)
    picks = [f"{h.code}:{h.version}:1" for h in heads]
    asked = client.get("/ban-lam-viec/cung-luc/complete_step/", {"pick": picks})
    text = asked.content.decode()
    assert "cho 2 hồ sơ" in text, "the one that has gone is not offered again"
    key = re.search(r'name="key" value="([^"]+)"', text).group(1)
    for _ in range(2):
        done = client.post(
            "/ban-lam-viec/cung-luc/complete_step/", {"pick": picks, "key": key, "note": ""}, follow=True
        ).content.decode()
        assert "chuyển bước 2 hồ sơ" in done and "1 hồ sơ chưa làm được và giữ nguyên" in done
        assert "Lý Minh Đạt chuyển sang bước 2" in done
    for head, version in zip(heads, (3, 3, 3), strict=True):
        after = looking.for_citizen("H14", head.code, at("2026-11-22 09:42")).head
        assert (after.version, after.position.unit) == (version, "H14.19.02")
    assert moved.version == 3


def test_results_wait_at_the_counter_until_they_are_given_back(world):
    head = Walk(world).registered().head
    client = signed_in(world.dat)
    assert f"/ban-lam-viec/{head.code}/tra-ket-qua/" in client.get("/quay/tra-ket-qua/").content.decode()
    client.post(f"/ban-lam-viec/{head.code}/tra-ket-qua/", {"way": "post", "seen": head.version, "key": "k"})
    assert "Không có kết quả nào chờ trả" in client.get("/quay/tra-ket-qua/").content.decode()


def test_what_waits_for_a_supplement_before_reception_stays_in_sight(world):
    head = filed()
    wanted = (Wanted("Đơn", "Thiếu chữ ký"),)
    acts.request_supplement(
        Target("H14", head.code), world.dat.actor, at("2026-11-20 09:00"), wanted=wanted, basis="Mẫu 02"
    )
    client = signed_in(world.dat)
    assert head.code not in client.get("/quay/").content.decode()
    page = client.get("/quay/?loc=paused").content.decode()
    assert head.code in page
    assert "Chờ bổ sung" in page
