"""What is read through the API without acting: procedures, deadlines, the description of the API itself."""

import json
from datetime import date

import pytest

from motcua.records.catalogue.models import FeeRow, OfferingRow
from motcua.records.catalogue.search import sort_key
from motcua.records.directory.models import Officer
from motcua.usecases import calendars
from motcua.usecases.calendar_changes import Change, ChangeKind
from tests.rooms.api_world import Api
from tests.world import at


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


SEARCHES = [
    ("all", "", ["3.000450", "1.014889"], "all"),
    ("by code", "q=1.014889", ["1.014889"], "exact"),
    ("by words without marks", "q=thu nghiem chat luong", ["1.014889"], "exact"),
    ("of another province", "province=H27", [], "all"),
    ("nothing like it", "q=qqqqq", [], "none"),
]


@pytest.mark.parametrize(("story", "query", "codes", "match"), SEARCHES, ids=[row[0] for row in SEARCHES])
def test_procedures_are_found_by_words_codes_and_province(api, story, query, codes, match):
    found = api.get(f"/procedures?{query}").json()
    assert (sorted(row["code"] for row in found["rows"]), found["match"]) == (sorted(codes), match)
    assert (found["total"], found["after"]) == (len(codes), "")


def test_the_catalogue_is_read_page_by_page_without_losing_or_repeating_a_row(api):
    first = OfferingRow.objects.first()
    for n in range(60):
        name = f"Thủ tục {n % 7} về ổi"
        OfferingRow.objects.create(
            id=f"H14-x-{n:02}",
            province="H14",
            code=f"1.2{n:05}",
            name=name,
            field="Ổi",
            agency="H14.19",
            decision=first.decision,
            search="thu tuc oi",
            sort_key=sort_key(name),
        )
    for query, total in (("", 62), ("q=oi&", 60)):
        ids, after = [], "first"
        while after:
            page = api.get(f"/procedures?{query}after={'' if after == 'first' else after}").json()
            ids, after = [*ids, *(row["id"] for row in page["rows"])], page["after"]
        assert len(ids) == len(set(ids)) == page["total"] == total


def test_a_procedure_says_where_it_is_filed_through_which_steps_and_what_is_assumed(api):
    OfferingRow.objects.filter(pk="H14-1.014889-pl2").update(
        assumed=["fees"], details={"documents": [{"key": "don", "name": "Đơn"}]}
    )
    online = {"channels": ["online"], "relief": "reduced", "effective_to": date(2027, 3, 1)}
    for amount, conditions in ((150000, {}), (100000, online), (9, {"effective_to": date(2026, 1, 1)})):
        FeeRow.objects.create(
            offering_id="H14-1.014889-pl2", name="Lệ phí", kind="le_phi", amount=amount, basis="NQ 1", **conditions
        )
    FeeRow.objects.create(offering_id="H14-3.000450-pl2", kind="free", basis="QĐ 2")
    shown = api.get("/procedures/H14-1.014889-pl2").json()
    assert shown["ways"] == {"online": True, "counter": True, "post": True, "why": ""}
    assert (shown["process"]["total"], shown["process"]["unit"]) == ("7.00", "working_day")
    assert [step["budget"] for step in shown["process"]["steps"]] == ["0.25", "0.5", "4", "1.25", "0.5", "0.5", None]
    assert (shown["assumed"], shown["documents"][0]["key"]) == (["fees"], "don")
    assert (shown["fees"]["published"], shown["fees"]["basis"]) == ("charged", "")
    told = [(row["amount"], row["channels"], row["relief"], row["effective_to"]) for row in shown["fees"]["rows"]]
    assert told == [(150000, [], "full", None), (100000, ["online"], "reduced", "2027-03-01")]
    assert api.get("/procedures/H14-3.000450-pl2").json()["fees"] == {"published": "free", "basis": "QĐ 2", "rows": []}
    assert shown["basis"] == "Phụ lục II tháng 3/2026"


DEADLINES = [
    (
        "two working days over the national day",
        {"received": "2026-08-31T10:00", "allow": 2, "unit": "working_day"},
        {"starts": "2026-09-03T07:30", "due": "2026-09-04T17:30"},
    ),
    (
        "steps in quarters, the last without time",
        {"received": "2026-11-12T10:00", "allow": 2, "steps": [0.25, 1.75, None]},
        {"due": "2026-11-16T10:00", "step_due": ["2026-11-12T14:00", "2026-11-16T10:00", None]},
    ),
    (
        "a pause of one working day",
        {"received": "2026-11-12T10:00", "allow": 2, "pauses": [["2026-11-13T08:00", "2026-11-16T08:00"]]},
        {"due": "2026-11-17T10:00"},
    ),
    ("no time is published", {"received": "2026-11-12T10:00"}, {"due": None}),
    ("an offset is honoured", {"received": "2026-11-12T03:00:00Z", "allow": 1}, {"due": "2026-11-13T10:00"}),
]


