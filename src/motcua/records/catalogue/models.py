"""What is published: decisions, offerings (province × procedure × decision) and processes, versioned and never edited."""

from django.db import models


class Decision(models.Model):
    """The document a row of the catalogue comes from; `assumed` marks the demo's own layer (design.md §3.5)."""

    id = models.CharField(primary_key=True, max_length=60)
    province = models.CharField(max_length=3)
    kind = models.CharField(max_length=20)
    number = models.CharField(max_length=60, blank=True)
    date = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    title = models.TextField()
    words = models.CharField(max_length=300)
    assumed = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_decision"

    def __str__(self) -> str:
        return self.words


class ProcessRow(models.Model):
    """A process. The id names this content for ever: another content gets another id."""

    id = models.CharField(primary_key=True, max_length=80)
    province = models.CharField(max_length=3)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT)
    title = models.TextField(blank=True)
    unit = models.CharField(max_length=20, blank=True)
    total = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    steps = models.JSONField()
    assumed = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_process"


class OfferingRow(models.Model):
    """One procedure as one province offers it. `code` may be missing, the id never is (domain.md §3)."""

    id = models.CharField(primary_key=True, max_length=60)
    province = models.CharField(max_length=3)
    code = models.CharField(max_length=20, null=True, blank=True)
    name = models.TextField()
    field = models.CharField(max_length=200)
    agency = models.CharField(max_length=40)
    level = models.CharField(max_length=20, blank=True)
    current_level = models.SmallIntegerField(null=True, blank=True)
    planned_level = models.SmallIntegerField(null=True, blank=True)
    route = models.CharField(max_length=20, default="province")
    route_url = models.URLField(blank=True)
    online_only_basis = models.CharField(max_length=300, blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    process = models.ForeignKey(ProcessRow, null=True, blank=True, on_delete=models.PROTECT)
    # {"documents": [{"key", "name", "kind"}], "result": …}: what a page shows beside the decision's facts.
    details = models.JSONField(default=dict, blank=True)
    assumed = models.JSONField(default=list, blank=True)
    # Made by `search.py` from code, name, field and synonyms; see there.
    search = models.TextField(blank=True)
    sort_key = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "catalogue_offering"
        indexes = [
            models.Index(fields=["province", "field", "sort_key"]),
            models.Index(fields=["code"]),
        ]

    def __str__(self) -> str:
        return self.name


class FeeRow(models.Model):
    """One row of an offering's schedule of fees. Empty lists of conditions mean any; in force up to and without the end.

    The kind FREE is the publication that nothing is asked; it has neither name nor amount.
    """

    FREE = "free"

    offering = models.ForeignKey(OfferingRow, on_delete=models.PROTECT)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10)
    amount = models.PositiveBigIntegerField(default=0)
    unit = models.CharField(max_length=60, blank=True)
    channels = models.JSONField(default=list, blank=True)
    cases = models.JSONField(default=list, blank=True)
    classes = models.JSONField(default=list, blank=True)
    when = models.CharField(max_length=20, default="reception")
    relief = models.CharField(max_length=10, default="full")
    basis = models.CharField(max_length=300)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    assumed = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_fee"

    def __str__(self) -> str:
        return self.name
