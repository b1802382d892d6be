"""Jobs through the API: one order, a result for each dossier, and nobody else's jobs."""

import pytest

from motcua.records import store
from motcua.records.jobs.models import Job
from tests.rooms.api_world import Api


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


def test_an_order_is_carried_out_with_a_result_for_each_dossier(api):
    filed, received = api.until("filed"), api.until("received")
    body = {"act": "receive", "dossiers": [filed, received, "H37.20-261112-0001", filed]}
    made = api.post("/jobs", body, by="dat")
    assert made.status_code == 201
    job = made.json()
    assert (job["total"], job["done"], job["refused"], job["running"]) == (3, 1, 2, False)
    assert [(i["dossier"], i["state"]) for i in job["items"]] == [
        (filed, "done"),
        (received, "refused"),
        ("H37.20-261112-0001", "refused"),
    ]
    assert job["items"][2]["sentence"] == "Không có hồ sơ này trong phạm vi của bạn."
    assert api.get(made["Location"].removeprefix("/api/v1"), by="dat").json() == job
    assert store.read("H14", filed)[0].head.version == 2


def test_an_order_that_is_sent_twice_is_one_job(api):
    body = {"act": "receive", "dossiers": [api.until("filed")]}
    first, again = (api.post("/jobs", body, by="dat", Idempotency_Key="k") for _ in range(2))
    assert first.json() == again.json() and Job.objects.count() == 1
    other = api.post("/jobs", {**body, "act": "approve"}, by="dat", Idempotency_Key="k")
    assert (other.status_code, other.json()["code"]) == (422, "key-reused")
    for _ in range(2):
        assert api.post("/jobs", body, by="dat").status_code == 201
    assert Job.objects.count() == 3, "without a key every order is one of its own"


def test_a_job_is_continued_until_nothing_waits(api, monkeypatch):
    monkeypatch.setattr("motcua.rooms.api.jobs.SLICE", 0.0)
    body = {"act": "receive", "dossiers": [api.until("filed") for _ in range(3)]}
    job = api.post("/jobs", body, by="dat").json()
    assert (job["done"], job["waiting"], job["running"]) == (1, 2, True)
    assert job["items"][1]["sentence"] == "" and job["items"][1]["at"] is None
    for left in (1, 0):
        job = api.post(f"/jobs/{job['id']}/continuation", by="dat").json()
        assert job["waiting"] == left
    assert (job["done"], job["running"]) == (3, False) and job["finished_at"]


def test_a_job_of_somebody_else_is_one_that_is_not_there(api):
    job = api.post("/jobs", {"act": "receive", "dossiers": [api.until("filed")]}, by="dat").json()["id"]
    for answer in (api.get(f"/jobs/{job}", by="phuong"), api.post(f"/jobs/{job}/continuation", by="phuong")):
        assert (answer.status_code, answer.json()["code"]) == (404, "unknown-job")
    assert api.get(f"/jobs/{job}").status_code == 401


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"act": "receive", "dossiers": []}, 422, "invalid"),
        ({"act": "receive", "dossiers": [f"H14.20-261112-{n:04}" for n in range(501)]}, 422, "invalid"),
        ({"act": "register", "dossiers": ["H14.20-261112-0001"]}, 422, "invalid"),
        ({"act": "deliver", "dossiers": ["H14.20-261112-0001"]}, 422, "invalid"),
        ({"act": "assign", "dossiers": ["H14.20-261112-0001"], "to": "999999"}, 404, "unknown-officer"),
    ],
    ids=["none", "501", "one by one", "no way", "nobody"],
)
def test_an_order_that_cannot_be_carried_out_is_refused_whole(api, body, status, code):
    refused = api.post("/jobs", body, by="dat")
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert Job.objects.count() == 0
