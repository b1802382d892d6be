"""One row a dossier with what figures are made of; filled from the outbox, rebuildable from events."""

from django.db import models


class Fact(models.Model):
    pk = models.CompositePrimaryKey("province", "dossier")
    province = models.CharField(max_length=3)
    dossier = models.UUIDField()
    agency = models.CharField(max_length=40)
    field = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=20)
    filed_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    reception_minutes = models.IntegerField(null=True)
    reception_late = models.BooleanField(null=True)
    finished_at = models.DateTimeField(null=True)
    late = models.BooleanField(null=True)
    version = models.IntegerField()

    class Meta:
        db_table = "kpi_fact"
        indexes = [models.Index(fields=["province", "finished_at"], name="kpi_finished")]
