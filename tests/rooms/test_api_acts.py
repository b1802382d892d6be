"""The life of a dossier through the API, by the tokens of those who act; and every act by the wrong person."""

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.records import store
from motcua.usecases import fees
from tests.rooms.api_world import BODY, GROUNDS, LACKS, Api


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


def head(code):
    return store.read("H14", code)[0].head


def done(response, state, version):
    assert response.status_code == 200, response.content.decode()
    body = response.json()
    assert (body["state"], body["version"], response["ETag"]) == (state, version, f'"{version}"')
    return body


def test_a_dossier_of_seven_steps_lives_from_the_visitor_to_the_delivery(api):
    api.clock("2026-11-12 08:15")
    filed = api.post("/dossiers", BODY, by="dat")
    assert (filed.status_code, filed["Location"]) == (201, "/api/v1/dossiers/H14.20-261112-0001")
    code, key = filed.json()["code"], filed.json()["follow_key"]
    assert filed.json()["reception_due"] == "2026-11-13T08:15:00+07:00"
    api.clock("2026-11-12 10:00")
    received = done(api.act(code, "reception", by="dat"), "received", 2)
    assert (received["national"], received["due"]) == (2, "2026-11-23T10:00:00+07:00")
    api.clock("2026-11-12 10:20")
    done(api.act(code, "step-completion", {"note": "Đủ giấy tờ"}, by="dat"), "processing", 3)
    seen = api.get(f"/dossiers/{code}", by="vinh").json()
    assert [person["name"] for person in seen["assignable"]] == ["Hoàng Mai Lan", "Nông Thu Hà"]
    api.clock("2026-11-12 15:20")
    done(api.act(code, "assignment", {"to": str(api.world.ha.pk)}, by="vinh"), "processing", 4)
    api.clock("2026-11-13 14:00")
    done(api.act(code, "supplement-request", LACKS, by="ha"), "supplementing", 5)
    api.clock("2026-11-16 14:00")
    added = api.upload(f"/dossiers/{code}/files?slot=supplement&name=giay-phep.pdf", key=key)
    assert added.status_code == 201, added.content
    again = done(api.act(code, "supplement", {"files": [added.json()["id"]]}, key=key), "processing", 6)
    assert (again["due_first"], again["due"]) == ("2026-11-23T10:00:00+07:00", "2026-11-25T10:00:00+07:00"), (
        "24/11 is off"
    )
    api.clock("2026-11-17 10:00")
    done(api.act(code, "step-completion", by="ha"), "processing", 7)
    done(api.act(code, "return", {"step": 3, "reason": "Thiếu phụ lục"}, by="vinh"), "processing", 8)
    done(api.act(code, "step-completion", by="ha"), "processing", 9)
    done(api.act(code, "step-completion", by="vinh"), "processing", 10)
    done(api.act(code, "approval", by="son"), "processing", 11)
    result = api.upload(f"/dossiers/{code}/files?slot=result&name=ket-qua.pdf", by="mai").json()
    registered = done(api.act(code, "registration", {"file": result["id"]}, by="mai"), "finished", 12)
    kept = {name: registered["result"][name] for name in ("number", "sealed", "sha256")}
    assert kept == {"number": "1/KQ-SKHCN", "sealed": True, "sha256": result["sha256"]}
    delivered = done(api.act(code, "delivery", {"way": "counter"}, by="dat"), "delivered", 13)
    assert delivered["national"] == 10
    whole = api.get(f"/dossiers/{code}", by="dat").json()
    assert [event["type"] for event in whole["events"]][-2:] == ["ResultRegistered", "ResultDelivered"]
    assert whole["pauses"][0]["end"] == "2026-11-16T14:00:00+07:00"
    assert list(verify.everything(INLINES, store.heads())) == []


