from importlib.resources import files

from django.db import migrations

TABLES = "store_head, store_event, store_outbox, store_reader, store_counter, store_number, store_idempotency"


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.RunSQL(
            files("motcua.records.store").joinpath("schema.sql").read_text("utf-8"), f"drop table {TABLES}"
        )
    ]
