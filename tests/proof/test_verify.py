"""Each kind of damage, done to a real row or a real file, is named for what it is, and nothing else is blamed."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from motcua.domain.dossiers import Wanted
from motcua.ops import rebuild, verify
from motcua.project.relayed import RELAYED
from motcua.project.wiring import INLINES
from motcua.records import store
from motcua.records.files.models import Attachment
from motcua.records.files.store import blob
from motcua.usecases import acts
from tests.proof.conftest import put, told
from tests.proof.insider import forge, sql
from tests.store.test_acts_through_the_store import file, target
from tests.world import at


def differences(quick: bool = False) -> list[verify.Difference]:
    return list(verify.everything(INLINES, store.heads(), relayed=RELAYED, quick=quick))


def test_an_untouched_database_has_no_difference(ended):
    assert differences() == []


ROWS = [
    ("an event is edited", "update store_event set body = replace(body, 'counter', 'post') where n = 11", {"chain"}),
    ("an event in the middle is removed", "delete from store_event where n = 5", {"gap"}),
    ("the last event is removed", "delete from store_event where n = 11", {"chain"}),
    ("an event is dated otherwise", "update store_event set at = at - interval '1 day' where n = 4", {"event"}),
    ("an event gets another type", "update store_event set type = 'DossierStopped' where n = 4", {"event"}),
    ("a head is edited", "update store_head set state = jsonb_set(state, '{receiver}', '\"H14.103\"')", {"head"}),
    ("a head cannot be read", "update store_head set state = '{}'", {"head"}),
    ("a head's code is edited", "update store_head set code = 'H14.20-000000-0001'", {"head"}),
    ("a head's version is edited", "update store_head set version = 12", {"head"}),
    ("a work list row is edited", "update worklist_row set state = 'filed'", {"worklist_row"}),
    ("a work list row is lost", "delete from worklist_row", {"worklist_row"}),
    ("a deadline is lost", "delete from deadlines_next", {"deadlines_next"}),
    ("a figure is edited", "update kpi_fact set reception_minutes = 1", {"kpi_fact"}),
    ("a figure is lost", "delete from kpi_fact", {"kpi_fact"}),
    ("a number is lost", "delete from store_number where series like 'H14.20-%'", {"number"}),
    ("a number is another", "update store_number set n = 7 where series like 'H14.20-%'", {"number"}),
    ("a counter ran ahead", "update store_counter set n = 9 where series like 'H14.20-%'", {"number"}),
    ("a remembered answer points nowhere", "update store_idempotency set version = 99", {"key"}),
    ("a remembered answer is dated otherwise", "update store_idempotency set at = now()", {"key"}),
]


@pytest.mark.parametrize(("story", "damage", "what"), ROWS, ids=[row[0] for row in ROWS])
def test_a_damaged_row_is_named(ended, story, damage, what):
    sql(damage)
    found = differences()
    assert {d.what for d in found} == what
    assert all(d.sentence and d.advice for d in found)


def test_a_figure_row_of_no_dossier_is_named(ended):
    sql("insert into kpi_fact select province, gen_random_uuid(), agency, field, channel, filed_at, received_at,"
        " reception_minutes, reception_late, finished_at, late, version from kpi_fact")  # fmt: skip
    assert [d.what for d in differences()] == ["kpi_fact"]


def test_a_lost_head_is_named_by_everything_that_hangs_on_it(ended):
    sql("delete from store_head")
    names = {d.what for d in differences()}
    assert {"orphan", "number", "worklist_row", "deadlines_next", "kpi_fact"} <= names
    assert not names & {"due", "root", "event"}


def test_a_number_given_twice_in_two_codes_is_named_at_the_dossier(ended):
    other = file("2026-11-12 09:00")
    told()
    sql("update store_number set dossier = %s where series like 'H14.20-261112' and n = 1", other.id)
    assert [(d.what, d.code) for d in differences()] == [("number", other.code)]


def later(raw: dict, *path: str) -> None:
    """Moves an instant of an event's data by a day."""
    for name in path[:-1]:
        raw = raw[name]
    moved = datetime.fromisoformat(raw[path[-1]]) + timedelta(days=1)
    raw[path[-1]] = moved.isoformat().replace("+00:00", "Z")


DUES = [
    ("the appointment is put off at reception", 2, ("data", "clock", "due"), "hạn trả kết quả"),
    ("a step's due in the plan is put off", 6, ("data", "clock", "paper_due"), "hạn trả kết quả"),
    ("the answer at the counter is put off", 1, ("data", "reception_due"), "hạn tiếp nhận"),
    ("the due of one step is put off", 3, ("data", "position", "due"), "hạn của bước 2"),
]


@pytest.mark.parametrize(("story", "n", "path", "words"), DUES, ids=[row[0] for row in DUES])
def test_a_due_that_the_rules_do_not_give_is_named_though_everything_else_fits(ended, story, n, path, words):
    forge(ended, n, lambda raw: later(raw, *path))
    assert [(d.what, d.code) for d in differences()] == [("due", ended.code)]
    sentence = differences()[0].sentence
    assert f"sự kiện số {n}: {words}" in sentence and "tính lại" in sentence


@pytest.fixture
def at_work(world):
    head = file("2026-11-12 08:15")
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:20"))
    acts.assign(target(head), world.vinh.actor, at("2026-11-12 15:20"), to=world.ha.actor)
    told()
    return head


