"""One row a dossier: where it lies, who holds it, when it is due. Written in the same statement as its events."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Row(models.Model):
    """Read through `queries` only. The key in the database is (province, dossier)."""

    pk = models.CompositePrimaryKey("province", "dossier")
    province = models.CharField(max_length=3)
    dossier = models.UUIDField()
    code = models.CharField(max_length=60)
    version = models.IntegerField()
    state = models.CharField(max_length=20)
    offering = models.CharField(max_length=60)
    agency = models.CharField(max_length=40)
    receiver = models.CharField(max_length=40)
    channel = models.CharField(max_length=20)
    step = models.SmallIntegerField()
    kind = models.CharField(max_length=20)
    role = models.CharField(max_length=20)
    unit = models.CharField(max_length=40)
    person = models.CharField(max_length=64, null=True)
    filed_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    due = models.DateTimeField(null=True)
    step_due = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    wants = ArrayField(models.TextField(), null=True)
    asked = ArrayField(models.TextField(), null=True)
    told = models.CharField(max_length=20, null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "worklist_row"
        managed = False
