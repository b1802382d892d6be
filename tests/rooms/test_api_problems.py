"""What is wrong with a request is said in a problem document, whatever was sent, and nothing changes."""

import json

import pytest
from django.utils import timezone

from motcua.domain.dossiers.refusals import SENTENCES
from motcua.records import store
from motcua.records.directory.models import Token
from motcua.rooms.api.sentences import PROBLEMS
from motcua.usecases import acts
from motcua.usecases.errors import Busy
from tests.rooms.api_world import BODY, PDF, Api

JSON = "application/json"
GROUNDS = json.dumps({"reason": "a", "basis": "b"})


@pytest.fixture
def api(world, monkeypatch):
    return Api(world, monkeypatch)


def problem(response, status, code):
    """Checks the form of a problem document (RFC 9457) and answers it."""
    assert response["Content-Type"] == "application/problem+json", response.content
    body = response.json()
    assert (response.status_code, body["status"], body["code"]) == (status, status, code), body
    assert body["type"] == f"urn:motcua:problem:{code}"
    assert body["title"] and body["detail"] and body["detail_en"]
    return body


# story, method, path, body, content type, status, code
REQUESTS = [
    ("broken JSON", "POST", "refusal", '{"reason": "a"', JSON, 400, "unreadable"),
    ("not UTF-8", "POST", "refusal", b'{"reason": "\xff"}', JSON, 400, "unreadable"),
    ("NaN", "POST", "refusal", '{"reason": NaN}', JSON, 400, "unreadable"),
    ("nested without end", "POST", "refusal", "[" * 100_000, JSON, 400, "unreadable"),
    ("a number without end", "POST", "return", '{"step": ' + "9" * 5000 + ', "reason": "a"}', JSON, 400, "unreadable"),
    ("another content type", "POST", "refusal", "<a/>", "text/xml", 415, "wrong-content-type"),
    ("a form", "POST", "refusal", "reason=a&basis=b", "application/x-www-form-urlencoded", 415, "wrong-content-type"),
    ("no body", "POST", "refusal", "", JSON, 422, "invalid"),
    ("an empty object", "POST", "refusal", "{}", JSON, 422, "invalid"),
    ("null", "POST", "refusal", "null", JSON, 422, "invalid"),
    ("a list", "POST", "refusal", "[]", JSON, 422, "invalid"),
    ("a wrong type", "POST", "refusal", '{"reason": 1, "basis": "b"}', JSON, 422, "invalid"),
    ("an unknown field", "POST", "refusal", '{"reason": "a", "basis": "b", "x": 1}', JSON, 422, "invalid"),
    ("NUL in a text", "POST", "refusal", '{"reason": "a\\u0000", "basis": "b"}', JSON, 422, "invalid"),
    ("U+E000 in a text", "POST", "refusal", '{"reason": "\\ue000number\\ue000", "basis": "b"}', JSON, 422, "invalid"),
    ("half a letter", "POST", "refusal", '{"reason": "\\ud800", "basis": "b"}', JSON, 422, "invalid"),
    ("half a letter in a name", "POST", "refusal", '{"\\ud800": "a"}', JSON, 422, "invalid"),
    ("a huge number", "POST", "return", '{"step": 99999999999999999999, "reason": "a"}', JSON, 422, "invalid"),
    ("a truth for a number", "POST", "return", '{"step": true, "reason": "a"}', JSON, 422, "invalid"),
    ("a number in quotes", "POST", "return", '{"step": "3", "reason": "a"}', JSON, 422, "invalid"),
    ("an empty reason", "POST", "refusal", '{"reason": "", "basis": "b"}', JSON, 422, "invalid"),
    ("a reason of blanks", "POST", "refusal", '{"reason": " ", "basis": "b"}', JSON, 409, "reason-missing"),
    ("too long", "POST", "refusal", json.dumps({"reason": "a" * 5001, "basis": "b"}), JSON, 422, "invalid"),
    ("too large", "POST", "refusal", json.dumps({"reason": "a" * 3_000_000, "basis": "b"}), JSON, 413, "too-large"),
    ("no such address", "POST", "refuse", "{}", JSON, 404, "unknown-address"),
    ("a wrong method", "DELETE", "refusal", "", JSON, 405, "method-not-allowed"),
    ("a look at an act", "GET", "refusal", "", "", 405, "method-not-allowed"),
]


