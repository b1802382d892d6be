"""The people whom a request names."""

from motcua.domain.dossiers import Actor
from motcua.records.directory import queries as directory
from motcua.rooms.api.problems import Failed


def officer_of(pk: str) -> Actor:
    """The active officer with this id, in their own post. Raises Failed."""
    officer = directory.officer(pk)
    if officer is None:
        raise Failed("unknown-officer")
    return officer.actor
