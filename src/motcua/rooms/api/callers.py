"""Who calls: an officer by bearer token, the bearer of a follow key, or the public. Cookies are never looked at.

A credential that is sent and wrong is refused, even where none is needed: silence would hide a mistake.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from ninja.security import APIKeyHeader, HttpBearer

from motcua.domain.codes import BadCode, DossierCode
from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer
from motcua.records.drafts.models import Application
from motcua.rooms.api.problems import Failed
from motcua.ui.clock import now
from motcua.usecases.standing_in import actor_of


@dataclass(frozen=True, slots=True)
class Caller:
    """`id` scopes idempotency keys: two callers may use the same key for different things. `acting` is the officer with
    the posts that they stand in for at the instant of the request."""

    id: str
    officer: Officer | None = None
    acting: Actor | None = None
    follow_key: str = ""

    @property
    def owner(self) -> str:
        """Whose an application is that this caller starts."""
        return f"officer:{self.officer.pk}" if self.officer else ""


class Bearer(HttpBearer):
    """A token of `motcua token new`; it acts with its officer's role and unit."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        given = request.headers.get("Authorization")
        if given is None:
            return None
        scheme, _, token = given.partition(" ")
        if scheme.lower() != "bearer":
            raise Failed("token-unknown")
        return self.authenticate(request, token.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        officer = directory.by_token(token)
        if officer is None:
            raise Failed("token-unknown")
        # The beginning of the digest names the token without giving it away.
        return Caller(f"t{directory.digest(token)[:24]}", officer, actor_of(officer, now()))


class FollowKey(APIKeyHeader):
    """The key printed on the filing notice; whether it opens the dossier is seen when the dossier is known."""

    param_name = "X-Follow-Key"

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        return Caller(f"k{directory.digest(key)[:24]}", follow_key=key) if key else None


def public(request: HttpRequest) -> Caller:
    return Caller("public")


OFFICER = [Bearer()]
OFFICER_OR_APPLICANT = [Bearer(), FollowKey()]
ANYONE = [Bearer(), FollowKey(), public]


def caller(request: HttpRequest) -> Caller:
    return request.auth  # type: ignore[attr-defined,no-any-return]


def place(code: str) -> tuple[str, str]:
    """(province, code) of a dossier's code as somebody typed it. A code that cannot be one is an unknown dossier."""
    if len(code) > 60:
        raise Failed("unknown-dossier")
    try:
        parsed = DossierCode.parse(code)
    except BadCode as bad:
        raise Failed("unknown-dossier") from bad
    return parsed.province, str(parsed)


def actor(who: Caller, province: str, code: str) -> Actor:
    """As whom the caller acts on this dossier: the officer, or the applicant whose follow key it is."""
    if who.acting:
        return who.acting
    application = application_of(province, code)
    if application is None:
        raise Failed("unknown-dossier")
    if not constant_time_compare(application.follow_key, who.follow_key):
        raise Failed("follow-key-wrong")
    return Actor(str(application.pk), Role.APPLICANT, "")


def application_of(province: str, code: str) -> Application | None:
    return Application.objects.filter(province=province, code=code).first()


def scoped(who: Caller, key: str) -> str | None:
    """The idempotency key as stored, or None."""
    return f"{who.id}:{key}" if key else None
