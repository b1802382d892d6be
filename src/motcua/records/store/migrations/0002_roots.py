from importlib.resources import files

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records_store", "0001_initial")]
    operations = [
        migrations.RunSQL(
            files("motcua.records.store").joinpath("roots.sql").read_text("utf-8"), "drop table store_root"
        )
    ]
