"""The acts of the whole law through the API: refused to others, refused when ill-formed, done once by the right person."""

import types
import typing
from dataclasses import dataclass, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import uuid4

import pytest

from motcua.domain.dossiers import Recorded
from motcua.domain.dossiers.codec import EVENTS
from motcua.domain.dossiers.ticks import upcoming
from motcua.domain.fees import When
from motcua.records import store
from motcua.rooms.api import happenings
from motcua.usecases import acts, standing_in
from motcua.usecases.execute import Target
from motcua.usecases.moves import SYSTEM
from tests.rooms.api_world import GROUNDS, PDF, Api
from tests.rooms.law_world import FEE, TWICE, Law
from tests.world import at

SAID = {"reason": "Người đang giữ nghỉ ốm"}
LINE = {"name": "Phí thẩm định", "kind": "phi", "amount": 150_000, "basis": "TT 183/2016/TT-BTC"}
PAID = {"amount": 150_000, "way": "cash", "receipt": "0001234"}
ASKED = {"unit": "H14.30.01", "question": "Có quy hoạch không?", "allow": 1}


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


@dataclass(frozen=True)
class Row:
    """An act, the stage, who does it with what, what it answers, who may not (status, code), what no body may be."""

    act: str
    stage: str
    by: str
    body: dict[str, Any]
    answer: dict[str, Any]
    event: str
    other: str = "lan"
    refusal: tuple[int, str] = (403, "not-yours")
    wrong: dict[str, Any] | None = None
    slot: str = ""

    def __str__(self) -> str:
        return f"{self.act}-{self.stage}"


NEW_DUE = {"due": "2026-11-26T10:00:00+07:00", "due_first": "2026-11-23T10:00:00+07:00"}
ROWS = (
    Row("reassignment", "at_work", "vinh", {"to": "lan"} | SAID, {"state": "processing"}, "DossierReassigned"),
    Row("takeover", "at_work", "lan", SAID, {"state": "processing"}, "DossierTakenOver", "vinh"),
    Row("opinions", "at_work", "ha", ASKED, {"state": "processing"}, "OpinionAsked", wrong=ASKED | {"allow": 0}),
    Row("opinions/1/answer", "asked", "khach", {"text": "Thống nhất"}, {"state": "processing"}, "OpinionGiven", "ha"),
    Row("opinions/1/answer", "asked", "khach", {"text": "Kèm bản đồ"}, {"national": 4}, "OpinionGiven", slot="opinion"),
    Row(
        "supplement-approval",
        "proposed",
        "vinh",
        {},
        {"state": "supplementing", "national": 5},
        "SupplementRequested",
        "ha",
        wrong={"note": "có"},
    ),
    Row("supplement-refusal", "proposed", "son", SAID, {"state": "processing"}, "SupplementDeclined", "ha"),
    Row("extension", "at_work", "vinh", GROUNDS | {"extra": 2}, NEW_DUE, "DueExtended", wrong=GROUNDS | {"extra": 0}),
    Row("negative-result", "reviewed", "son", GROUNDS, {"state": "processing"}, "ResultDeclined", "mai"),
    Row("re-routing", "at_work", "dat", {"division": "H14.30.01"} | SAID, {"state": "processing"}, "DossierRerouted"),
    Row(
        "obligations",
        "at_work",
        "ha",
        {"items": [LINE], "when": "return"},
        {"money": "due", "state": "processing"},
        "ObligationImposed",
        wrong={"items": [LINE | {"amount": 1.5}], "when": "return"},
    ),
    Row(
        "obligations/1/settlement",
        "owing",
        "dat",
        PAID,
        {"money": "settled"},
        "ObligationSettled",
        wrong=PAID | {"way": "gold"},
    ),
    Row("obligations/1/waiver", "owing", "son", GROUNDS, {"money": "waived"}, "ObligationWaived", "dat"),
    Row("obligations/1/refund", "to_refund", "dat", {"receipt": "7"}, {"money": "refunded"}, "ObligationRefunded"),
    Row("obligations/1/waiver", "to_refund", "son", GROUNDS, {"money": "settled"}, "ObligationWaived", "dat"),
    Row("dispatch", "finished", "dat", {"tracking": "RR1VN"}, {"delivery": "sent"}, "ResultDispatched", "mai"),
    Row("corrections", "delivered", "son", GROUNDS | {"kind": "reissue"}, {"national": 10}, "CorrectionOrdered", "mai"),
    Row("reissue", "correcting", "mai", {}, {"delivery": "ready"}, "ResultReissued", "son", slot="result"),
    Row("withdrawal", "at_work", "key", SAID, {"state": "processing", "national": 7}, "WithdrawalAsked", "vinh"),
    Row(
        "withdrawal/grant",
        "withdrawing",
        "vinh",
        {"note": "Đã xóa"},
        {"state": "withdrawn", "national": 8},
        "DossierWithdrawn",
        "dat",
        wrong={"reason": "Có"},
    ),
    Row("withdrawal/denial", "withdrawing", "son", GROUNDS, {"national": 4}, "WithdrawalDenied", "ha"),
    Row(
        "hand-back",
        "at_province",
        "tung",
        {"negative": True} | GROUNDS,
        {"state": "finished", "delivery": "ready"},
        "DossierHandedBack",
        "mai",
        wrong={"negative": "có"},
        slot="result",
    ),
)


