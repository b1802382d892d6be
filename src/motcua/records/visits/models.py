"""Who looked at a dossier's personal data: references only, one row an officer, dossier, kind and hour."""

from enum import StrEnum

from django.db import models


class What(StrEnum):
    """What was opened."""

    PAGE = "page"
    IDENTITY = "identity"
    FILE = "file"
    PAPER = "paper"
    EXPORT = "export"
    API = "api"


class Visit(models.Model):
    """Kept as long as its dossier (docs/decisions/0013). Province first, as in every table that grows."""

    pk = models.CompositePrimaryKey("province", "dossier", "hour", "officer", "what")
    province = models.CharField(max_length=3)
    dossier = models.UUIDField()
    hour = models.DateTimeField()
    officer = models.BigIntegerField()
    what = models.CharField(max_length=10, choices=[(what.value, what.value) for what in What])
    # The post by which they were allowed to, as it was then; `on_behalf` is whose post it was, if not their own.
    role = models.CharField(max_length=20)
    unit = models.CharField(max_length=40)
    on_behalf = models.BigIntegerField(null=True, blank=True)
    # The first look and the last one within the hour.
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        db_table = "visits_visit"