@pytest.mark.parametrize(("story", "body", "answer"), DEADLINES, ids=[row[0] for row in DEADLINES])
def test_a_deadline_is_reckoned_and_explained(api, story, body, answer):
    told = api.post("/deadlines", body).json()
    assert {name: told[name] for name in answer} == answer
    assert told["explain"] and told["explain_en"]


IMPOSSIBLE = [
    ("an end before its start", {"pauses": [["2026-11-13T08:00", "2026-11-12T08:00"]]}, 409, "impossible-deadline"),
    ("steps beyond any limit", {"steps": [9000, 9000]}, 409, "impossible-deadline"),
    ("beyond every calendar", {"received": "2098-11-12T10:00", "allow": 9999}, 409, "outside-calendar"),
    ("no such day", {"received": "2026-02-30T10:00"}, 422, "invalid"),
    ("a day without an hour", {"received": "2026-02-03"}, 422, "invalid"),
    ("a second since 1970", {"received": 1763000000}, 422, "invalid"),
    ("endless", {"allow": 1e308}, 422, "invalid"),
    ("negative", {"allow": -1}, 422, "invalid"),
    ("in quotes", {"allow": "2"}, 422, "invalid"),
]


@pytest.mark.parametrize(("story", "part", "status", "code"), IMPOSSIBLE, ids=[row[0] for row in IMPOSSIBLE])
def test_an_impossible_deadline_is_refused(api, story, part, status, code):
    refused = api.post("/deadlines", {"received": "2026-11-12T10:00", "allow": 2} | part)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_the_api_describes_every_operation_with_its_errors_and_security(api):
    described = json.loads(api.get("/openapi.json").content)
    operations = [(p, m, o) for p, each in described["paths"].items() for m, o in each.items()]
    assert len(operations) == len({o["operationId"] for *_, o in operations}) > 25
    for path, method, operation in operations:
        assert operation["summary"], path
        errors = {status: r for status, r in operation["responses"].items() if int(status) >= 400}
        assert errors and all(list(r["content"]) == ["application/problem+json"] for r in errors.values())
        if method == "post":
            assert "Idempotency-Key" in {p["name"] for p in operation["parameters"]}, path
    assert set(described["components"]["securitySchemes"]) == {"Bearer", "FollowKey"}


def test_every_act_of_the_contract_is_a_resource(api):
    described = json.loads(api.get("/openapi.json").content)["paths"]
    acts = "reception refusal supplement-request supplement assignment step-completion return approval registration"
    later = "reassignment takeover re-routing supplement-approval supplement-refusal extension negative-result opinions"
    money = "obligations obligations/{no}/settlement obligations/{no}/waiver obligations/{no}/refund"
    ends = "withdrawal withdrawal/grant withdrawal/denial dispatch corrections reissue reopening opinions/{no}/answer"
    for act in f"{acts} hand-over hand-back delivery stop {later} {money} {ends}".split():
        assert "post" in described[f"/api/v1/dossiers/{{code}}/{act}"]


def test_the_calendar_of_a_province_is_read_with_hours_days_and_their_basis(api):
    calendar = api.get("/calendars/H14?year=2026").json()
    assert (calendar["version"], calendar["standard_minutes"], 2026 in calendar["years"]) == ("vn/1", 480, True)
    assert calendar["sessions"] == [{"open": "07:30", "close": "11:30"}, {"open": "13:30", "close": "17:30"}]
    assert calendar["reception"] == {"sessions": calendar["sessions"], "saturday": []}
    assert {day["date"][:4] for day in calendar["days"]} == {"2026"}
    culture = next(day for day in calendar["days"] if day["date"] == "2026-11-24")
    assert (culture["kind"], culture["works"], culture["own"], bool(culture["basis"])) == (
        "holiday",
        False,
        False,
        True,
    )
    assert len(api.get("/calendars/H14").json()["days"]) > len(calendar["days"])
    unknown = api.get("/calendars/H99")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown-province")


def test_a_day_that_the_province_declared_is_marked_as_its_own(api):
    son = api.world.son
    quang = Officer.objects.create(
        username="quang", province="H14", name="Quang", role="controller", unit_id="H14.00.01", agency="H14.00"
    )
    day = at("2026-11-19 00:00").date()
    storm = Change(ChangeKind.OFF, "Bão số 6", "Công điện 12/CĐ-UBND", day)
    row = calendars.propose("H14", storm, quang.actor, at("2026-11-18 15:00"))
    calendars.approve(str(row), son.actor, at("2026-11-18 15:30"))
    told = api.get("/calendars/H14?year=2026").json()
    [own] = [day for day in told["days"] if day["own"]]
    assert (told["version"], own["date"], own["name"], own["basis"]) == (
        "H14/1",
        "2026-11-19",
        "Bão số 6",
        "Công điện 12/CĐ-UBND",
    )


def test_the_laws_are_read_with_their_days_and_which_one_holds(api):
    told = api.get("/regimes").json()
    assert [law["id"] for law in told["regimes"]] == ["2018", "2025-forms-2018", "2025"]
    assert [law["current"] for law in told["regimes"]] == [False, False, True]
    assert told["regimes"][1]["effective_to"] == "2025-09-15"
    assert told["levels"][0]["names"]["mức độ 4"] == "full"
