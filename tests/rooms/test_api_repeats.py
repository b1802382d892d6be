"""Idempotency keys: the same request again is the same answer and no second deed; another request is refused."""

import pytest

from motcua.records import store
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from tests.racing import race
from tests.rooms.api_world import BODY, PDF, PNG, Api


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


def replayed(response):
    return response["Idempotency-Replayed"] == "true"


def test_a_repeated_act_is_one_act_and_two_equal_answers(api):
    code = api.until("filed")
    first, again = (api.act(code, "reception", by="dat", Idempotency_Key="k1") for _ in range(2))
    assert (first.json(), replayed(first), replayed(again)) == (again.json(), False, True)
    assert store.read("H14", code)[0].head.version == 2


KEY_REUSED = [
    ("another act", "step-completion", {}, "dat"),
    ("another body", "refusal", {"reason": "Khác", "basis": "Khác"}, "dat"),
]


@pytest.mark.parametrize(("story", "act", "body", "who"), KEY_REUSED, ids=[row[0] for row in KEY_REUSED])
def test_a_key_with_another_request_is_refused_and_nothing_changes(api, story, act, body, who):
    code = api.until("filed")
    first = "refusal" if act == "refusal" else "reception"
    api.act(code, first, {"reason": "Một", "basis": "Một"} if first == "refusal" else {}, by=who, Idempotency_Key="k1")
    refused = api.act(code, act, body, by=who, Idempotency_Key="k1")
    assert (refused.status_code, refused.json()["code"]) == (422, "key-reused")
    assert store.read("H14", code)[0].head.version == 2


def test_the_key_of_one_dossier_is_refused_for_another(api):
    one, two = api.until("filed"), api.until("filed")
    api.act(one, "reception", by="dat", Idempotency_Key="k1")
    assert api.act(two, "reception", by="dat", Idempotency_Key="k1").status_code == 422


def test_two_people_may_use_the_same_key(api):
    code, other = api.until("filed"), api.until("at_work")
    assert api.act(code, "reception", by="dat", Idempotency_Key="1").status_code == 200
    assert api.act(other, "step-completion", by="ha", Idempotency_Key="1").status_code == 200


def test_an_application_that_is_sent_twice_is_one_application(api):
    first, again = (api.post("/applications", BODY, Idempotency_Key="form-7") for _ in range(2))
    assert first.json() == again.json()
    assert Application.objects.count() == 1
    other = api.post("/applications", BODY | {"name": "Ai khác"}, Idempotency_Key="form-7")
    assert (other.status_code, other.json()["code"]) == (422, "key-reused")
    assert Application.objects.get().name == BODY["name"]


@pytest.mark.parametrize("who", ["dat", ""])
def test_a_filing_that_is_sent_twice_is_one_dossier(api, who):
    first, again = (api.post("/dossiers", BODY, by=who, Idempotency_Key="visit-3") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert (first.json(), replayed(again)) == (again.json(), True)
    other = api.post("/dossiers", BODY | {"phone": "0900 000 999"}, by=who, Idempotency_Key="visit-3")
    assert (other.status_code, other.json()["code"]) == (422, "key-reused")
    assert Application.objects.count() == 1


def test_without_a_key_two_filings_are_two_dossiers(api):
    codes = [api.post("/dossiers", BODY, by="dat").json()["code"] for _ in range(2)]
    assert codes == ["H14.20-261118-0001", "H14.20-261118-0002"]


def test_an_application_filed_again_answers_with_the_dossier_it_became(api):
    app = api.post("/applications", BODY).json()
    codes = [api.post("/dossiers", {"application": app["id"]}, key=app["follow_key"]).json()["code"] for _ in range(2)]
    assert codes[0] == codes[1]


def test_a_file_that_is_sent_twice_is_one_file(api):
    app = api.post("/applications", BODY).json()
    path = f"/applications/{app['id']}/files?slot=don"
    first, again = (api.upload(path, key=app["follow_key"], once="f1") for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    other = api.upload(path, PNG, "image/png", key=app["follow_key"], once="f1")
    assert (other.status_code, other.json()["code"]) == (422, "key-reused")
    assert Attachment.objects.count() == 1


def test_a_double_click_at_once_is_one_dossier_one_application_and_one_file(api):
    for n in range(5):
        filed = race(*[lambda k=f"d{n}": api.post("/dossiers", BODY, by="dat", Idempotency_Key=k)] * 3)
        assert len({answer.json()["code"] for answer in filed}) == 1, [answer.content for answer in filed]
        made = race(*[lambda k=f"a{n}": api.post("/applications", BODY, Idempotency_Key=k)] * 3)
        assert len({answer.json()["id"] for answer in made}) == 1
        app = made[0].json()
        path = f"/applications/{app['id']}/files?slot=don"
        sent = race(*[lambda p=path, a=app: api.upload(p, PDF, key=a["follow_key"], once="f")] * 3)
        assert len({answer.json()["id"] for answer in sent}) == 1, [answer.content for answer in sent]
    assert Application.objects.count() == 10
    assert Attachment.objects.count() == 5
