"""Files by content: one blob a sha-256, one attachment a use of it."""

import uuid

from django.db import models


class Attachment(models.Model):
    """A file of an application, a supplement, a result or a paper. `sha256` is empty while it is still arriving."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    province = models.CharField(max_length=3)
    owner = models.UUIDField()
    # Which document it is: the key of a required document, "result", "supplement", "paper:01:3".
    slot = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=255)
    mime = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField()
    received = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    by = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "files_attachment"
        indexes = [models.Index(fields=["owner", "created_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "slot"], condition=models.Q(slot__startswith="paper:"), name="files_one_paper_a_slot"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def complete(self) -> bool:
        return bool(self.sha256)
