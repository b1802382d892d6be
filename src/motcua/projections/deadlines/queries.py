"""What is due? The loop asks for instants that have passed, oldest first."""

from datetime import datetime

from motcua.projections.deadlines.models import Deadline


def due_by(at: datetime, limit: int = 500) -> list[Deadline]:
    return list(Deadline.objects.filter(next_at__lte=at).order_by("next_at", "code")[:limit])
