"""A dossier keeps the law that it was received under; levels are named as their era named them (domain.md §0)."""

from datetime import date

import pytest

from motcua.domain import dossiers as d
from motcua.domain.procedures import LEVELS, REGIMES, levels_on, regime, regime_on
from tests.domain.dossiers.story import Story
from tests.world import DAT

RECEIVED = [
    # received, its law, the forms it is printed on
    ("2018-07-02 10:00", "2018", "01/2018/TT-VPCP"),
    ("2025-06-30 16:00", "2018", "01/2018/TT-VPCP"),
    ("2025-07-01 08:00", "2025-forms-2018", "01/2018/TT-VPCP"),
    ("2025-09-12 10:00", "2025-forms-2018", "01/2018/TT-VPCP"),
    ("2025-09-14 23:59", "2025-forms-2018", "01/2018/TT-VPCP"),
    ("2025-09-15 00:00", "2025", "03/2025/TT-VPCP"),
    ("2026-11-12 10:00", "2025", "03/2025/TT-VPCP"),
]


@pytest.mark.parametrize(("received", "law", "forms"), RECEIVED, ids=[row[0] for row in RECEIVED])
def test_a_dossier_is_received_under_the_law_of_the_day(received, law, forms):
    head = Story().received(received, filed=received)
    assert (head.regime, regime(head.regime).forms) == (law, forms)


def test_filed_under_one_law_and_received_under_the_next_it_keeps_the_one_of_its_reception():
    story = Story()
    head = story.received("2025-07-01 08:00", filed="2025-06-30 16:00")
    assert head.regime == "2025-forms-2018"


def test_what_happens_after_the_law_has_changed_changes_no_regime():
    story = Story()
    story.received("2025-06-30 16:00", filed="2025-06-30 08:00")
    assert story.do(d.CompleteStep, DAT, "2025-09-16 08:00").regime == "2018"
    assert story.facts.law_of(story.head).forms == "01/2018/TT-VPCP"


def test_the_laws_follow_each_other_without_a_gap():
    for laws in (REGIMES, LEVELS):
        assert all(a.effective_to == b.effective_from for a, b in zip(laws, laws[1:], strict=False))
        assert laws[-1].effective_to is None
    assert len({law.id for law in REGIMES}) == len(REGIMES)


def test_every_law_names_its_basis_and_a_pause_for_payment_names_its_own():
    assert all(law.basis and (law.payment_basis or not law.payment_pauses) for law in REGIMES)


def test_a_regime_that_nobody_knows_is_an_error_and_not_a_guess():
    with pytest.raises(KeyError):
        regime("2031")


ERAS = [
    (date(2021, 1, 20), "NĐ 43/2011", "mức độ 4"),
    (date(2022, 8, 14), "NĐ 43/2011", "mức độ 4"),
    (date(2022, 8, 15), "NĐ 42/2022", "toàn trình"),
    (date(2023, 5, 4), "NĐ 42/2022", "toàn trình"),
    (date(2026, 6, 30), "NĐ 42/2022", "toàn trình"),
    (date(2026, 7, 1), "NĐ 224/2026", "toàn trình"),
]


@pytest.mark.parametrize(("day", "era", "full"), ERAS, ids=[str(row[0]) for row in ERAS])
def test_a_service_level_is_named_as_its_day_named_it(day, era, full):
    names = levels_on(day)
    assert names.id == era
    assert [name for name, level in names.names if level == "full"] == [full]


def test_days_before_the_first_known_law_are_handled_by_the_first():
    assert (regime_on(date(2001, 1, 1)), levels_on(date(2001, 1, 1))) == (REGIMES[0], LEVELS[0])
