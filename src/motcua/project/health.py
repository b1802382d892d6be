"""Whether the system is alive and ready: for a watchdog, a load balancer and the operator alone at night."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from motcua.records.store import outbox

# More than this many undelivered rows means that the relay stands still.
QUEUE_LIMIT = 10_000


def healthz(request: HttpRequest) -> JsonResponse:
    """Alive: the process answers."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """Ready: the database answers, its migrations are those of this code, the queue moves. Else 503 with the reason."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        queue = outbox.depth()
    except DatabaseError as failure:
        return JsonResponse({"status": "unavailable", "database": type(failure).__name__}, status=503)
    ready = not pending and queue < QUEUE_LIMIT
    body = {
        "status": "ok" if ready else "unavailable",
        "database": "ok",
        "migrations_pending": len(pending),
        "queue": queue,
    }
    return JsonResponse(body, status=200 if ready else 503)
