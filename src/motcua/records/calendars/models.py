"""A province's calendar, version by version. A row is written once; later only its approval and its course are added."""

from django.db import models
from django.db.models import Q


class VersionRow(models.Model):
    """`terms` as in `terms.py`; `kind`, `name` say what the proposal changes, `basis` why; `since` the first day that
    is worked otherwise. Open until approved or declined; people are ids of the directory.

    `tally` is how far the preview has counted, `course` how far the approved version has been applied.
    """

    province = models.CharField(max_length=3)
    number = models.IntegerField()
    terms = models.JSONField()
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    basis = models.CharField(max_length=300)
    since = models.DateField()
    proposed_by = models.CharField(max_length=40)
    proposed_at = models.DateTimeField()
    approved_by = models.CharField(max_length=40, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    declined_by = models.CharField(max_length=40, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    tally = models.JSONField(default=dict, blank=True)
    course = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "calendars_version"
        constraints = [
            models.UniqueConstraint(fields=["province", "number"], name="calendars_version_once"),
            # Two open proposals would each be a copy without the other's days: the second approval would undo the first.
            models.UniqueConstraint(
                fields=["province"],
                condition=Q(approved_at=None, declined_at=None),
                name="calendars_one_open_proposal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.province}/{self.number}"

    @property
    def open(self) -> bool:
        return self.approved_at is None and self.declined_at is None