def head(code):
    return store.read("H14", code)[0].head


def body_of(api, code, row):
    """With the id of the person who is named, and of a file that was uploaded before."""
    body = dict(row.body)
    if "to" in body:
        body["to"] = str(api.world.people[body["to"]].pk)
    if row.slot:
        sent = api.upload(f"/dossiers/{code}/files?slot={row.slot}&name=a.pdf", PDF + b"%2\n", by=row.by)
        assert sent.status_code == 201, sent.content
        pk = sent.json()["id"]
        body |= {"files": [pk]} if row.slot == "opinion" else {"file": pk}
    return body


def flat(answer):
    return answer | {name: answer["standing"][name] for name in ("money", "delivery", "business")}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_an_act_is_refused_to_others_and_when_ill_formed_and_done_once_by_the_right_person(api, row):
    code = Law(api).led(row.stage)
    body, before = body_of(api, code, row), head(code)
    who = {"key": api.key_of(code)} if row.by == "key" else {"by": row.by}
    refused = api.act(code, row.act, body, by=row.other)
    assert (refused.status_code, refused.json()["code"]) == row.refusal, refused.content.decode()
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["detail"] and refused.json()["detail_en"] and refused.json()["kept"]
    wrong = api.act(code, row.act, {"x": 1} if row.wrong is None else row.wrong, **who)
    assert (wrong.status_code, wrong.json()["code"], bool(wrong.json()["errors"])) == (422, "invalid", True)
    assert head(code) == before
    first, again = (api.act(code, row.act, body, Idempotency_Key="one", **who) for _ in range(2))
    assert first.status_code == 200, first.content.decode()
    assert (first.json(), again["Idempotency-Replayed"]) == (again.json(), "true")
    assert {name: flat(first.json())[name] for name in row.answer} == row.answer
    assert head(code).version == first.json()["version"] == before.version + 1
    assert api.get(f"/dossiers/{code}/events", by="dat").json()[-1]["type"] == row.event
    other = {"reason": "Khác hẳn", "basis": "Khác"} if "basis" in body else body | {"no": 1}
    reused = api.act(code, row.act, other, Idempotency_Key="one", **who)
    assert reused.json()["code"] in ("key-reused", "invalid")


ILLEGAL = (
    ("opinions/2/answer", "asked", "khach", {"text": "Có"}, 409, "no-such-question"),
    ("opinions/0/answer", "asked", "khach", {"text": "Có"}, 422, "invalid"),
    ("opinions/x/answer", "asked", "khach", {"text": "Có"}, 422, "invalid"),
    ("opinions", "at_work", "ha", ASKED | {"unit": "H14.99"}, 409, "unit-unknown"),
    ("opinions", "asked", "ha", ASKED, 409, "asked-already"),
    ("reassignment", "at_work", "vinh", {"to": "999999"} | SAID, 404, "unknown-officer"),
    ("re-routing", "at_work", "dat", {"division": "H14.19.02"} | SAID, 409, "routed-there"),
    ("supplement-approval", "at_work", "vinh", {}, 409, "nothing-proposed"),
    ("extension", "at_work", "vinh", {"extra": 366} | GROUNDS, 422, "invalid"),
    ("extension", "filed", "vinh", {"extra": 1} | GROUNDS, 409, "not-in-state"),
    ("obligations/9/settlement", "owing", "dat", PAID, 409, "no-such-fee"),
    ("obligations/1/settlement", "owing", "dat", PAID | {"amount": 149_999}, 409, "fee-amount"),
    ("obligations/1/refund", "owing", "dat", {"receipt": "7"}, 409, "nothing-to-refund"),
    ("reissue", "delivered", "mai", "result", 404, "unknown-file"),
    ("withdrawal/grant", "at_work", "vinh", {}, 409, "no-withdrawal"),
    ("withdrawal", "withdrawing", "dat", SAID, 409, "withdrawal-asked"),
    ("hand-back", "at_province", "tung", "negative", 409, "reason-missing"),
    ("reopening", "delivered", "dat", {}, 409, "never-reopened"),
    ("reopening", "at_work", "dat", {"reason": "Làm lại"}, 409, "never-reopened"),
    ("reopening", "delivered", "khach", {}, 404, "unknown-dossier"),
    ("takeover", "at_work", "khach", SAID, 404, "unknown-dossier"),
)


