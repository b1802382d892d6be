"""kill -9 between act and answer: what was answered is there, nothing is half there, the chain holds."""

import json
import os
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path

import psycopg
import pytest

from motcua.ops import postgres

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("own-server")]


@pytest.fixture
def home(tmp_path_factory):
    """A durable server of this test's own, in a folder that the server's account may enter."""
    place = ROOT / ".motcua" / f"durability-{os.getpid()}"
    place.mkdir(parents=True, exist_ok=True)
    yield place
    postgres.stop(place)
    subprocess.run(["rm", "-rf", str(place)], check=True)


def start(home: Path) -> dict[str, str]:
    kept = os.environ.pop("DATABASE_URL", None)
    try:
        dsn = postgres.ensure(home).dsn
    finally:
        if kept:
            os.environ["DATABASE_URL"] = kept
    return os.environ | {"DATABASE_URL": dsn, "MOTCUA_HOME": str(home), "PYTHONPATH": str(ROOT)}


def spawn(module: str, env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", module], env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def check(env: dict[str, str]) -> dict:
    out, _ = spawn("tests.store.checker", env).communicate(timeout=60)
    return json.loads(out)


def answered(lines: list[str]) -> dict[str, str]:
    """The last state that the worker was told of each dossier."""
    return {code: word for word, code in (line.split() for line in lines)}


def holds(found: dict, told: dict[str, str], crashes: int) -> None:
    assert found["differences"] == []
    for code, word in told.items():
        assert found["heads"][code] in ((word,) if word == "received" else ("filed", "received"))
    beyond = len(found["heads"]) - len(told)
    assert 0 <= beyond <= crashes, "only the act under way at a crash may be beyond what was answered"


def test_what_was_answered_survives_the_death_of_worker_and_server(home):
    env = start(home)
    worker = spawn("tests.store.worker", env)
    told = [line.strip() for line in islice(worker.stdout, 25)]
    worker.send_signal(signal.SIGKILL)
    told += [line.strip() for line in worker.stdout]
    worker.wait()
    holds(check(env), answered(told), crashes=1)

    worker = spawn("tests.store.worker", env)
    more = [line.strip() for line in islice(worker.stdout, 25)]
    with psycopg.connect(env["DATABASE_URL"], autocommit=True) as connection:
        pids = [row[0] for row in connection.execute("select pid from pg_stat_activity where pid <> pg_backend_pid()")]
    postmaster = int((next(home.glob("postgres-*")) / "postmaster.pid").read_text().splitlines()[0])
    for pid in [postmaster, *pids]:
        os.kill(pid, signal.SIGKILL)
    more += [line.strip() for line in worker.stdout]
    worker.kill()
    worker.wait()
    holds(check(start(home)), answered(told + more), crashes=2)
