"""The API, put together. `motcua.project.urls` serves `api.urls` under /api/v1/."""

from motcua.rooms.api import (
    acts,
    applications,
    calendars,
    deadlines,
    dossiers,
    handlers,
    jobs,
    leading,
    ledgers,
    obligations,
    opinions,
    papers,
    procedures,
    regimes,
    results,
)
from motcua.rooms.api.parsing import StrictParser
from motcua.rooms.api.service import Readable, Service
from motcua.rooms.api.strictly import known_parameters

DESCRIPTION = """Administrative procedures: search, apply, file, act, follow.

Officers send a bearer token; an applicant sends the follow key of the dossier as `X-Follow-Key`; what is public needs
neither. Errors are problem documents (RFC 9457) with a code for programs and sentences for people, and say what was
kept. Every POST honours `Idempotency-Key`; acts honour `If-Match`. Instants are ISO 8601; durations are minutes of
working time."""

api = Service(
    title="Motcua",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    parser=StrictParser(),
    renderer=Readable(),
    urls_namespace="api-1",
)
api.add_decorator(known_parameters)
for prefix, room in (
    ("/procedures", procedures),
    ("/applications", applications),
    ("/dossiers", dossiers),
    ("/dossiers", ledgers),
    ("/dossiers", acts),
    ("/dossiers", leading),
    ("/dossiers", opinions),
    ("/dossiers", obligations),
    ("/dossiers", results),
    ("/dossiers", papers),
    ("/jobs", jobs),
    ("/deadlines", deadlines),
    ("/calendars", calendars),
    ("/regimes", regimes),
):
    api.add_router(prefix, room.router)
handlers.install(api)
