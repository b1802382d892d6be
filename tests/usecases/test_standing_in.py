"""Standing in, in a real database: from its first minute to its last, given, ended, and the same click twice."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.domain.dossiers.values import Hat
from motcua.domain.procedures import Role
from motcua.records.directory import stand_ins
from motcua.records.directory.models import Officer, StandIn
from motcua.usecases import standing_in
from motcua.usecases.errors import KeyReused, Unknown
from motcua.usecases.standing_in import Wish, actor_of
from motcua.usecases.substitutes import NotGranted
from tests.racing import race
from tests.world import at

NOW = at("2026-11-23 09:00")
START, END = at("2026-11-24 00:00"), at("2026-11-26 00:00")
DIRECTOR = (Role.DIRECTOR, "H14.19", "H14.19")


def wish(principal: Officer, substitute: Officer, **changes: object) -> Wish:
    asked = {"start": START, "end": END, "reason": "Đi công tác Hà Nội", "key": uuid4()}
    return Wish(str(principal.pk), str(substitute.pk), **(asked | changes))  # type: ignore[arg-type]


def given(world, by="son", principal="son", substitute="vinh", when=NOW, **changes: object) -> StandIn:
    people = getattr(world, principal), getattr(world, substitute)
    return standing_in.grant(getattr(world, by), wish(*people, **changes), when)


@pytest.mark.parametrize(
    ("when", "worn"),
    [
        ("2026-11-23 23:59", False),
        ("2026-11-24 00:00", True),
        ("2026-11-25 23:59", True),
        ("2026-11-26 00:00", False),
    ],
)
def test_the_post_is_worn_from_the_first_instant_up_to_the_last(world, when, worn):
    given(world)
    expected = (Hat(str(world.son.pk), *DIRECTOR),) if worn else ()
    assert actor_of(world.vinh, at(when)).hats == expected
    assert actor_of(world.son, at(when)) == world.son.actor, "the holder keeps the post, too"


def test_revoked_it_ends_that_very_instant_and_revoking_twice_is_once(world):
    row, noon = given(world), at("2026-11-24 12:00")
    standing_in.revoke(world.son, row.pk, noon)
    again = standing_in.revoke(world.son, row.pk, at("2026-11-24 15:00"))
    assert again.revoked_at == noon
    assert actor_of(world.vinh, noon - timedelta(seconds=1)).hats and not actor_of(world.vinh, noon).hats


def test_what_is_revoked_before_it_begins_never_begins_and_makes_room(world):
    row = given(world)
    standing_in.revoke(world.son, row.pk, NOW)
    assert not actor_of(world.vinh, at("2026-11-24 10:00")).hats
    given(world)
    assert actor_of(world.vinh, at("2026-11-24 10:00")).hats


def test_who_moves_to_another_post_takes_nothing_along(world):
    given(world)
    Officer.objects.filter(pk=world.son.pk).update(role="head", unit="H14.30.01", agency="H14.30")
    assert not actor_of(world.vinh, at("2026-11-24 10:00")).hats


def test_a_substitute_who_leaves_the_agency_loses_the_hat(world):
    given(world)
    world.vinh.unit_id, world.vinh.agency = "H14.30.01", "H14.30"
    assert not actor_of(world.vinh, at("2026-11-24 10:00")).hats


def test_a_second_click_is_one_order_and_another_person_s_key_is_refused(world):
    key = uuid4()
    assert given(world, key=key).pk == given(world, key=key).pk
    assert StandIn.objects.count() == 1
    with pytest.raises(KeyReused):
        given(world, by="vinh", principal="vinh", substitute="ha", key=key)


def test_two_orders_at_once_about_one_post_leave_one(world):
    Officer.objects.create(
        username="pho", province="H14", name="Phó", role="director", unit_id="H14.19", agency="H14.19"
    )
    deputy = Officer.objects.get(username="pho")

    def ask(substitute: Officer) -> str:
        try:
            standing_in.grant(world.son, wish(world.son, substitute), NOW)
        except NotGranted as objection:
            return objection.code
        return "given"

    assert sorted(race(lambda: ask(world.vinh), lambda: ask(deputy))) == ["given", "taken"]


def test_the_database_itself_keeps_a_post_single(world):
    row = given(world)
    row.pk, row.key, row.substitute = None, uuid4(), world.ha
    assert stand_ins.add(row) is False


@pytest.mark.parametrize("who", ["", "0", "999999", "abc", "-1", "9" * 40])
def test_a_person_who_is_not_there_is_said_to_be_none(world, who):
    asked = Wish(str(world.son.pk), who, START, END, "Đi công tác", uuid4())
    with pytest.raises(NotGranted) as objection:
        standing_in.grant(world.son, asked, NOW)
    assert objection.value.code == "unknown-person" and StandIn.objects.count() == 0


def test_a_closed_account_takes_nothing_over(world):
    Officer.objects.filter(pk=world.vinh.pk).update(is_active=False)
    with pytest.raises(NotGranted, match="unknown-person"):
        given(world)


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("son", None),
        ("vinh", None),
        ("ha", None),
        ("lan", "not-yours-to-end"),
        ("mai", "unknown"),
        ("khach", "unknown"),
    ],
)
def test_who_may_end_it(world, who, outcome):
    """Vinh, the head, sends Lan for Hà: Hà, Vinh and the director may end that; Lan may not, others do not see it."""
    row = given(world, by="vinh", principal="ha", substitute="lan")
    try:
        standing_in.revoke(getattr(world, who), row.pk, NOW)
    except NotGranted as objection:
        said = objection.code
    except Unknown:
        said = "unknown"
    else:
        said = None
    assert said == outcome
    assert (StandIn.objects.get(pk=row.pk).revoked_at is None) is (outcome is not None)


def test_what_has_run_out_is_not_ended_again(world):
    row = given(world)
    with pytest.raises(NotGranted, match="over"):
        standing_in.revoke(world.son, row.pk, END)


def test_the_answer_is_asked_for_once_a_request(world, django_assert_num_queries):
    class Request:
        pass

    given(world)
    request, when = Request(), at("2026-11-24 10:00")
    with django_assert_num_queries(1):
        assert actor_of(world.vinh, when, once=request) is actor_of(world.vinh, when, once=request)


def test_a_head_is_offered_the_own_post_and_the_specialists_of_the_division(world):
    assert [one.username for one in standing_in.may_give(world.vinh)] == ["vinh", "lan", "ha"]
    assert [one.username for one in standing_in.may_give(world.ha)] == ["ha"]
    assert {one.username for one in standing_in.may_take(world.ha)} == {"lan", "vinh"}
