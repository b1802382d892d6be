"""The next instant at which something is due on a dossier: what the clock loop asks for."""

from django.db import models


class Deadline(models.Model):
    pk = models.CompositePrimaryKey("province", "dossier")
    province = models.CharField(max_length=3)
    dossier = models.UUIDField()
    code = models.CharField(max_length=60)
    version = models.IntegerField()
    kind = models.CharField(max_length=20, null=True)
    next_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "deadlines_next"
        managed = False
