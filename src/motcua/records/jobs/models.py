"""One act on many dossiers, as it was asked for and as far as it came: durable, so that anybody can continue it.

A job tells what was ordered, its items what became of each dossier. The dossiers themselves are changed by the acts
alone; losing these two tables would lose no dossier, only the list of what was still to be done.
"""

import uuid

from django.db import models


class Job(models.Model):
    """`officer` is the id of who ordered it, `params` what is common to all items, `key` makes a second click one job."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    province = models.CharField(max_length=3)
    officer = models.CharField(max_length=64)
    key = models.CharField(max_length=300)
    act = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "jobs_job"
        indexes = [models.Index(fields=["officer", "-created_at"], name="jobs_job_of_officer")]
        constraints = [models.UniqueConstraint(fields=["officer", "key"], name="jobs_job_once")]

    def __str__(self) -> str:
        return f"{self.act} {self.id}"


class Item(models.Model):
    """One dossier of a job. `seen` is the version that was chosen (None: any), `params` go before the job's own.

    `sentence` says what became of it; for one that others had changed, `last` keeps what they did (an event's body).
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        REFUSED = "refused"
        MOVED = "moved"
        FAILED = "failed"

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="items")
    n = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    seen = models.IntegerField(null=True)
    params = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    sentence = models.TextField(blank=True)
    sentence_en = models.TextField(blank=True)
    last = models.TextField(blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        db_table = "jobs_item"
        ordering = ["job", "n"]
        constraints = [models.UniqueConstraint(fields=["job", "n"], name="jobs_item_place")]

    def __str__(self) -> str:
        return f"{self.n}. {self.code}"
