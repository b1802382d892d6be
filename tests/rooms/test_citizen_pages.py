"""The pages people read: portal, fields, agencies, procedures, plain texts; small, linked, in two languages."""

import re
from typing import Any

import pytest
from django.test import Client

from motcua.records.catalogue.models import OfferingRow
from tests.rooms.citizens import NOW, filed, offering, offerings
from tests.seed import World


@pytest.fixture(autouse=True)
def town(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    return world


PAGES = [
    "/",
    "/cao-bang/",
    "/lang-son/",
    "/cao-bang/quay/",
    "/cao-bang/linh-vuc/buu-chinh/",
    "/cao-bang/co-quan/H14.19/",
    "/cao-bang/thu-tuc/2.002385/",
    "/cao-bang/thu-tuc/1.014889/",
    "/cao-bang/thu-tuc/H14-khong-ma-20250626/",
    "/cao-bang/thu-tuc/3.000259/",
    "/cao-bang/thu-tuc/1.001786/",
    "/lang-son/thu-tuc/2.001259/",
    "/cao-bang/thu-tuc/2.002385/nop/",
    "/tim?q=x+quang",
    "/tim?q=khong+co+gi+het",
    "/tim",
    "/tra-cuu/",
    "/ho-so-cua-toi/",
    "/quay-tiep-nhan/",
    "/so-lieu/",
    "/gioi-thieu/ho-tro/",
    "/gioi-thieu/gia-dinh/",
    "/gioi-thieu/du-lieu-ca-nhan/",
    "/gioi-thieu/kha-nang-tiep-can/",
]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_small_and_opens_in_both_languages(client: Client, address: str) -> None:
    for prefix in ("", "/en"):
        answer = client.get(prefix + address)
        assert answer.status_code == 200, prefix + address
        assert len(answer.content) <= 30_000
        page = answer.content.decode()
        assert page.count("<h1") == 1 and ' style="' not in page and "<script>" not in page


def test_no_link_of_any_page_is_dead(client: Client) -> None:
    seen, waiting = set[str](), [*PAGES]
    while waiting and len(seen) < 300:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        if answer.streaming or address.startswith("/en"):
            continue
        links = re.findall(r'href="(/[^"#]*)', answer.content.decode())
        waiting += [link.replace("&amp;", "&") for link in links if not link.startswith("/static/")]
    assert len(seen) > len(PAGES)


@pytest.mark.parametrize(
    "address", ["/khong-co/", "/ha-giang/", "/quang-ninh/", "/cao-bang/linh-vuc/khong/", "/cao-bang/co-quan/X/"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_portal_counts_fields_and_tells_the_next_day_off(client: Client) -> None:
    page = client.get("/cao-bang/").content.decode()
    assert "An toàn bức xạ và hạt nhân</a><span>3 thủ tục" in page
    assert "Thứ Ba, 24/11/2026 các quầy nghỉ." in page and "Ngày Văn hóa Việt Nam" in page
    assert "Quầy mở lại" in page and "Tháng 11 của tỉnh" in page


def test_two_spellings_of_a_field_are_one(client: Client) -> None:
    offering("H14", "1.000438", "Cấp giấy xác nhận", "Tiêu chuẩn đo lường chất lượng", "full")
    page = client.get("/cao-bang/").content.decode()
    assert page.count("/linh-vuc/tieu-chuan-do-luong-chat-luong/") == 1
    listed = client.get("/cao-bang/linh-vuc/tieu-chuan-do-luong-chat-luong/").content.decode()
    assert "1.000438" in listed and "1.001786" in listed and "1.014889" in listed


def test_a_procedure_gives_the_due_date_of_today_and_its_reckoning(client: Client) -> None:
    page = client.get("/cao-bang/thu-tuc/1.014889/").content.decode()
    assert "07 ngày làm việc" in page and "17:30 thứ Năm, 03/12/2026" in page
    assert "Ngoài giờ, đồng hồ tiếp nhận bắt đầu 07:30 thứ Hai, 23/11" in page
    assert "Bỏ qua 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)" in page
    assert "Không tính thời gian" in page and "1,25 ngày" in page
    english = client.get("/en/cao-bang/thu-tuc/1.014889/").content.decode()
    assert "17:30, Thursday 3 December 2026" in english


def test_unknown_is_said_and_never_guessed(client: Client) -> None:
    OfferingRow.objects.filter(code="1.001786").update(process=None, details={})
    page = client.get("/cao-bang/thu-tuc/1.001786/").content.decode()
    assert "Mức độ chưa công bố" in page and "<b>theo quy định</b>" in page
    assert "Phí, lệ phí: chưa công bố" in page and "Tỉnh chưa công bố thành phần hồ sơ" in page


def test_online_only_names_its_basis_and_closes_the_counter(client: Client) -> None:
    OfferingRow.objects.filter(code="2.002385").update(online_only_basis="Kế hoạch 179/KH-UBND")
    page = client.get("/cao-bang/thu-tuc/2.002385/").content.decode()
    assert "Kế hoạch 179/KH-UBND" in page and "Hoặc nộp" not in page


def test_a_procedure_of_the_same_name_is_pointed_to(client: Client) -> None:
    offering("H14", "1.014888", "Cấp Giấy chứng nhận đăng ký hoạt động thử nghiệm chất lượng", "TC", "full")
    page = client.get("/cao-bang/thu-tuc/1.014889/").content.decode()
    assert "/cao-bang/thu-tuc/1.014888/" in page and "có cùng tên" in page


def test_a_procedure_no_longer_in_force_says_so(client: Client) -> None:
    OfferingRow.objects.filter(code="2.002385").update(effective_to="2026-01-01")
    assert "không còn hiệu lực" in client.get("/cao-bang/thu-tuc/2.002385/").content.decode()
    assert "2.002385" not in client.get("/cao-bang/linh-vuc/an-toan-buc-xa-va-hat-nhan/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/cao-bang/linh-vuc/buu-chinh/?sau=%00",
        "/cao-bang/linh-vuc/buu-chinh/?sau=khong-co",
        "/tim?q=thu&sau=%00&tinh=%00&muc=%00",
        "/tim?q=thu&sau=99999999|x&muc=full&muc=mot-phan",
        "/tim?q=%00",
        "/tra-cuu/?ma=%00",
    ],
)
def test_a_bent_address_is_still_a_page(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_a_long_field_is_paged_by_key(client: Client) -> None:
    for n in range(60):
        offering("H14", f"1.8{n:05}", f"Cấp giấy thử {n}", "Thử", "full")
    found, address = set[str](), "/cao-bang/linh-vuc/thu/"
    while address:
        page = client.get(address).content.decode()
        found |= set(re.findall(r"1\.8\d{5}", page))
        onward = re.search(r'href="(\?sau=[^"]+)" rel="next"', page)
        address = "/cao-bang/linh-vuc/thu/" + onward.group(1) if onward else ""
    assert len(found) == 60


@pytest.mark.parametrize(("address", "most"), [("/cao-bang/thu-tuc/2.002385/", 6), ("/cao-bang/", 6), ("/", 3)])
def test_pages_ask_the_database_little(
    client: Client, address: str, most: int, django_assert_max_num_queries: Any
) -> None:
    filed(client)
    client.get(address)
    with django_assert_max_num_queries(most):
        client.get(address)
