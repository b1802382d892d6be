"""The tests' own PostgreSQL, as a plugin (`-p tests.database`): pytest-django reads the settings before any conftest.

`DATABASE_URL` if it is set; else a server with its data in `.motcua/test-…`, where MOTCUA_POSTGRES = system | wheel says
which. Workers of pytest-xdist inherit the address. Several sessions at once share the server, each with databases of its
own; it stops after the last of them, even of a kill -9.
"""

import atexit
import os
from pathlib import Path

import psycopg
import pytest

from motcua.ops import postgres
from motcua.ops.progress import Trouble

ROOT = Path(__file__).resolve().parent.parent


def _database() -> None:
    if "DATABASE_URL" in os.environ:
        return
    home = ROOT / ".motcua" / f"test-{os.environ.get('MOTCUA_POSTGRES') or 'auto'}"
    server = postgres.ensure(home, durable=False)
    # Static files come straight from the packages here; whitenoise only wants its folder to be there.
    (home / "static").mkdir(exist_ok=True)
    if server.started:
        _drop_leftovers(server.dsn)
    name = f"test_motcua_{os.getpid()}"
    os.environ.update(DATABASE_URL=server.dsn, MOTCUA_HOME=str(home), MOTCUA_TEST_DATABASE=name)
    atexit.register(server.stop)


def _drop_leftovers(dsn: str) -> None:
    """Of sessions that were killed: the server has just been started, so nobody else has a database yet."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        names = connection.execute("select datname from pg_database where datname like 'test\\_motcua\\_%'").fetchall()
        for (name,) in names:
            connection.execute(f'drop database "{name}" with (force)')


try:
    _database()
except Trouble as trouble:
    raise pytest.UsageError(str(trouble)) from None
