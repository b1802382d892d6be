from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records_drafts", "0001_initial")]
    operations = [
        TrigramExtension(),
        migrations.AddField(
            model_name="application",
            name="name_folded",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        ),
        migrations.RunSQL(
            "create index drafts_name on drafts_application using gin (name_folded gin_trgm_ops)",
            "drop index drafts_name",
        ),
    ]
