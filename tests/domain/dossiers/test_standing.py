"""Business, money, delivery and the national number are four fields, never one (design.md §3.4, domain.md §4.1)."""

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import CorrectionKind, Delivery, Money, State, standing
from motcua.domain.fees import When
from tests.domain.dossiers.story import FEE, FILE, LIST, WHY, Story
from tests.world import ANH, DAT, HA, MAI, SON

PAID = {"no": 1, "amount": 150_000, "way": "cash", "receipt": "BL1"}
ORDER = {"kind": CorrectionKind.CORRECTION, **WHY}
ASKED = {"wanted": LIST, "basis": "Mẫu 02"}
NOT_YET = Delivery.NOT_READY


def _imposed(when: When) -> tuple[object, ...]:
    return d.ImposeFee, HA, "2026-11-13 09:00", {"items": FEE, "when": when}


SETTLED = (d.SettleFee, DAT, "2026-11-16 08:00", PAID)
ASKED_BACK = (d.AskWithdrawal, ANH, "2026-11-16 09:00", {"reason": "x"})
STOPPED = (d.Stop, SON, "2026-11-16 10:00", WHY)
SECOND = (d.ImposeFee, HA, "2026-11-16 09:00", {"items": FEE, "when": When.SUPPLEMENT})
REISSUED = (
    (d.OrderCorrection, SON, "2026-11-19 08:00", ORDER),
    (d.Reissue, MAI, "2026-11-19 09:00", {"number": "13", "file": FILE}),
)

STANDINGS = [
    # story, how far the dossier got, what follows, business, money, delivery, national number
    ("filed", "filed", (), State.FILED, Money.NONE, NOT_YET, 1),
    ("received", "received", (), State.RECEIVED, Money.NONE, NOT_YET, 2),
    ("refused", "filed", ((d.Refuse, DAT, "2026-11-12 09:00", WHY),), State.REFUSED, Money.NONE, NOT_YET, 3),
    ("in progress", "at_work", (), State.PROCESSING, Money.NONE, NOT_YET, 4),
    ("waiting for a supplement", "awaiting", (), State.SUPPLEMENTING, Money.NONE, NOT_YET, 5),
    (
        "so before reception",
        "filed",
        ((d.RequestSupplement, DAT, "2026-11-12 09:00", ASKED),),
        State.SUPPLEMENTING,
        Money.NONE,
        NOT_YET,
        5,
    ),
    ("a fee to pay before the work goes on", "owing", (), State.PROCESSING, Money.DUE, NOT_YET, 6),
    ("a fee to pay with the result", "at_work", (_imposed(When.RETURN),), State.PROCESSING, Money.DUE, NOT_YET, 4),
    ("paid", "owing", (SETTLED,), State.PROCESSING, Money.SETTLED, NOT_YET, 4),
    (
        "waived",
        "owing",
        ((d.WaiveFee, SON, "2026-11-16 08:00", {"no": 1, **WHY}),),
        State.PROCESSING,
        Money.WAIVED,
        NOT_YET,
        4,
    ),
    ("paid, and a second fee", "owing", (SETTLED, SECOND), State.PROCESSING, Money.DUE, NOT_YET, 6),
    ("a wish to withdraw", "at_work", (ASKED_BACK,), State.PROCESSING, Money.NONE, NOT_YET, 7),
    ("that wish with a fee to pay", "owing", (ASKED_BACK,), State.PROCESSING, Money.DUE, NOT_YET, 7),
    ("that wish while a supplement is due", "awaiting", (ASKED_BACK,), State.SUPPLEMENTING, Money.NONE, NOT_YET, 7),
    (
        "withdrawn",
        "at_work",
        (ASKED_BACK, (d.GrantWithdrawal, SON, "2026-11-16 10:00", {})),
        State.WITHDRAWN,
        Money.NONE,
        NOT_YET,
        8,
    ),
    ("stopped, a fee is owed no more", "owing", (STOPPED,), State.STOPPED, Money.NONE, NOT_YET, 8),
    ("stopped after it was paid", "owing", (SETTLED, STOPPED), State.STOPPED, Money.REFUND_DUE, NOT_YET, 8),
    (
        "refunded",
        "owing",
        (SETTLED, STOPPED, (d.RefundFee, DAT, "2026-11-17 08:00", {"no": 1, "receipt": "PC1"})),
        State.STOPPED,
        Money.REFUNDED,
        NOT_YET,
        8,
    ),
    ("finished", "finished", (), State.FINISHED, Money.NONE, Delivery.READY, 9),
    (
        "sent by post",
        "finished",
        ((d.Dispatch, DAT, "2026-11-18 08:00", {"tracking": "EB1VN"}),),
        State.FINISHED,
        Money.NONE,
        Delivery.SENT,
        9,
    ),
    ("delivered", "delivered", (), State.DELIVERED, Money.NONE, Delivery.DELIVERED, 10),
    ("to be corrected", "delivered", REISSUED[:1], State.DELIVERED, Money.NONE, Delivery.DELIVERED, 10),
    ("issued again", "delivered", REISSUED, State.DELIVERED, Money.NONE, Delivery.READY, 10),
]


@pytest.mark.parametrize(
    ("story", "until", "acts", "business", "money", "delivery", "national"),
    STANDINGS,
    ids=[row[0] for row in STANDINGS],
)
def test_where_a_dossier_stands(story, until, acts, business, money, delivery, national):
    told = Story()
    getattr(told, until)()
    for act, by, when, given in acts:
        told.do(act, by, when, **given)
    found = standing(told.head)
    assert (found.business, found.money, found.delivery, found.national) == (business, money, delivery, national)


def test_every_national_number_is_reached():
    assert {row[-1] for row in STANDINGS} == set(range(1, 11))
