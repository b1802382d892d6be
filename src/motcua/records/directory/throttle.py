"""Guessing passwords is slow: five wrong ones for an account from one address, then fifteen minutes of rest there.

The rows are in the database, so that every process of the server counts the same; an account is never closed for
its owner elsewhere, which would let anybody lock anybody out.
"""

from datetime import datetime, timedelta

from motcua.records.directory.models import FailedSignIn

TRIES = 5
REST = timedelta(minutes=15)
KEPT = timedelta(days=1)


def closed_until(username: str, address: str, now: datetime) -> datetime | None:
    """When signing in to this account from this address is possible again; None when it is now."""
    recent = FailedSignIn.objects.filter(username=_clean(username), address=address, at__gt=now - REST)
    instants = list(recent.order_by("-at").values_list("at", flat=True)[:TRIES])
    return instants[-1] + REST if len(instants) == TRIES else None


def failed(username: str, address: str, now: datetime) -> None:
    FailedSignIn.objects.create(username=_clean(username), address=address, at=now)
    FailedSignIn.objects.filter(at__lt=now - KEPT).delete()


def succeeded(username: str, address: str) -> None:
    FailedSignIn.objects.filter(username=_clean(username), address=address).delete()


def _clean(username: str) -> str:
    return username.strip()[:60]
