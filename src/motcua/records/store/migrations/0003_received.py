from django.db import migrations


class Migration(migrations.Migration):
    # A log of millions of events must take new ones while this is built.
    atomic = False
    dependencies = [("records_store", "0002_roots")]
    operations = [
        migrations.RunSQL(
            "create index concurrently if not exists store_event_received on store_event (province, at, dossier)"
            " where type = 'DossierReceived'",
            "drop index concurrently if exists store_event_received",
        )
    ]
