"""The log of looks: one row an officer, dossier, kind and hour; never the applicant's own; references only."""

from uuid import UUID, uuid4

import pytest
from django.db import connection

from motcua.domain.procedures import Role
from motcua.records.drafts.models import Application
from motcua.records.visits.models import Visit, What
from motcua.usecases import looking, standing_in, visits
from motcua.usecases.errors import Unknown
from motcua.usecases.standing_in import Wish, actor_of
from tests.rooms.offices import Walk, filed
from tests.world import at


def looks(head, officer, when, what=What.PAGE):
    looking.for_officer("H14", head.code, officer.actor, at(when), what)


def test_looks_within_an_hour_are_one_row_with_the_first_and_the_last(world):
    head = Walk(world).assigned().head
    for when in ("2026-11-25 09:42", "2026-11-25 09:44", "2026-11-25 09:58", "2026-11-25 10:00"):
        looks(head, world.ha, when)
    rows = Visit.objects.order_by("first_at")
    assert [(row.first_at, row.last_at) for row in rows] == [
        (at("2026-11-25 09:42"), at("2026-11-25 09:58")),
        (at("2026-11-25 10:00"), at("2026-11-25 10:00")),
    ]


def test_kinds_officers_and_dossiers_are_rows_of_their_own(world):
    head, other = Walk(world).assigned().head, Walk(world).assigned().head
    looks(head, world.ha, "2026-11-25 09:42")
    looks(head, world.ha, "2026-11-25 09:43", What.IDENTITY)
    looks(head, world.vinh, "2026-11-25 09:44")
    looks(other, world.ha, "2026-11-25 09:45")
    assert Visit.objects.count() == 4


def test_the_applicant_s_own_looks_and_the_public_s_are_not_written(world):
    head = filed()
    app = Application.objects.get(pk=head.id)
    looking.for_citizen("H14", head.code, at("2026-11-25 09:42"))
    assert looking.for_citizen("H14", head.code, at("2026-11-25 09:42"), key=app.follow_key).private
    assert Visit.objects.count() == 0


def test_who_may_not_look_leaves_no_row(world):
    head = Walk(world).assigned().head
    with pytest.raises(Unknown):
        looks(head, world.khach, "2026-11-25 09:42")
    assert Visit.objects.count() == 0


def test_a_look_with_the_post_of_another_names_that_post(world):
    asked = Wish(
        str(world.ha.pk), str(world.lan.pk), at("2026-11-24 00:00"), at("2026-11-26 00:00"), "Nghỉ ốm", uuid4()
    )
    standing_in.grant(world.vinh, asked, at("2026-11-23 09:00"))
    head = Walk(world).assigned().head
    lan = actor_of(world.lan, at("2026-11-24 10:00"))
    looking.for_officer("H14", head.code, lan, at("2026-11-24 10:00"))
    assert Visit.objects.get().on_behalf is None, "Lan sees the dossiers of her own division anyway"
    asked = Wish(
        str(world.son.pk), str(world.vinh.pk), at("2026-11-24 00:00"), at("2026-11-26 00:00"), "Đi họp", uuid4()
    )
    standing_in.grant(world.son, asked, at("2026-11-23 09:00"))
    world.vinh.agency = "H14.19"
    row = visits.looks(head)[0]
    assert (row.name, row.on_behalf, row.unit) == ("Hoàng Mai Lan", "", "H14.19.02")


def test_the_applicant_reads_role_division_and_hours_and_nobody_can_be_told_apart(world):
    head = Walk(world).assigned().head
    looks(head, world.ha, "2026-11-25 09:42")
    looks(head, world.lan, "2026-11-25 10:15")
    looks(head, world.dat, "2026-11-24 08:00")
    told = visits.told(head)
    assert [(one.role, one.unit, one.instants) for one in told] == [
        (Role.SPECIALIST, "H14.19.02", (at("2026-11-25 09:42"), at("2026-11-25 10:15"))),
        (Role.RECEPTION, "H14.20", (at("2026-11-24 08:00"),)),
    ]


def test_the_table_holds_references_only(world):
    head = Walk(world).assigned().head
    looks(head, world.ha, "2026-11-25 09:42", What.IDENTITY)
    app = Application.objects.get(pk=head.id)
    with connection.cursor() as cursor:
        cursor.execute("select row_to_json(v)::text from visits_visit v")
        text = cursor.fetchone()[0]
    assert str(UUID(head.id)) in text
    assert not any(personal in text for personal in (app.name, app.phone, world.ha.name) if personal)


def test_writing_a_look_costs_one_statement(world, django_assert_num_queries):
    head = Walk(world).assigned().head
    with django_assert_num_queries(1):
        visits.write(head, world.ha.actor, What.PAGE, at("2026-11-25 09:42"))
