"""Whose browser this is: a random secret in its session of 30 days, which owns drafts, and follow keys it has shown."""

import secrets

from django.http import HttpRequest

_OWNER, _KEYS = "citizen_owner", "citizen_keys"
_MOST_KEYS = 60


def owner(request: HttpRequest) -> str:
    """The secret of this browser, "" when it has none yet."""
    return str(request.session.get(_OWNER, ""))


def become_owner(request: HttpRequest) -> str:
    """The secret of this browser, made on first need; the session's 30 days begin anew."""
    if not owner(request):
        request.session[_OWNER] = secrets.token_urlsafe(32)
    request.session.modified = True
    return owner(request)


def follow_key(request: HttpRequest, code: str) -> str:
    """The follow key that this browser has shown for a dossier, or ""."""
    return str(request.session.get(_KEYS, {}).get(code, ""))


def remember_key(request: HttpRequest, code: str, key: str) -> None:
    """Keeps a follow key, so that the address can be shown without it."""
    keys = {k: v for k, v in request.session.get(_KEYS, {}).items() if k != code}
    request.session[_KEYS] = dict([*keys.items(), (code, key)][-_MOST_KEYS:])