@pytest.mark.parametrize(("act", "stage", "who", "body", "status", "code"), ILLEGAL)
def test_what_the_law_forbids_is_told_and_changes_nothing(api, act, stage, who, body, status, code):
    dossier = Law(api).led(stage)
    if body == "result":
        body = {"file": head(dossier).id}
    if body == "negative":
        sent = api.upload(f"/dossiers/{dossier}/files?slot=result", by=who).json()
        body = {"file": sent["id"], "negative": True}
    before = head(dossier)
    refused = api.act(dossier, act, body, by=who)
    assert (refused.status_code, refused.json()["code"]) == (status, code), refused.content.decode()
    assert refused["Content-Type"] == "application/problem+json" and refused.json()["detail"]
    assert head(dossier) == before


def test_the_applicant_is_told_why_a_dossier_is_never_reopened(api):
    code = api.until("delivered")
    refused = api.act(code, "reopening", {}, key=api.key_of(code))
    assert (refused.status_code, refused.json()["code"]) == (409, "never-reopened")
    assert "đính chính" in refused.json()["detail"]


def test_somebody_who_stands_in_acts_with_the_post_and_both_are_named(api):
    people = api.world
    wish = standing_in.Wish(
        str(people.son.pk), str(people.vinh.pk), at("2026-11-18 00:00"), at("2026-11-20 00:00"), "Đi công tác", uuid4()
    )
    standing_in.grant(people.son, wish, at("2026-11-17 16:00"))
    code = api.until("reviewed")
    assert api.act(code, "negative-result", GROUNDS, by="vinh").status_code == 200
    last = api.get(f"/dossiers/{code}/events", by="son").json()[-1]
    assert (last["officer"], last["on_behalf"], last["role"]) == ("Bế Quang Vinh", "Lương Hải Sơn", "director")
    api.clock("2026-11-21 09:00")
    other = api.until("reviewed", "2026-11-12 08:20")
    assert api.act(other, "negative-result", GROUNDS, by="vinh").json()["code"] == "not-yours"


def test_the_four_states_stand_apart_and_other_systems_are_said_not_to_be_connected(api):
    code = Law(api).owing()
    seen = api.get(f"/dossiers/{code}").json()["standing"]
    assert {k: v for k, v in seen.items() if not k.endswith("_words")} == {
        "business": "processing",
        "money": "due",
        "delivery": "not_ready",
        "national": 4,
        "sync": "not_connected",
    }
    described = api.get("/openapi.json").json()["components"]["schemas"]["Standing"]["properties"]["sync"]
    assert "no outside system is connected" in described["description"]


def test_matters_are_shown_to_officers_whole_to_the_applicant_what_is_theirs_and_to_the_public_nothing(api):
    law = Law(api)
    code = law.does(law.asked(), acts.impose_fee, "ha", items=(FEE,), when=When.RETURN)
    how = {"extra": Decimal(2), "reason": "Chờ đoàn thẩm định", "basis": "Điều 19"}
    law.does(code, acts.extend, "vinh", **how)
    law.does(code, acts.withdraw, "dat", reason="Không còn nhu cầu")
    officer, mine, public = (
        api.get(f"/dossiers/{code}", **h).json() for h in ({"by": "ha"}, {"key": api.key_of(code)}, {})
    )
    [asked] = officer["opinions"]
    assert (asked["unit"], asked["question"], asked["answered_at"]) == ("H14.30.01", "Có quy hoạch không?", None)
    assert (mine["opinions"], public["opinions"]) == ([], [])
    assert [o["amount"] for o in mine["obligations"]] == [150_000] and public["obligations"] == []
    assert (mine["extension"]["extra"], mine["extension"]["reason"]) == ("2", "Chờ đoàn thẩm định")
    assert (public["extension"]["reason"], public["withdrawal"]["reason"], public["national"]) == ("", "", 7)
    assert (public["due_first"], public["due"]) == ("2026-11-23T10:00:00+07:00", "2026-11-26T10:00:00+07:00")
    assert (public["regime"], public["subject"], mine["subject"]) == ("2025", "", "organisation")
    for text in ("Chờ đoàn", "Không còn", "quy hoạch", "150000", "Nông Thu Hà", "183/2016"):
        assert text not in str(public), text
    for text in ("quy hoạch", "Nông Thu Hà", "Bế Quang Vinh"):
        assert text not in str(mine), text


