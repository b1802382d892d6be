"""Which fee an applicant is asked for: by channel, case, class and date, with a reason a row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.fees import (
    Ambiguous,
    ApplicantClass,
    FeeKind,
    Free,
    Published,
    Relief,
    Schedule,
    Tariff,
    When,
    applying,
    classes_of,
    conflicts,
    described,
    dong,
    fees_for,
    in_words,
)
from motcua.domain.procedures import Channel

DAY = date(2026, 11, 22)
ONLINE, COUNTER, POST = Channel.ONLINE, Channel.COUNTER, Channel.POST


def row(amount, name="Lệ phí cấp giấy phép", **conditions):
    sets = {key: frozenset(conditions.pop(key, ())) for key in ("channels", "cases", "classes")}
    basis = conditions.pop("basis", "Nghị quyết 1")
    return Tariff("o", name, FeeKind.LE_PHI, amount, basis, **sets, **conditions)


def released(*classes, basis="Luật, điều 10"):
    return row(0, classes=classes, relief=Relief.EXEMPT, basis=basis)


LASTING = row(150_000)
CHEAPER = row(100_000, channels=[ONLINE])
POOR = released("poor_household")
# TT 117/2026: in force through 28 February, so the first day without it is 1 March.
CUT = row(75_000, classes=["vneid_2"], effective_from=date(2026, 8, 15), effective_to=date(2027, 3, 1))
CUT_ONLINE = row(
    50_000, channels=[ONLINE], classes=["vneid_2"], effective_from=date(2026, 8, 15), effective_to=CUT.effective_to
)
RENEWAL = row(80_000, cases=["gia hạn"])

STORIES = [
    ("a lasting row for everybody", [LASTING], COUNTER, "person", "", DAY, [150_000]),
    ("online is cheaper", [LASTING, CHEAPER], ONLINE, "person", "", DAY, [100_000]),
    ("at the counter the lasting row holds", [LASTING, CHEAPER], COUNTER, "organisation", "", DAY, [150_000]),
    ("a poor household is released", [LASTING, CHEAPER, POOR], ONLINE, "poor_household", "", DAY, [0]),
    ("its neighbour is not", [LASTING, POOR], COUNTER, "person", "", DAY, [150_000]),
    ("an organisation is not a person", [row(9, classes=["person"])], COUNTER, "organisation", "", DAY, []),
    ("a poor household is one", [row(9, classes=["person"])], COUNTER, "poor_household", "", DAY, [9]),
    ("the poor row is narrower than the person's", [row(9, classes=["person"]), row(5, classes=["poor_household"])],
     COUNTER, "person poor_household", "", DAY, [5]),
    ("the day before the cut", [LASTING, CUT], COUNTER, "person vneid_2", "", date(2026, 8, 14), [150_000]),
    ("the first day of the cut", [LASTING, CUT], COUNTER, "person vneid_2", "", date(2026, 8, 15), [75_000]),
    ("the last day of the cut", [LASTING, CUT], COUNTER, "person vneid_2", "", date(2027, 2, 28), [75_000]),
    ("at midnight it is over", [LASTING, CUT], COUNTER, "person vneid_2", "", date(2027, 3, 1), [150_000]),
    ("the cut is for VNeID users alone", [LASTING, CUT], COUNTER, "person", "", DAY, [150_000]),
    ("a third row settles cut and channel", [LASTING, CHEAPER, CUT, CUT_ONLINE], ONLINE, "vneid_2", "", DAY, [50_000]),
    ("a release goes before the cut", [LASTING, CUT, POOR], COUNTER, "vneid_2 poor_household", "", DAY, [0]),
    ("a renewal costs less", [LASTING, RENEWAL], COUNTER, "person", "gia hạn", DAY, [80_000]),
    ("nobody said it was a renewal", [LASTING, RENEWAL], COUNTER, "person", "", DAY, [150_000]),
    ("half price for all for a season stands inside the lasting row",
     [LASTING, row(75_000, effective_from=date(2026, 11, 1), effective_to=date(2026, 12, 1))],
     POST, "person", "", DAY, [75_000]),
    ("a newer row that lasts goes before an older one", [LASTING, row(170_000, effective_from=date(2026, 1, 1))],
     POST, "person", "", DAY, [170_000]),
    ("two fees are two", [LASTING, row(1_200_000, "Phí thẩm định")], COUNTER, "person", "", DAY, [150_000, 1_200_000]),
    ("a channel without a row costs nothing", [row(9, channels=[COUNTER])], ONLINE, "person", "", DAY, []),
    ("no rows", [], COUNTER, "person", "", DAY, []),
]  # fmt: skip


@pytest.mark.parametrize(("story", "rows", "channel", "subject", "case", "day", "amounts"), STORIES)
def test_an_applicant_is_asked_for_the_narrowest_row(story, rows, channel, subject, case, day, amounts):
    for order in (rows, rows[::-1]):
        items = fees_for(order, channel=channel, classes=classes_of(subject), case=case, day=day)
        assert sorted(item.amount for item in items) == sorted(amounts), story


@pytest.mark.parametrize(
    ("rows", "subject", "said"),
    [
        ([CHEAPER, CUT], "vneid_2", ["100.000 đồng, trực tuyến", "75.000 đồng, người dùng tài khoản VNeID mức độ 2"]),
        ([LASTING, row(150_000, basis="Nghị quyết 2")], "person", ["Nghị quyết 1", "Nghị quyết 2"]),
        ([LASTING, LASTING], "person", ["2 dòng"]),
    ],
    ids=["channel against class", "twice the same conditions", "the same row twice"],
)
def test_two_rows_of_which_none_is_narrower_are_named_and_neither_is_taken(rows, subject, said):
    with pytest.raises(Ambiguous) as caught:
        fees_for(rows, channel=ONLINE, classes=classes_of(subject), day=DAY)
    assert set(caught.value.rows) == set(rows)
    assert all(words in str(caught.value) for words in [*said, "Lệ phí cấp giấy phép", "Chưa tính khoản này"])


def test_two_releases_are_one_that_rests_on_both():
    rows = [LASTING, released("poor_household", basis="Luật A"), released("merit", basis="Luật B")]
    (item,) = fees_for(rows, channel=ONLINE, classes=classes_of("merit poor_household"), day=DAY)
    assert (item.amount, item.basis) == (0, "Luật A; Luật B")


def test_what_falls_due_later_is_not_asked_at_reception():
    later = row(200_000, "Lệ phí cấp chứng chỉ", when=When.RETURN)
    asked = {
        when: [
            item.amount for item in fees_for([LASTING, later], channel=POST, classes=frozenset(), day=DAY, when=when)
        ]
        for when in (None, *When)
    }
    assert asked == {None: [150_000, 200_000], When.RECEPTION: [150_000], When.SUPPLEMENT: [], When.RETURN: [200_000]}


def test_a_schedule_names_its_conflicts_before_it_is_published():
    assert conflicts([LASTING, CHEAPER, CUT, CUT_ONLINE, POOR]) == ()
    (clash,) = conflicts([LASTING, CHEAPER, CUT])
    assert set(clash.rows) == {CHEAPER, CUT}
    (meeting,) = conflicts([LASTING, row(1, classes=["disabled"]), row(2, classes=["elderly"])])
    assert {one.amount for one in meeting.rows} == {1, 2}


@pytest.mark.parametrize("broken", [{"amount": -1}, {"amount": 5, "relief": Relief.EXEMPT}])
def test_a_row_below_nothing_or_a_release_that_costs_is_refused(broken):
    with pytest.raises(ValueError, match="Lệ phí cấp giấy phép"):
        row(**broken)


def test_a_class_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="king"):
        classes_of("person king")


def test_unpublished_free_and_charged_are_three_states():
    free = Free("Quyết định 2", effective_from=date(2026, 1, 1), effective_to=date(2027, 1, 1))
    assert Schedule().published(DAY) is Published.NOT
    assert Schedule(free=(free,)).published(DAY) is Published.FREE
    assert Schedule(free=(free,)).published(date(2027, 1, 1)) is Published.NOT
    assert Schedule((CUT,), (free,)).published(DAY) is Published.CHARGED
    assert Schedule((CUT,), (free,)).published(date(2026, 8, 14)) is Published.FREE


AMOUNTS = [
    (0, "không đồng"),
    (1, "một đồng"),
    (10, "mười đồng"),
    (15, "mười lăm đồng"),
    (21, "hai mươi mốt đồng"),
    (24, "hai mươi tư đồng"),
    (35, "ba mươi lăm đồng"),
    (100, "một trăm đồng"),
    (101, "một trăm linh một đồng"),
    (105, "một trăm linh năm đồng"),
    (110, "một trăm mười đồng"),
    (1_001, "một nghìn không trăm linh một đồng"),
    (15_000, "mười lăm nghìn đồng"),
    (150_000, "một trăm năm mươi nghìn đồng"),
    (1_000_000, "một triệu đồng"),
    (1_000_005, "một triệu không trăm linh năm đồng"),
    (1_015_000, "một triệu không trăm mười lăm nghìn đồng"),
    (1_250_000, "một triệu hai trăm năm mươi nghìn đồng"),
    (2_000_000_000, "hai tỷ đồng"),
    (2_000_015_000, "hai tỷ không trăm mười lăm nghìn đồng"),
    (1_000_000_000_000, "một nghìn tỷ đồng"),
]


@pytest.mark.parametrize(("amount", "words"), AMOUNTS)
def test_an_amount_in_words(amount, words):
    assert in_words(amount) == words


def test_an_amount_in_figures_and_no_words_for_a_debt():
    assert (dong(0), dong(150_000), dong(2_000_000_000)) == ("0 đồng", "150.000 đồng", "2.000.000.000 đồng")
    with pytest.raises(ValueError):
        in_words(-1)


def test_a_row_is_described_by_what_tells_it_from_others():
    assert described(CUT_ONLINE) == (
        "50.000 đồng, trực tuyến, người dùng tài khoản VNeID mức độ 2, từ 15/8/2026 đến hết 28/2/2027 (Nghị quyết 1)"
    )


def subsets(values):
    return st.frozensets(st.sampled_from(list(values)), max_size=2)


dates = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 6))
tariffs = st.builds(
    Tariff,
    offering=st.just("o"),
    name=st.sampled_from(["A", "B"]),
    kind=st.sampled_from(FeeKind),
    amount=st.integers(1, 3),
    basis=st.sampled_from(["x", "y"]),
    channels=subsets(Channel),
    cases=subsets(["k", "l"]),
    classes=subsets(ApplicantClass),
    effective_from=dates,
    effective_to=dates,
)
situation = {
    "channel": st.sampled_from(Channel),
    "case": st.sampled_from(["", "k", "l"]),
    "classes": subsets(ApplicantClass),
    "day": st.dates(date(2026, 1, 1), date(2026, 1, 7)),
}


@given(rows=st.lists(tariffs, max_size=8), **situation)
def test_each_name_has_exactly_one_winner_in_force_or_all_that_clash_are_named(rows, channel, case, classes, day):
    asked = {"channel": channel, "case": case, "classes": classes, "day": day}
    concerned = {r.name for r in rows if fees_for([r], **asked)}
    try:
        won = applying(rows, **asked)
    except Ambiguous as clash:
        assert len(clash.rows) > 1 and {r.name for r in clash.rows} == {clash.name}
        assert all(applying([r], **asked) == (r,) for r in clash.rows)
        assert not any(a.narrower(b) for a in clash.rows for b in clash.rows)
        return
    assert {r.name for r in won} == concerned and len(won) == len(concerned)
    for winner in won:
        rivals = [r for r in rows if r.name == winner.name and applying([r], **asked) and r is not winner]
        assert not any(rival.narrower(winner) for rival in rivals)
        assert all(winner.narrower(rival) or any(o.narrower(rival) for o in rivals) for rival in rivals)


@given(a=tariffs, b=tariffs, c=tariffs)
def test_narrower_is_a_strict_order(a, b, c):
    assert not a.narrower(a)
    assert not (a.narrower(b) and b.narrower(a))
    assert a.narrower(c) or not (a.narrower(b) and b.narrower(c))


@given(st.lists(tariffs, max_size=4))
def test_a_schedule_without_conflicts_never_leaves_anybody_between_two_rows(rows):
    if conflicts(rows):
        return
    for channel in Channel:
        for one in ApplicantClass:
            for day in range(1, 8):
                applying(rows, channel=channel, classes=frozenset({one}), day=date(2026, 1, day), case="k")


@given(st.integers(0, 10**15))
def test_words_say_the_number_they_are_made_of(amount):
    assert read_back(in_words(amount)) == amount


def read_back(words):
    """The number that a reader hears, by another way than it was made."""
    ones = {w: n for n, w in enumerate(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"])} | {
        "mốt": 1,
        "tư": 4,
        "lăm": 5,
    }
    total, million, group, digit = 0, 0, 0, 0
    for word in words.removesuffix(" đồng").split():
        match word:
            case "tỷ":
                total, million, group, digit = (total + million + group + digit) * 10**9, 0, 0, 0
            case "triệu" | "nghìn":
                million, group, digit = million + (group + digit) * (10**6 if word == "triệu" else 1000), 0, 0
            case "trăm":
                group, digit = group + digit * 100, 0
            case "mươi":
                group, digit = group + digit * 10, 0
            case "mười":
                group += 10
            case "linh":
                pass
            case _:
                digit = ones[word]
    return total + million + group + digit
