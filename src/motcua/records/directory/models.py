"""Who works where: agencies, divisions, centres, and the officers in them."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.fields.ranges import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

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


class StandIn(models.Model):
    """Somebody has the post of another for a time: delegated by its holder, or ordered by a leader for an absent one.

    The post is written down as it was then; `hats` gives it only as long as the principal still holds it.
    """

    class Kind(models.TextChoices):
        DELEGATION = "delegation", "Ủy quyền"
        SUBSTITUTION = "substitution", "Thay người vắng mặt"

    province = models.CharField(max_length=3)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    principal = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    substitute = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    unit = models.CharField(max_length=40)
    agency = models.CharField(max_length=40, blank=True)
    start = models.DateTimeField()
    end = models.DateTimeField()
    # The decision or notice that it rests on, or why the holder is away.
    reason = models.CharField(max_length=500)
    ordered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # A second click sends the same key: it is one order.
    key = models.UUIDField(unique=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "directory_stand_in"
        indexes = [models.Index(fields=["substitute", "end"], name="directory_stand_in_now")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="directory_stand_in_period"),
            models.CheckConstraint(condition=~Q(principal=F("substitute")), name="directory_stand_in_other"),
            # One post lies with one substitute at a time. A range of one number compares like the number itself and
            # needs no extension of the database.
            ExclusionConstraint(
                name="directory_stand_in_single",
                expressions=[
                    (Func("principal", "principal", Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (Func("start", "end", Value("[)"), function="tstzrange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(revoked_at=None),
            ),
        ]
