"""What a use case refuses and a room does not catch is a page with a sentence; health says what is wrong."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from motcua.domain.dossiers import refuse
from motcua.project.middleware import POLICY, UseCaseAnswers
from motcua.usecases.errors import Busy, KeyReused, Unknown

net = UseCaseAnswers(lambda request: None)


@pytest.fixture
def request_(rf: RequestFactory):
    return rf.post("/ban-lam-viec/H14.20-261112-0001/vao-so/")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (refuse("already-registered", number="3/KQ"), "đã vào sổ số 3/KQ"),
        (Busy(), "cùng cập nhật hồ sơ này"),
        (KeyReused(), "cùng cập nhật hồ sơ này"),
    ],
)
@pytest.mark.django_db
def test_a_refusal_that_nobody_caught_is_a_page_that_says_so(request_, problem, words):
    answer = net.process_exception(request_, problem)
    assert answer.status_code == 409
    assert words in answer.content.decode()


def test_what_is_not_there_is_not_found_and_a_defect_stays_one(request_):
    with pytest.raises(Http404):
        net.process_exception(request_, Unknown("H14.20-261112-0001"))
    assert net.process_exception(request_, ValueError("defect")) is None


@pytest.mark.django_db
def test_every_answer_forbids_other_hosts(client):
    assert client.get("/healthz").headers["Content-Security-Policy"] == POLICY
    assert client.get("/khong-co-trang-nay/").headers["Content-Security-Policy"] == POLICY


@pytest.mark.django_db
def test_readiness_tells_database_migrations_and_queue(client):
    body = client.get("/readyz").json()
    assert body == {"status": "ok", "database": "ok", "migrations_pending": 0, "queue": 0}