def test_an_apology_a_send_back_and_a_later_supplement_are_reckoned_again_as_they_were(at_work, world):
    extra = {"extra": Decimal(2), "reason": "Chờ kết quả đo", "basis": "Điều 20"}
    acts.complete_step(target(at_work), world.ha.actor, at("2026-11-16 09:00"))
    acts.send_back(target(at_work), world.vinh.actor, at("2026-11-16 10:00"), order=3, reason="Thiếu biên bản")
    acts.extend(target(at_work), world.vinh.actor, at("2026-11-16 14:00"), **extra)
    wanted = (Wanted("Báo cáo", "Thiếu trang 2"),)
    acts.request_supplement(target(at_work), world.ha.actor, at("2026-11-17 09:00"), wanted=wanted, basis="Mẫu 02")
    more = str(put(at_work, "supplement", "2026-11-18 19:00").pk)
    acts.supplement(target(at_work), world.dat.actor, at("2026-11-18 20:00"), files=(more,))
    told()
    assert differences() == []


def test_an_extension_that_gives_more_than_it_says_is_named(at_work, world):
    extra = {"extra": Decimal(2), "reason": "Chờ kết quả đo", "basis": "Điều 20"}
    last = acts.extend(target(at_work), world.vinh.actor, at("2026-11-16 14:00"), **extra).head
    told()
    forge(last, last.version, lambda raw: raw["data"].update(extra="5"))
    assert [(d.what, f"sự kiện số {last.version}" in d.sentence) for d in differences()] == [("due", True)]


def test_an_event_that_no_version_explains_is_named(ended):
    forge(ended, 11, lambda raw: raw.update(type="DossierForgotten"), fold=False)
    assert [d.what for d in differences()] == ["event"]


def test_an_event_that_does_not_follow_from_what_was_before_is_named(ended):
    sql("update store_event set type = 'DossierStopped' where n = 5")
    forge(ended, 5, lambda raw: raw.update(type="DossierStopped", data={"reason": "x", "basis": "y"}), fold=False)
    assert [(d.what, "sự kiện số 6" in d.sentence) for d in differences()] == [("event", True)]


def test_a_calendar_version_that_nobody_gave_is_named(ended):
    forge(ended, 2, lambda raw: raw["data"]["clock"].update(calendar="H14/99"))
    assert [(d.what, "H14/99" in d.sentence) for d in differences()] == [("due", True)]


def attachment(slot: str) -> Attachment:
    return Attachment.objects.get(slot=slot)


FILES = [
    (
        "a byte of a form is altered",
        "don",
        lambda p: p.write_bytes(p.read_bytes().replace(b"7", b"8")),
        {"file"},
        set(),
    ),
    ("a form is lost", "don", lambda p: p.unlink(), {"file"}, {"file"}),
    ("a supplement is cut short", "supplement", lambda p: p.write_bytes(p.read_bytes()[:-3]), {"file"}, {"file"}),
]


@pytest.mark.parametrize(("story", "slot", "damage", "thorough", "quick"), FILES, ids=[row[0] for row in FILES])
def test_a_damaged_file_is_named_and_quick_leaves_the_bytes_unread(ended, story, slot, damage, thorough, quick):
    row = attachment(slot)
    damage(blob(row.sha256))
    found = differences()
    assert {d.what for d in found} == thorough and all(str(row.pk) in d.sentence for d in found)
    assert {d.what for d in differences(quick=True)} == quick


def test_a_lost_result_is_named_as_a_file_and_as_what_its_event_refers_to(ended):
    sha = attachment("result").sha256
    blob(sha).unlink()
    assert [(d.what, sha[:12] in d.sentence) for d in differences()] == [("file", True)] * 2


def test_a_size_that_was_never_received_is_named(ended):
    sql("update files_attachment set size = size + 1 where slot = 'don'")
    assert [d.what for d in differences()] == ["file"]


def test_a_supplement_whose_attachment_is_gone_is_named_at_its_event(ended):
    sql("delete from files_attachment where slot = 'supplement'")
    assert [(d.what, "sự kiện số 6" in d.sentence) for d in differences()] == [("file", True)]


def test_a_lost_file_of_an_application_that_was_never_filed_is_named_too(ended):
    sql("update files_attachment set owner = gen_random_uuid() where slot = 'don'")
    blob(attachment("don").sha256).unlink()
    assert [d.what for d in differences()] == ["file"]


def test_what_the_relay_has_not_carried_yet_is_no_difference(ended, world):
    other = file("2026-11-19 08:00")
    assert differences() == []
    told()
    assert differences() == []
    acts.receive(target(other), world.dat.actor, at("2026-11-19 09:00"))
    assert differences() == []
    told()
    assert differences() == []


def test_rebuilding_does_what_the_advice_says(ended):
    for damage in ("update kpi_fact set reception_minutes = 1", "delete from worklist_row", "delete from deadlines_next",
                   "update store_head set state = jsonb_set(state, '{receiver}', '\"H14.103\"')"):  # fmt: skip
        sql(damage)
    assert len(differences()) == 4
    for province, pk in store.heads():
        assert rebuild.dossier(province, pk, INLINES, [entry.again for entry in RELAYED])
    assert differences() == []
