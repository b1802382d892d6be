"""Applications as people type them: the one home of an applicant's personal data, before and after filing."""

import secrets
import uuid

from django.db import models


def follow_key() -> str:
    """Ten letters without look-alikes, printed in the QR: whoever holds it may see papers and supplement."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(10))


class Application(models.Model):
    """One application. Its id becomes the dossier's id, so that the same application cannot be filed twice.

    `data` holds the answers of the form; the columns hold who files, for whom and how to reach them.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "Cá nhân"
        ORGANISATION = "organisation", "Tổ chức, doanh nghiệp"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    province = models.CharField(max_length=3)
    offering = models.CharField(max_length=60)
    owner = models.CharField(max_length=64)
    follow_key = models.CharField(max_length=16, default=follow_key)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(max_length=300, blank=True)
    # The name without marks and in small letters: how officers type it into the look-up.
    name_folded = models.CharField(max_length=300, blank=True)
    id_number = models.CharField(max_length=40, blank=True)
    submitter = models.CharField(max_length=200, blank=True)
    authority = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=400, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.CharField(max_length=200, blank=True)
    return_way = models.CharField(max_length=20, blank=True, default="online")
    data = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True, blank=True)
    code = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "drafts_application"
        indexes = [
            models.Index(fields=["owner", "-updated_at"]),
            models.Index(fields=["province", "code"]),
        ]

    def __str__(self) -> str:
        return str(self.id)