def test_a_dossier_that_the_province_decides_is_handed_over_and_back(api):
    api.clock("2026-11-12 08:15")
    code = api.post("/dossiers", BODY | {"procedure": "H14-3.000450-pl2"}).json()["code"]
    api.clock("2026-11-12 10:00")
    done(api.act(code, "reception", by="dat"), "received", 2)
    done(api.act(code, "step-completion", by="dat"), "processing", 3)
    done(api.act(code, "assignment", {"to": str(api.world.lan.pk)}, by="vinh"), "processing", 4)
    done(api.act(code, "step-completion", by="lan"), "processing", 5)
    done(api.act(code, "step-completion", by="vinh"), "processing", 6)
    done(api.act(code, "approval", by="son"), "processing", 7)
    early = api.act(code, "hand-over", by="mai")
    assert (early.status_code, early.json()["code"]) == (409, "not-registered")
    done(api.act(code, "registration", {}, by="mai"), "processing", 8)
    over = done(api.act(code, "hand-over", {"note": "Tờ trình kèm theo"}, by="mai"), "processing", 9)
    assert (over["position"]["kind"], over["position"]["unit"]) == ("province", "H14.00.01")
    decision = api.upload(f"/dossiers/{code}/files?slot=result", by="tung").json()
    back = done(api.act(code, "hand-back", {"file": decision["id"]}, by="tung"), "finished", 10)
    assert (back["position"]["kind"], back["result"]["sha256"]) == ("delivery", decision["sha256"])
    done(api.act(code, "delivery", {"way": "post"}, by="dat"), "delivered", 11)


ENDINGS = [
    ("reception refuses", "filed", "refusal", GROUNDS, {"by": "dat"}, "refused", 3),
    ("the applicant withdraws with the key", "filed", "withdrawal", {"reason": "Nộp nhầm"}, {}, "withdrawn", 8),
    ("reception withdraws for a visitor", "filed", "withdrawal", {"reason": "Thôi"}, {"by": "dat"}, "withdrawn", 8),
    ("the director stops", "at_work", "stop", GROUNDS, {"by": "son"}, "stopped", 8),
]


@pytest.mark.parametrize(
    ("story", "stage", "act", "body", "who", "state", "national"), ENDINGS, ids=[r[0] for r in ENDINGS]
)
def test_a_dossier_can_end_before_its_time(api, story, stage, act, body, who, state, national):
    code = api.until(stage)
    ended = api.act(code, act, body, **(who or {"key": api.key_of(code)})).json()
    assert (ended["state"], ended["national"]) == (state, national)


# The act, the stage at which somebody may do it, a body, and somebody who may not.
WRONG = [
    ("reception", "filed", {}, "phuong", 404, "unknown-dossier"),
    ("reception", "filed", {}, "vinh", 403, "not-yours"),
    ("refusal", "filed", GROUNDS, "son", 403, "not-yours"),
    ("supplement-request", "at_work", LACKS, "lan", 403, "not-yours"),
    ("assignment", "handed", {"to": "1"}, "ha", 404, "unknown-officer"),
    ("step-completion", "at_work", {}, "vinh", 403, "not-yours"),
    ("step-completion", "at_work", {}, "khach", 404, "unknown-dossier"),
    ("return", "checked", {"step": 3, "reason": "Sai"}, "ha", 403, "not-yours"),
    ("approval", "reviewed", {}, "mai", 403, "not-yours"),
    ("registration", "approved", {}, "son", 403, "not-yours"),
    ("hand-over", "approved", {}, "mai", 409, "nowhere-to-hand-over"),
    ("hand-back", "approved", None, "tung", 404, "unknown-file"),
    ("delivery", "finished", {"way": "counter"}, "phuong", 404, "unknown-dossier"),
    ("withdrawal", "received", {"reason": "Thôi"}, "vinh", 403, "not-yours"),
    ("stop", "at_work", GROUNDS, "ha", 403, "not-yours"),
    ("supplement", "received", None, "dat", 404, "unknown-file"),
]


@pytest.mark.parametrize(("act", "stage", "body", "who", "status", "problem"), WRONG)
def test_the_wrong_person_is_refused_with_a_sentence_and_nothing_changes(api, act, stage, body, who, status, problem):
    code = api.until(stage)
    before = head(code)
    if body is None:
        body = {"file": before.id} if act == "hand-back" else {"files": [before.id]}
    if "to" in body:
        body = {"to": "999999"}
    refused = api.act(code, act, body, by=who)
    assert (refused.status_code, refused.json()["code"]) == (status, problem)
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["detail"] and refused.json()["detail_en"]
    assert head(code) == before


