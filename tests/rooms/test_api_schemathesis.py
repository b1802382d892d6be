"""Schemathesis against the API as it documents itself: every operation, a real database, tokens and dossiers."""

import itertools
from uuid import UUID

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.config import SchemathesisConfig

from tests import seed
from tests.rooms.api_world import PDF, PNG, Api

APPLICATION = UUID("0f5e4f9e-0000-4000-8000-000000000001")
KEY = "follow2345"
CODES = [f"H14.20-261112-{n:04}" for n in range(1, 7)]
CONFIG = {
    "parameters": {
        "path.code": {"dictionary": "codes", "probability": 0.8},
        "path.id": {"dictionary": "procedures", "probability": 0.6},
        "path.application": {"dictionary": "applications", "probability": 0.6},
        "path.key": {"dictionary": "papers", "probability": 0.6},
        "path.province": {"dictionary": "provinces", "probability": 0.6},
        "body.division": {"dictionary": "units", "probability": 0.5},
        "body.unit": {"dictionary": "units", "probability": 0.5},
        "body.procedure": {"dictionary": "procedures", "probability": 0.7},
        "body.application": {"dictionary": "applications", "probability": 0.5},
    },
    "dictionaries": {
        "codes": {"values": CODES},
        "procedures": {"values": [row[0] for row in seed.OFFERINGS]},
        "applications": {"values": [str(APPLICATION)]},
        "papers": {"values": ["00-1", "01-2"]},
        "provinces": {"values": ["H14", "H37"]},
        "units": {"values": ["H14.30.01", "H14.19", "H14.19.02"]},
    },
}
# Whose token an operation is tried with; everything else is tried as reception.
PEOPLE = {"assignment": "vinh", "return": "ha", "approval": "son", "registration": "mai", "hand-over": "mai"}
PEOPLE |= {"reassignment": "vinh", "takeover": "lan", "opinions": "ha", "answer": "khach", "obligations": "ha"}
PEOPLE |= dict.fromkeys(("extension", "waiver", "grant", "denial", "corrections", "negative-result"), "son")
PEOPLE |= {"supplement-approval": "vinh", "supplement-refusal": "vinh", "reissue": "mai"}

count = itertools.count()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Every idempotency key once: the same key for another request is refused with 422, as test_api_repeats shows."""
    if key := case.headers.get("Idempotency-Key"):
        case.headers["Idempotency-Key"] = f"{key}{next(count)}" if len(key) < 190 else key


schemathesis.openapi.media_type("application/pdf", st.sampled_from([PDF, PDF + b"%\n"]))
schemathesis.openapi.media_type("image/png", st.just(PNG))
schemathesis.openapi.media_type("image/jpeg", st.just(b"\xff\xd8\xff\xe0rest"))
schema = schemathesis.openapi.from_wsgi(
    "/api/v1/openapi.json", get_wsgi_application(), config=SchemathesisConfig.from_dict(CONFIG)
)


@pytest.fixture
def api(world, monkeypatch):
    """Dossiers in every stage, an application that is not filed, and a token for everyone."""
    made = Api(world, monkeypatch)
    for code, stage in zip(CODES, ("filed", "received", "at_work", "approved", "finished", "filed"), strict=True):
        assert made.until(stage) == code
    seed.application(pk=APPLICATION, follow_key=KEY)
    return made


@schema.parametrize()
@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_nothing_that_a_client_sends_breaks_the_api_or_its_description(api, case):
    person = PEOPLE.get(case.operation.path.rsplit("/", 1)[-1], "dat")
    case.call_and_validate(headers={"Authorization": f"Bearer {api.tokens[person]}"})
