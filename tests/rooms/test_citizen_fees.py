"""What a procedure costs, as people read it before they file: by channel and class, free, unpublished, or unclear."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from motcua.domain.fees import When
from motcua.domain.procedures import Channel
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import FeeRow
from motcua.usecases import fees
from tests.rooms.citizens import NOW, begun, filled, offerings, step
from tests.seed import World

DEVICE = "H14-2.002385-20250626"
PAGE = "/cao-bang/thu-tuc/2.002385/"
TODAY = date(2026, 11, 22)
CUT = {"effective_from": date(2026, 8, 15), "effective_to": date(2027, 3, 1), "relief": "reduced"}
SCHEDULE: tuple[dict[str, Any], ...] = (
    {"amount": 250_000},
    {"amount": 200_000, "channels": ["online"], "relief": "reduced"},
    {"amount": 125_000, "classes": ["vneid_2"], **CUT},
    {"amount": 110_000, "classes": ["vneid_2"], "channels": ["online"], **CUT},
    {"amount": 0, "classes": ["poor_household"], "relief": "exempt", "basis": "Luật, điều 10"},
)


@pytest.fixture(autouse=True)
def town(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    return world


def priced(*rows: dict[str, Any], offering: str = DEVICE) -> None:
    for row in rows:
        told = {"name": "Lệ phí cấp phép", "kind": "le_phi", "basis": "Nghị quyết 1/NQ-HĐND", "assumed": True}
        FeeRow.objects.create(offering_id=offering, **(told | row))
    catalogue.forget()


def text(client: Client, address: str) -> str:
    """What is read, on one line."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1]).split())


def test_the_price_is_shown_by_channel_and_class_with_its_basis_and_mark(client: Client) -> None:
    priced(*SCHEDULE)
    shown = text(client, PAGE)
    assert "Người nộp Trực tuyến Tại quầy Qua bưu chính Lệ phí cấp phép" in shown
    assert "Mọi người nộp 200.000 đồng 250.000 đồng 250.000 đồng" in shown
    assert "Người thuộc hộ nghèo Miễn Miễn Miễn" in shown
    assert "VNeID mức độ 2 Đến hết ngày 28/02/2027 110.000 đồng 125.000 đồng 125.000 đồng" in shown
    assert "Căn cứ: Nghị quyết 1/NQ-HĐND; Luật, điều 10 ." in shown and "giả định của bản trình diễn" in shown


def test_after_its_last_day_a_reduction_is_not_on_the_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    priced(*SCHEDULE)
    monkeypatch.setenv("MOTCUA_NOW", "2027-02-28T23:59+07:00")
    assert "125.000 đồng" in text(client, PAGE)
    monkeypatch.setenv("MOTCUA_NOW", "2027-03-01T00:00+07:00")
    assert "VNeID" not in text(client, PAGE) and "250.000 đồng" in text(client, PAGE)


STATES = [
    ("one price for everybody is a sentence", [{"amount": 500_000}], "500.000 đồng lệ phí cấp phép", "Tại quầy Qua"),
    ("free is said", [{"kind": "free", "name": "", "basis": "Quyết định 2"}], "Không thu phí, lệ phí.", "chưa công bố"),
    ("unpublished is not free", [], "Phí, lệ phí: chưa công bố.", "Không thu"),
    ("what is coming is not yet asked", [{"amount": 7, "effective_from": date(2027, 1, 1)}], "chưa công bố", "7 đồng"),
    (
        "persons and organisations are told apart",
        [{"amount": 100_000, "classes": ["person"]}, {"amount": 150_000, "classes": ["organisation"]}],
        "Cá nhân 100.000 đồng Tổ chức, doanh nghiệp 150.000 đồng",
        "Mọi người nộp",
    ),
    ("a price before the return says so", [{"amount": 9, "when": "return"}], "Nộp trước khi nhận kết quả", "Miễn"),
    ("free online", [{"amount": 9}, {"amount": 0, "channels": ["online"], "relief": "exempt"}], "Miễn 9 đồng", "0 đồng "),
    ("rows that clash send to the counter", [{"amount": 9}, {"amount": 8}], "Hỏi quầy", "9 đồng"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "rows", "said", "unsaid"), STATES, ids=[s[0] for s in STATES])