ACTS = ("reception", "refusal", "supplement-request", "supplement", "assignment", "step-completion", "return")
MORE = ("approval", "registration", "hand-over", "hand-back", "delivery", "withdrawal", "stop")


LAW = ("reassignment", "takeover", "re-routing", "supplement-approval", "supplement-refusal", "extension", "dispatch")
LATER = ("negative-result", "opinions", "opinions/1/answer", "obligations", "corrections", "reissue", "reopening")
PARTS = ("withdrawal/grant", "withdrawal/denial", *(f"obligations/1/{a}" for a in ("settlement", "waiver", "refund")))


@pytest.mark.parametrize("act", [*ACTS, *MORE, *LAW, *LATER, *PARTS])
def test_without_a_credential_no_act_is_carried_out(api, act):
    code = api.until("filed")
    refused = api.act(code, act, {})
    assert (refused.status_code, refused.json()["code"]) == (401, "token-missing")
    assert refused["WWW-Authenticate"].startswith("Bearer")
    assert head(code).version == 1


def test_a_stale_version_is_told_what_happened_and_nothing_is_carried_out(api):
    code = api.until("received")
    stale = api.act(code, "step-completion", by="dat", If_Match='"1"')
    problem = stale.json()
    assert (stale.status_code, problem["code"], problem["version"]) == (409, "moved", 2)
    assert (problem["last"]["type"], problem["last"]["unit"]) == ("DossierReceived", "H14.20")
    assert head(code).version == 2
    hidden = api.act(code, "step-completion", by="khach", If_Match='"1"')
    assert hidden.json()["code"] == "unknown-dossier", "to other agencies it does not exist, stale or not"
    done(api.act(code, "step-completion", by="dat", If_Match='"2"'), "processing", 3)


ONE_ACT = [
    ("reception", "filed", {}, "dat", 4),
    ("step-completion", "at_work", {}, "ha", 4),
    ("assignment", "handed", "to", "vinh", 5),
    ("registration", "approved", "file", "mai", 5),
    ("withdrawal", "filed", {"reason": "Thôi"}, "", 3),
]


@pytest.mark.parametrize(("act", "stage", "body", "who", "queries"), ONE_ACT)
def test_an_act_costs_at_most_five_queries_with_everything(api, act, stage, body, who, queries):
    warm = api.until(stage)
    code = api.until(stage)
    key = api.key_of(code)
    api.get(f"/dossiers/{warm}", by=who)
    # What is published is read once a process and kept: fees, too.
    fees.schedule("H14-1.014889-pl2")
    if body == "to":
        body = {"to": str(api.world.ha.pk)}
    if body == "file":
        body = {"file": api.get(f"/dossiers/{code}", by="mai").json()["files"][0]["id"]}
    counted = Counted()
    with counted:
        answer = api.act(code, act, body, by=who, **({} if who else {"key": key}))
    assert answer.status_code == 200, answer.content
    assert counted.n == queries <= 5, counted.seen


class Counted:
    """Statements through Django and through the store's own cursor, which Django does not see."""

    def __init__(self):
        self.seen = []

    @property
    def n(self):
        return len(self.seen)

    def __enter__(self):
        self.django = CaptureQueriesContext(connection)
        self.django.__enter__()
        self.real = psycopg.Cursor.execute

        def execute(cursor, query, *args, **kwargs):
            if type(cursor) is psycopg.Cursor:
                self.seen.append(str(query)[:80])
            return self.real(cursor, query, *args, **kwargs)

        psycopg.Cursor.execute = execute
        return self

    def __exit__(self, *failure):
        psycopg.Cursor.execute = self.real
        self.django.__exit__(*failure)
        self.seen += [query["sql"][:80] for query in self.django.captured_queries]
