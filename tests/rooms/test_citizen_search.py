"""Search over all provinces: what people type and what they find, and that nothing they type breaks it."""

from datetime import date
from urllib.parse import quote

import pytest
from django.test import Client

from motcua.records.catalogue import find
from motcua.records.catalogue.asking import understand
from motcua.rooms.citizen.names import masked, plain, split
from tests.rooms.citizens import BUC_XA, NOW, offering, offerings
from tests.seed import World

TODAY = date(2026, 11, 22)
XQUANG = {"2.002385", "2.002380", "2.002381"}


@pytest.fixture(autouse=True)
def catalogue(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()


def codes(typed: str, **by: object) -> set[str]:
    query = understand(typed)
    hits, _ = find.find(query, find.count(query, TODAY).kind, TODAY, **by)  # type: ignore[arg-type]
    return {hit.key for hit in hits}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("chup x quang", XQUANG),  # a synonym: no name says "chụp"
        ("chụp X-quang", XQUANG),
        ("xquang", XQUANG),  # closed up
        ("X-QUANG y tế", XQUANG),
        ("x quangg chan doan", XQUANG),  # a slip of the finger: by trigrams
        ("khai bao thiet bi", {"2.002385"}),
        ("gia hạn x-quang", {"2.002381"}),
        ("2.002385", {"2.002385"}),
        ("2.002380.000.00.00.H37", {"2.002380"}),  # long form of a decision
        ("002385", {"2.002385"}),  # part of a code
        ("mã 2.002385", {"2.002385"}),
        ("25/2020/TT-BKHCN", {"H14-khong-ma-20250626"}),  # the number of a circular, and a procedure without a code
        ("25/2020", {"H14-khong-ma-20250626"}),
        ("bưu điện", {"1.003542"}),  # people say bưu điện, decisions bưu chính
        ("xin giấy phép gì đó để làm bưu chính", {"1.003542"}),  # some telling words
        ("giấy nuôi chim", set()),
        ("thủ tục", {"2.002385", "2.002380", "2.002381", "1.003542", "H14-khong-ma-20250626"}),
        ("", set()),
        ("   ", set()),
        ("?!…", set()),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, found: set[str]) -> None:
    assert codes(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "'; drop table catalogue_offering; --",
        "%_%",
        "\\m(",
        "🙂🙂",
        "\x00abc",
        "a" * 10_000,
        "ỹ" * 3000,
        "( & | ! :*",
        "1." * 500,
    ],
    ids=["sql", "like", "regex", "emoji", "nul", "long", "long marks", "tsquery", "dots"],
)
def test_nothing_typed_breaks_the_page(client: Client, typed: str) -> None:
    response = client.get(f"/tim?q={quote(typed)}", follow=True)
    assert response.status_code == 200
    assert len(response.content) < 30_000


def test_the_page_counts_filters_and_marks(client: Client) -> None:
    page = client.get("/tim?q=chup+x+quang&tinh=cao-bang").content.decode()
    assert "3 thủ tục cho “chụp X-quang”" in page
    assert "Đã hiểu “chup x quang” là" in page
    assert '<mark class="keep">X-quang</mark>' in page
    partial = client.get("/tim?q=chup+x+quang&tinh=cao-bang&muc=mot-phan").content.decode()
    assert "2.002380" in partial and "2.002385" not in partial
    everywhere = client.get("/tim?q=2.002380").content.decode()
    assert "Cao Bằng" in everywhere and "Lạng Sơn" in everywhere


def test_literal_search_leaves_synonyms_and_likeness_out(client: Client) -> None:
    assert "Chưa thấy thủ tục nào" in client.get("/tim?q=chup+x+quang&dung=1").content.decode()


def test_what_was_understood_is_said_only_when_it_differs(client: Client) -> None:
    assert "Đã hiểu “xquang” là" in client.get("/tim?q=xquang").content.decode()
    assert "Đã hiểu" not in client.get("/tim?q=X-quang").content.decode()


def test_pages_by_key_show_every_hit_once(client: Client) -> None:
    for n in range(45):
        offering("H14", f"1.9{n:05}", f"Cấp giấy phép thử nghiệm số {n}", "Thử", "full")
    query, seen, after = understand("giay phep thu nghiem"), [], ""
    while True:
        hits, after = find.find(query, find.EXACT, TODAY, after=after)
        seen += [hit.key for hit in hits]
        if not after:
            break
    assert len(seen) == len(set(seen)) == find.count(query, TODAY).total() == 45
    assert "Trang sau" in client.get("/tim?q=giay+phep+thu+nghiem").content.decode()


def test_of_two_decisions_on_one_code_the_one_in_force_is_found(client: Client) -> None:
    offering(
        "H14", "2.002385", "Khai báo thiết bị X-quang theo văn bản mới", BUC_XA, "partial", decided=date(2026, 3, 1)
    )
    offering("H14", "2.002385", "Khai báo thiết bị X-quang của năm sau", BUC_XA, "full", decided=date(2027, 3, 1))
    query = understand("2.002385")
    hits, _ = find.find(query, find.EXACT, TODAY)
    assert [hit.name for hit in hits] == ["Khai báo thiết bị X-quang theo văn bản mới"]
    assert "theo văn bản mới" in client.get("/cao-bang/thu-tuc/2.002385/").content.decode()


def test_a_search_takes_at_most_four_queries(client: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        client.get("/tim?q=x+quang&tinh=cao-bang&muc=toan-trinh")


@pytest.mark.parametrize(
    ("name", "lead", "rest"),
    [
        ("Thủ tục khai báo thiết bị X-quang", "Khai báo", " thiết bị X-quang"),
        ("Gia hạn Giấy phép tiến hành công việc", "Gia hạn Giấy phép", " tiến hành công việc"),
        ("Cấp lại giấy phép bưu chính", "Cấp lại giấy phép", " bưu chính"),
        ("Sửa đổi, bổ sung giấy phép bưu chính", "Sửa đổi, bổ sung giấy phép", " bưu chính"),
        ("Tặng giải thưởng khoa học", "Tặng giải thưởng", " khoa học"),
        ("Cấp phép", "Cấp phép", ""),
        ("", "", ""),
    ],
)
def test_the_differing_verb_leads(name: str, lead: str, rest: str) -> None:
    assert split(name) == (lead, rest)
    assert lead + rest == plain(name)


def test_a_name_for_the_public_tells_its_bearer_only() -> None:
    assert masked("Nông Thị Hoa") == "N. T. Hoa"
    assert masked("Hoa") == "Hoa"
