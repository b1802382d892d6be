"""An empty database for the demo: what other tests keep in memory or in tables made by SQL is cleared first."""

import pytest
from django.db import connection

from motcua.records.calendars import queries as calendars
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from tests.seed import RAW_TABLES


def forget() -> None:
    directory.forget()
    catalogue.forget()
    calendars.forget()


@pytest.fixture
def empty(db: None):
    with connection.cursor() as c:
        c.execute(f"truncate {RAW_TABLES} restart identity")
    forget()
    yield
    forget()
