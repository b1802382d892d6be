import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ASSUMED = "giả định của bản trình diễn"


def move(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """The one amount that an offering could have so far becomes a row for everybody."""
    offerings, fees = (apps.get_model("records_catalogue", name) for name in ("OfferingRow", "FeeRow"))
    for row in offerings.objects.filter(details__has_key="fee").select_related("decision"):
        amount, name = row.details.pop("fee"), row.details.pop("fee_name", "") or "Lệ phí"
        assumed = "fee" in row.assumed
        if amount is not None:
            fees.objects.create(
                offering=row,
                name=name,
                kind="le_phi" if name.lower().startswith("lệ phí") else "phi",
                amount=amount,
                basis=ASSUMED if assumed else row.decision.words,
                assumed=assumed,
            )
        kept = [field for field in row.assumed if field not in ("fee", "fee_name")]
        row.assumed = [*kept, "fees"] if assumed else kept
        row.save(update_fields=["details", "assumed"])


class Migration(migrations.Migration):
    dependencies = [("records_catalogue", "0002_words")]

    operations = [
        migrations.CreateModel(
            name="FeeRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200)),
                ("kind", models.CharField(max_length=10)),
                ("amount", models.PositiveBigIntegerField(default=0)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("channels", models.JSONField(blank=True, default=list)),
                ("cases", models.JSONField(blank=True, default=list)),
                ("classes", models.JSONField(blank=True, default=list)),
                ("when", models.CharField(default="reception", max_length=20)),
                ("relief", models.CharField(default="full", max_length=10)),
                ("basis", models.CharField(max_length=300)),
                ("effective_from", models.DateField(blank=True, null=True)),
                ("effective_to", models.DateField(blank=True, null=True)),
                ("assumed", models.BooleanField(default=False)),
                (
                    "offering",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="records_catalogue.offeringrow"),
                ),
            ],
            options={"db_table": "catalogue_fee"},
        ),
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