def test_the_page_says_how_the_fee_stands(
    client: Client, story: str, rows: list[dict[str, Any]], said: str, unsaid: str
) -> None:
    priced(*rows)
    shown = text(client, PAGE)
    assert said in shown and unsaid not in shown
    assert client.get("/en" + PAGE).status_code == 200


def test_the_page_tells_the_owner_of_a_draft_what_it_would_cost(client: Client) -> None:
    priced(*SCHEDULE)
    filled(client)
    assert "Bản nháp của bạn: cá nhân nộp trực tuyến Lệ phí cấp phép 200.000 đồng" in text(client, PAGE)
    assert "Bản nháp của bạn: cá nhân nộp" not in text(Client(), PAGE)


def test_the_review_shows_what_this_applicant_pays_and_asks_for_no_money_yet(client: Client) -> None:
    priced(*SCHEDULE, {"name": "Lệ phí in giấy phép", "amount": 100_000, "when": "return"})
    app = filled(client)
    shown = text(client, step(app, "xem-lai"))
    assert "Lệ phí cấp phép 200.000 đồng" in shown and "Tổng 300.000 đồng" in shown
    assert "Chưa phải trả tiền khi bấm nộp" in shown and "Người thuộc hộ nghèo" in shown


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Phí, lệ phí: chưa công bố."),
        ([{"kind": "free", "name": ""}], "Không thu phí, lệ phí."),
        ([{"amount": 9}, {"amount": 0, "channels": ["online"], "relief": "exempt"}], "không phải nộp khoản nào"),
        ([{"amount": 9}, {"amount": 8}], "Bạn vẫn nộp được hồ sơ"),
    ],
)
def test_a_review_without_an_amount_says_why_and_asks_for_none(
    client: Client, rows: list[dict[str, Any]], said: str
) -> None:
    priced(*rows)
    app = filled(client)
    shown = text(client, step(app, "xem-lai"))
    assert said in shown and "Chưa phải trả tiền" not in shown


def test_an_organisation_is_shown_its_own_price(client: Client) -> None:
    priced({"amount": 100_000, "classes": ["person"]}, {"amount": 150_000, "classes": ["organisation"]})
    app = begun(client)
    client.post(step(app, "nguoi-nop"), {"kind": "organisation", "name": "Hợp tác xã Miến dong"})
    assert "Lệ phí cấp phép 150.000 đồng" in text(client, step(app, "xem-lai"))


@pytest.mark.parametrize(
    ("story", "asked", "amounts"),
    [
        ("online", {"channel": Channel.ONLINE, "subject": "person"}, [200_000]),
        ("at the counter", {"channel": Channel.COUNTER, "subject": "organisation"}, [250_000]),
        ("released, so no obligation", {"channel": Channel.ONLINE, "subject": "person poor_household"}, []),
        ("VNeID by post", {"channel": Channel.POST, "subject": "vneid_2"}, [125_000]),
        ("before the return", {"channel": Channel.ONLINE, "subject": "person", "when": When.RETURN}, []),
    ],
)
def test_the_use_case_answers_what_becomes_an_obligation(story: str, asked: dict[str, Any], amounts: list[int]) -> None:
    priced(*SCHEDULE)
    items = fees.items(DEVICE, day=TODAY, **({"when": When.RECEPTION} | asked))
    assert [item.amount for item in items] == amounts, story


def test_free_and_unpublished_make_no_obligation() -> None:
    assert fees.due_at_reception(DEVICE, channel=Channel.COUNTER, subject="person", day=TODAY) == ()
    priced({"kind": "free", "name": ""})
    assert fees.due_at_reception(DEVICE, channel=Channel.COUNTER, subject="person", day=TODAY) == ()
    assert fees.due_at_reception("no-such-offering", channel=Channel.COUNTER, subject="person", day=TODAY) == ()
