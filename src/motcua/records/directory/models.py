"""Who works where: agencies, divisions, centres, and the officers in them."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role


class Unit(models.Model):
    """An organisation or a part of one. `id` is its identifier (H14.19.02); parents are links, never parsed from digits."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "Ủy ban nhân dân tỉnh"
        AGENCY = "agency", "Sở, ngành"
        DIVISION = "division", "Phòng"
        OFFICE = "office", "Văn phòng"
        CENTRE = "centre", "Trung tâm phục vụ hành chính công tỉnh"
        COMMUNE = "commune", "Trung tâm phục vụ hành chính công xã, phường"

    id = models.CharField(primary_key=True, max_length=40)
    province = models.CharField(max_length=3)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=300)
    # As it stands in document numbers: 12/GCN-SKHCN.
    symbol = models.CharField(max_length=40, blank=True)
    # The spellings under which decisions name this unit, folded (domain.md §7.3).
    aliases = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "directory_unit"
        indexes = [models.Index(fields=["province", "kind"])]

    def __str__(self) -> str:
        return self.name


class OfficerManager(BaseUserManager["Officer"]):
    def get_by_natural_key(self, username: str | None) -> "Officer":
        return self.get(username=username)


class Officer(AbstractBaseUser):
    """A person with one post: a role in a unit. One account a person (NĐ 331/2026, domain.md §6)."""

    username = models.CharField(max_length=60, unique=True)
    province = models.CharField(max_length=3)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="officers")
    # The competent agency this post belongs to, for a leader's acts; empty at a centre.
    agency = models.CharField(max_length=40, blank=True)
    counter = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]
    objects = OfficerManager()

    class Meta:
        db_table = "directory_officer"
        indexes = [models.Index(fields=["unit", "role"])]

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> Actor:
        """This officer as the rules see them."""
        return Actor(str(self.pk), Role(self.role), self.unit_id, self.agency)


class Token(models.Model):
    """A bearer token of the API: only its hash is kept; it acts as the officer it belongs to."""

    digest = models.CharField(primary_key=True, max_length=64)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=100)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "directory_token"


class FailedSignIn(models.Model):
    """A wrong password: too many from one address for one account close it there for a while."""

    username = models.CharField(max_length=60)
    address = models.CharField(max_length=45)
    at = models.DateTimeField()

    class Meta:
        db_table = "directory_failed_sign_in"
        indexes = [models.Index(fields=["username", "address", "at"], name="directory_failed_here")]