@pytest.mark.parametrize(
    ("story", "method", "path", "body", "mime", "status", "code"), REQUESTS, ids=[row[0] for row in REQUESTS]
)
def test_a_bad_request_is_answered_with_a_problem_and_changes_nothing(
    api, story, method, path, body, mime, status, code
):
    dossier = api.until("filed")
    answer = api.client.generic(
        method,
        f"/api/v1/dossiers/{dossier}/{path}",
        data=body,
        content_type=mime,
        headers={"Authorization": f"Bearer {api.tokens['dat']}"},
    )
    said = problem(answer, status, code)
    assert (code == "invalid") == bool(said.get("errors"))
    assert store.read("H14", dossier)[0].head.version == 1


def test_a_forbidden_character_is_named_with_its_place(api):
    code = api.until("filed")
    refused = api.act(code, "refusal", {"reason": "a\ue000b", "basis": "b"}, by="dat")
    [place] = problem(refused, 422, "invalid")["errors"]
    assert place["where"] == "body.reason" and "U+E000" in place["message"]


# story, headers, status, code
CREDENTIALS = [
    ("nothing", {}, 401, "token-missing"),
    ("an unknown token", {"Authorization": "Bearer nope"}, 401, "token-unknown"),
    ("an empty token", {"Authorization": "Bearer "}, 401, "token-unknown"),
    ("another scheme", {"Authorization": "Basic dTpw"}, 401, "token-unknown"),
    ("a token with NUL", {"Authorization": "Bearer a\x00b"}, 401, "token-unknown"),
    ("a revoked token", {"Authorization": "Bearer token-of-vinh"}, 401, "token-unknown"),
    ("a token of somebody who left", {"Authorization": "Bearer token-of-ha"}, 401, "token-unknown"),
    ("a key for what wants a token", {"X-Follow-Key": "abc"}, 401, "token-missing"),
    ("a bad idempotency key", {"Authorization": "Bearer token-of-dat", "Idempotency-Key": "a b"}, 422, "invalid"),
    ("a bad version", {"Authorization": "Bearer token-of-dat", "If-Match": "3"}, 422, "invalid"),
    ("a version gone by", {"Authorization": "Bearer token-of-dat", "If-Match": '"9"'}, 409, "moved"),
]


@pytest.mark.parametrize(("story", "headers", "status", "code"), CREDENTIALS, ids=[row[0] for row in CREDENTIALS])
def test_credentials_and_conditions_that_do_not_hold(api, story, headers, status, code):
    dossier = api.until("filed")
    Token.objects.filter(officer=api.world.vinh).update(revoked_at=timezone.now())
    api.world.ha.is_active = False
    api.world.ha.save()
    answer = api.client.post(f"/api/v1/dossiers/{dossier}/reception", data="{}", content_type=JSON, headers=headers)
    problem(answer, status, code)
    assert store.read("H14", dossier)[0].head.version == 1


# story, path, headers of the caller, status, code
ADDRESSES = [
    ("no code at all", "/dossiers/xyz", {}, 404, "unknown-dossier"),
    ("a code nobody has", "/dossiers/H14.20-261112-9999", {}, 404, "unknown-dossier"),
    ("a code with NUL", "/dossiers/H14.20%00", {}, 404, "unknown-dossier"),
    ("a code with a line", "/dossiers/H14%0A20", {}, 404, "unknown-dossier"),
    ("a code without end", "/dossiers/" + "9" * 4000, {}, 404, "unknown-dossier"),
    ("of another agency", "/dossiers/H14.20-261112-0001", {"by": "khach"}, 404, "unknown-dossier"),
    ("a wrong key", "/dossiers/H14.20-261112-0001", {"key": "nope"}, 401, "follow-key-wrong"),
    ("a procedure nobody offers", "/procedures/H14-nope", {}, 404, "unknown-procedure"),
    ("a procedure with NUL", "/procedures/a%00b", {}, 404, "unknown-procedure"),
    ("a page nobody gave out", "/procedures?after=%%%", {}, 422, "invalid"),
    ("a page that is no text", "/procedures?after=__8", {}, 404, "unknown-page"),
    ("a page of the list", "/dossiers?after=YWJj", {"by": "dat"}, 404, "unknown-page"),
    ("NUL in a search", "/procedures?q=%00", {}, 422, "invalid"),
    ("a misspelt parameter", "/procedures?provice=H14", {}, 422, "invalid"),
    ("a parameter without a name", "/dossiers?=0", {"by": "dat"}, 422, "invalid"),
    ("a list nobody keeps", "/dossiers?list=all", {"by": "dat"}, 422, "invalid"),
    ("an application by its name", "/applications/mine", {"key": "abc"}, 422, "invalid"),
    (
        "nobody's application",
        "/applications/0f5e4f9e-0000-4000-8000-000000000001",
        {"key": "a"},
        404,
        "unknown-application",
    ),
    ("a file by its name", "/dossiers/H14.20-261112-0001/files/don.pdf", {"by": "dat"}, 422, "invalid"),
    ("no address", "/nope", {}, 404, "unknown-address"),
    ("the root", "/", {}, 404, "unknown-address"),
    ("a line in an address", "/a%0Ab", {}, 404, "unknown-address"),
    ("a slash too many", "/dossiers/", {"by": "dat"}, 404, "unknown-address"),
]


