"""Who may see and file what: the public, the bearer of a follow key, officers of the units concerned and others."""

import pytest

from motcua.records import store
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import OfferingRow
from motcua.records.drafts.models import Application
from tests.rooms.api_world import BODY, LACKS, PDF, Api


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


def head(code):
    return store.read("H14", code)[0].head


def test_a_follow_key_opens_its_own_dossier_only(api):
    mine, other = api.until("filed"), api.until("filed")
    refused = api.act(other, "withdrawal", {"reason": "Thôi"}, key=api.key_of(mine))
    assert (refused.status_code, refused.json()["code"]) == (401, "follow-key-wrong")
    assert api.get(f"/dossiers/{other}", key=api.key_of(mine)).status_code == 401
    assert head(other).state == "filed"


def test_an_applicant_may_not_do_what_an_officer_does(api):
    code = api.until("filed")
    assert api.act(code, "reception", key=api.key_of(code)).status_code == 401
    assert head(code).version == 1


def test_a_session_of_a_browser_gives_no_rights_in_the_api(api):
    code = api.until("filed")
    api.client.force_login(api.world.dat)
    assert api.act(code, "reception").status_code == 401
    assert api.get("/dossiers").status_code == 401
    assert head(code).version == 1


def test_the_public_sees_progress_and_neither_people_nor_reasons(api):
    code = api.until("filed")
    api.act(code, "supplement-request", LACKS, by="dat")
    public = api.get(f"/dossiers/{code}").json()
    assert (public["viewer"], public["state"], public["national"]) == ("public", "supplementing", 5)
    assert (public["applicant"], public["files"], public["papers"], public["acts"]) == (None, [], [], [])
    assert public["pauses"][0]["wanted"] == []
    text = str(public)
    assert "Suối Trong" not in text and "Lý Minh Đạt" not in text and "hết hạn" not in text
    mine = api.get(f"/dossiers/{code}", key=api.key_of(code)).json()
    assert (mine["viewer"], mine["acts"]) == ("applicant", ["supplement", "withdraw"])
    assert mine["applicant"]["name"] == "Công ty TNHH Kiểm nghiệm Suối Trong"
    assert mine["pauses"][0]["wanted"] == [{"what": "Giấy phép", "reason": "Đã hết hạn"}]
    assert "Lý Minh Đạt" not in str(mine)
    assert api.get(f"/dossiers/{code}", by="dat").json()["events"][1]["officer"] == "Lý Minh Đạt"


def test_the_applicant_gets_the_result_when_it_is_registered_and_not_before(api):
    code = api.until("approved")
    key = api.key_of(code)
    [prepared] = api.get(f"/dossiers/{code}", by="mai").json()["files"]
    assert api.get(f"/dossiers/{code}", key=key).json()["files"] == []
    assert api.get(f"/dossiers/{code}/files/{prepared['id']}", key=key).status_code == 404
    api.act(code, "registration", {"file": prepared["id"]}, by="mai")
    got = api.get(f"/dossiers/{code}/files/{prepared['id']}", key=key)
    assert (got.status_code, got.content, got["X-Content-Type-Options"]) == (200, PDF, "nosniff")
    assert got["Content-Disposition"].startswith("attachment")
    assert got["Content-Security-Policy"].startswith("sandbox")


def test_papers_come_as_pdf_to_those_who_may_see_them_and_are_the_same_every_time(api):
    code = api.until("received")
    papers = api.get(f"/dossiers/{code}/papers", key=api.key_of(code)).json()
    assert [paper["key"] for paper in papers] == ["00-1", "01-2", "GT-2"]
    first, again = (api.get(f"/dossiers/{code}/papers/01-2", by="dat") for _ in range(2))
    assert (first.status_code, first["Content-Type"]) == (200, "application/pdf")
    assert first.content.startswith(b"%PDF-") and first.content == again.content
    assert api.get(f"/dossiers/{code}/papers/03-2", by="dat").json()["code"] == "unknown-file"
    assert api.get(f"/dossiers/{code}/papers").status_code == 401


def test_a_file_of_another_dossier_is_not_taken_for_the_result(api):
    mine, other = api.until("approved"), api.until("approved")
    [stranger] = api.get(f"/dossiers/{other}", by="mai").json()["files"]
    refused = api.act(mine, "registration", {"file": stranger["id"]}, by="mai")
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown-file")
    assert head(mine).result is None


def test_what_the_applicant_uploads_is_not_taken_for_the_result(api):
    code = api.until("at_work")
    assert api.upload(f"/dossiers/{code}/files?slot=result", key=api.key_of(code)).status_code == 403
    assert api.upload(f"/dossiers/{code}/files?slot=supplement", key=api.key_of(code)).status_code == 403


def test_the_work_list_holds_what_lies_with_the_officer_page_by_page(api):
    codes = [api.until("filed", f"2026-11-12 08:{n // 60 + 10}") for n in range(53)]
    first = api.get("/dossiers?list=intake", by="dat").json()
    second = api.get(f"/dossiers?list=intake&after={first['after']}", by="dat").json()
    assert [row["code"] for row in (*first["rows"], *second["rows"])] == codes
    assert (len(first["rows"]), second["after"]) == (50, "")
    assert first["rows"][0]["applicant"] == "Công ty TNHH Kiểm nghiệm Suối Trong"
    assert api.get("/dossiers", by="ha").json() == {"rows": [], "after": ""}


def test_an_application_is_started_given_a_file_and_filed_by_the_bearer_of_its_key(api):
    api.clock("2026-11-12 08:15")
    started = api.post("/applications", BODY)
    pk, key = started.json()["id"], started.json()["follow_key"]
    assert (started.status_code, started["Location"]) == (201, f"/api/v1/applications/{pk}")
    path = f"/applications/{pk}/files?slot=don&name=Đơn đề nghị.pdf"
    assert api.upload(path).status_code == 401
    assert api.upload(path, key="wrong").json()["code"] == "follow-key-wrong"
    assert api.upload(path, key=key).json()["name"] == "Đơn đề nghị.pdf"
    filed = api.post("/dossiers", {"application": pk}, key=key)
    assert (filed.status_code, filed.json()["position"]["unit"]) == (201, "H14.20")
    late = api.upload(path, key=key)
    assert (late.status_code, late.json()["dossier"]) == (409, filed.json()["code"])
    assert [f["slot"] for f in api.get(f"/dossiers/{filed.json()['code']}", key=key).json()["files"]] == ["don"]


def test_who_files_decides_the_counter_and_the_channel(api):
    at_commune = api.post("/dossiers", BODY, by="phuong").json()
    assert at_commune["code"].startswith("H14.103-")
    letter = api.post("/dossiers", BODY | {"channel": "post"}, by="dat").json()
    assert api.get(f"/dossiers/{letter['code']}", by="dat").json()["channel"] == "post"
    for body, who, problem in (
        (BODY, "ha", "reception-only"),
        (BODY | {"channel": "counter"}, "", "online-alone"),
    ):
        refused = api.post("/dossiers", body, by=who)
        assert (refused.status_code, refused.json()["code"]) == (403, problem)
    assert Application.objects.count() == 2


def test_a_procedure_that_the_rules_refuse_leaves_no_draft_behind(api):
    OfferingRow.objects.filter(pk=BODY["procedure"]).update(level="information")
    catalogue.forget()
    refused = api.post("/dossiers", BODY)
    assert (refused.status_code, refused.json()["code"]) == (409, "no-online-form")
    assert Application.objects.count() == 0
