from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records_catalogue", "0001_initial")]

    operations = [
        # Whole words of the folded text: with 30 provinces trigrams of three-letter syllables sort out too little.
        migrations.RunSQL(
            "create index catalogue_offering_words on catalogue_offering using gin (to_tsvector('simple', search))",
            "drop index catalogue_offering_words",
        ),
    ]