def test_a_negative_answer_is_told_to_the_applicant_once_it_exists_and_never_to_the_public(api):
    code = Law(api).led("reviewed")
    key = api.key_of(code)
    assert api.act(code, "negative-result", GROUNDS, by="son").status_code == 200
    for how in ({"key": key}, {}):
        seen = api.get(f"/dossiers/{code}", **how).json()
        assert GROUNDS["reason"] not in str(seen) and "ResultDeclined" not in str(seen)
        assert (seen["result"] or {"negative": False})["negative"] is False
    assert api.get(f"/dossiers/{code}", by="mai").json()["result"]["negative"] is True
    file = api.upload(f"/dossiers/{code}/files?slot=result", by="mai").json()["id"]
    assert api.act(code, "registration", {"file": file}, by="mai").status_code == 200
    mine, public = api.get(f"/dossiers/{code}", key=key).json(), api.get(f"/dossiers/{code}").json()
    assert (mine["result"]["negative"], mine["result"]["reason"]) == (True, GROUNDS["reason"])
    assert "ResultDeclined" in {event["type"] for event in mine["events"]}
    assert public["result"]["negative"] is False and "ResultDeclined" not in str(public)


def test_affairs_of_the_administration_are_events_for_officers_only(api):
    law = Law(api)
    code = law.proposed()
    law.does(code, acts.decline_supplement, "vinh", reason="Đủ rồi, làm tiếp")
    tick = upcoming(head(code))[0]
    acts.tick(Target("H14", code), SYSTEM, tick.due, kind=tick.kind, due=tick.due)
    internal = {"SupplementProposed", "SupplementDeclined", "Ticked"}
    kinds = {event["type"] for event in api.get(f"/dossiers/{code}/events", by="ha").json()}
    assert internal <= kinds
    assert api.get(f"/dossiers/{code}", by="ha").json()["told"][-1]["kind"] == tick.kind
    for how in ({"key": api.key_of(code)}, {}):
        seen = api.get(f"/dossiers/{code}/events", **how).json()
        assert internal.isdisjoint(event["type"] for event in seen) and "Đủ rồi" not in str(seen)
        assert api.get(f"/dossiers/{code}", **how).json()["told"] == []
    stale = api.act(code, "withdrawal", SAID, key=api.key_of(code), If_Match='"2"').json()
    assert (stale["code"], "last" in stale) == ("moved", False), "what happened last is not the applicant's to know"


def test_every_kind_of_event_can_be_shown_to_every_viewer(world):
    for kind in EVENTS.values():
        record = Recorded(1, at("2026-11-18 09:00"), "1", "system", "", a_value(kind))
        for viewer in ("public", "applicant", "officer"):
            shown = happenings.happened(record, {}, viewer, finished=True).model_dump_json()
            assert "xyz" not in shown or viewer != "public", (kind, shown)


def a_value(kind):
    """An instance of a dataclass of the domain; every text in it is xyz, but for ids that are public."""
    given = {}
    for name, hint in typing.get_type_hints(kind).items():
        given[name] = VALUES.get(name) or _of_type(hint)
    return kind(**given)


VALUES = {
    "way": "post",
    "unit": "H14.19",
    "agency": "H14.19",
    "division": "H14.19.02",
    "basis": "Điều 9",
    "stage": "reception",
    "calendar": "vn/1",
}


