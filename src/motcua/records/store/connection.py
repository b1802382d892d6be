"""A cursor that lets the server prepare statements; Django's own binds on the client."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection


@contextmanager
def cursor() -> Iterator[psycopg.Cursor[Any]]:
    """A server-side binding cursor on this thread's connection, in autocommit unless a test opened a transaction."""
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as opened:
        yield opened