@pytest.mark.parametrize(("story", "path", "how", "status", "code"), ADDRESSES, ids=[row[0] for row in ADDRESSES])
def test_an_address_that_leads_nowhere(api, story, path, how, status, code):
    api.until("filed")
    for language in ("vi", "en"):
        problem(api.get(path, Accept_Language=language, **how), status, code)


# story, content, type, status, code
FILES = [
    ("a program", b"MZ rest", "application/pdf", 415, "bad-file"),
    ("nothing", b"", "application/pdf", 415, "bad-file"),
    ("a type nobody takes", b"abc", "text/html", 415, "wrong-content-type"),
    ("too large", PDF + b"0" * 21 * 1024 * 1024, "application/pdf", 413, "too-large"),
    ("a broken multipart", b"--x\r\nbroken", "multipart/form-data; boundary=x", 400, "unreadable-upload"),
    ("a multipart without boundary", b"--x\r\nbroken", "multipart/form-data", 400, "unreadable-upload"),
]


@pytest.mark.parametrize(("story", "content", "mime", "status", "code"), FILES, ids=[row[0] for row in FILES])
def test_a_file_that_is_not_taken(api, story, content, mime, status, code):
    app = api.post("/applications", BODY).json()
    path = f"/applications/{app['id']}/files?slot=don"
    problem(api.upload(path, content, mime, key=app["follow_key"]), status, code)
    assert api.get(f"/applications/{app['id']}", key=app["follow_key"]).json()["files"] == []


def test_a_multipart_file_is_taken_with_its_own_name(api):
    from django.core.files.uploadedfile import SimpleUploadedFile

    app = api.post("/applications", BODY).json()
    answer = api.client.post(
        f"/api/v1/applications/{app['id']}/files?slot=don",
        {"file": SimpleUploadedFile("Đơn.pdf", PDF)},
        headers={"X-Follow-Key": app["follow_key"]},
    )
    assert (answer.status_code, answer.json()["name"], answer.json()["size"]) == (201, "Đơn.pdf", len(PDF))


APPLICATIONS = [
    ("no such procedure", {"procedure": "H14-nope"}, 404, "unknown-procedure"),
    ("a common field among the answers", BODY | {"answers": {"name": "x"}}, 422, "invalid"),
    ("a nested answer", BODY | {"answers": {"a": {}}}, 422, "invalid"),
    ("a long name", BODY | {"name": "x" * 301}, 422, "invalid"),
    ("a way nobody knows", BODY | {"return_way": "pigeon"}, 422, "invalid"),
]


@pytest.mark.parametrize(("story", "body", "status", "code"), APPLICATIONS, ids=[row[0] for row in APPLICATIONS])
def test_an_application_that_cannot_be_kept(api, story, body, status, code):
    for path in ("/applications", "/dossiers"):
        problem(api.post(path, body), status, code)


def test_a_busy_dossier_says_when_to_come_back(api, monkeypatch):
    code = api.until("filed")

    def busy(*args, **kwargs):
        raise Busy

    monkeypatch.setattr(acts, "receive", busy)
    answer = api.act(code, "reception", by="dat")
    problem(answer, 503, "busy")
    assert answer["Retry-After"] == "1"


def test_what_nobody_foresaw_is_a_problem_too_and_shows_no_trace(api, monkeypatch):
    code = api.until("filed")

    def broken(*args, **kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(acts, "receive", broken)
    said = problem(api.act(code, "reception", by="dat"), 500, "broken")
    assert "secret" not in json.dumps(said) and "kept" not in said


def test_every_code_is_one_code_whether_of_the_rules_or_of_the_api():
    assert PROBLEMS.keys().isdisjoint(SENTENCES)


def test_methods_that_are_not_allowed_say_which_are(api):
    assert api.call("PUT", "/procedures")["Allow"] == "GET"
    assert api.call("POST", "/openapi.json")["Allow"] == "GET"
    assert sorted(api.call("PATCH", "/dossiers")["Allow"].split(", ")) == ["GET", "POST"]