def _of_type(hint):
    options = [one for one in typing.get_args(hint) if one is not type(None)]
    if typing.get_origin(hint) is tuple:
        return (_of_type(options[0]),)
    if isinstance(hint, types.UnionType):
        return _of_type(options[0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if is_dataclass(hint):
        return a_value(hint)
    return {str: "xyz", int: 1, bool: True, Decimal: Decimal(1), datetime: at("2026-11-18 09:00")}[hint]


def test_the_ledger_adds_up_and_names_people_to_officers_only(api):
    law = Law(api)
    code = law.does(
        api.until("at_work"), acts.request_supplement, "ha", "2026-11-13 10:00", wanted=TWICE, basis="Điều 9"
    )
    law.does(code, acts.supplement, "dat", "2026-11-16 10:00", files=("x",))
    law.does(code, acts.reassign, "vinh", "2026-11-17 10:00", to=api.world.lan.actor, reason="Bận")
    told = api.get(f"/dossiers/{code}/ledger", by="ha").json()
    assert (told["original_due"], told["due"]) == ("2026-11-23T10:00:00+07:00", "2026-11-25T10:00:00+07:00")
    assert told["allotted"] == 7 * 480 == told["used"] + told["remaining"]
    assert told["used"] == sum(step["used"] for step in told["steps"])
    [stretch] = told["stretches"]
    assert (stretch["why"], stretch["minutes"], stretch["officer"]) == ("supplement", 480, "Nông Thu Hà")
    work = told["steps"][2]
    assert (work["budget"], work["allowance"], len(work["visits"])) == (4 * 480, "04 ngày làm việc", 1)
    assert [held["officer"] for held in work["visits"][0]["holdings"]] == ["Nông Thu Hà", "Hoàng Mai Lan"]
    assert (told["standstill"], told["provisional"], told["late_by"]) == ("", False, 0)
    assert told["remaining_words"].startswith("còn ") and told["remaining_words_en"].endswith("left")
    assert told["sentences"] and told["sentences_en"]
    assert api.get(f"/dossiers/{code}", by="ha").json()["ledger"] == told
    for how in ({"key": api.key_of(code)}, {}):
        seen = api.get(f"/dossiers/{code}/ledger", **how).json()
        assert "Nông Thu Hà" not in str(seen) and "Hoàng Mai Lan" not in str(seen)
        assert (seen["used"], seen["steps"][2]["visits"][0]["holdings"][1]["unit"]) == (told["used"], "H14.19.02")


LEDGERS = ("filed", "received", "withdrawing", "to_refund", "correcting", "at_province", "delivered")


@pytest.mark.parametrize("stage", LEDGERS)
def test_there_is_a_ledger_at_every_stage(api, stage):
    code = Law(api).led(stage)
    told = api.get(f"/dossiers/{code}/ledger").json()
    assert len(told["steps"]) in (7, 8) and told["sentences"]


def test_the_ledger_of_a_dossier_of_another_agency_does_not_exist(api):
    code = api.until("at_work")
    assert api.get(f"/dossiers/{code}/ledger", by="khach").json()["code"] == "unknown-dossier"
    assert api.get(f"/dossiers/{code}/ledger", key="nope").status_code == 401


def test_the_file_of_an_opinion_and_a_corrected_result_in_the_making_are_not_the_applicants(api):
    code = Law(api).led("asked")
    key = api.key_of(code)
    file = api.upload(f"/dossiers/{code}/files?slot=opinion", by="khach").json()["id"]
    assert api.act(code, "opinions/1/answer", {"text": "Có", "files": [file]}, by="khach").status_code == 200
    assert file in str(api.get(f"/dossiers/{code}", by="ha").json()["opinions"])
    assert file not in str(api.get(f"/dossiers/{code}", key=key).json())
    assert api.get(f"/dossiers/{code}/files/{file}", key=key).status_code == 404
    assert api.upload(f"/dossiers/{code}/files?slot=opinion", by="ha").status_code == 403, "nobody asked that division"
    corrected = Law(api).led("correcting")
    new = api.upload(f"/dossiers/{corrected}/files?slot=result", PDF + b"%new", by="mai").json()
    mine = api.get(f"/dossiers/{corrected}", key=api.key_of(corrected)).json()
    assert new["id"] not in [f["id"] for f in mine["files"]] and len(mine["files"]) == 1
    assert api.act(corrected, "reissue", {"file": new["id"]}, by="mai").json()["result"]["number"] == "2/KQ-SKHCN"
    mine = api.get(f"/dossiers/{corrected}", key=api.key_of(corrected)).json()
    assert [f["id"] for f in mine["files"]] == [new["id"]]
    assert mine["result"]["replaces"] == ["1/KQ-SKHCN"]
