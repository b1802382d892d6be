import django.contrib.postgres.fields
from django.db import migrations, models

# What somebody other than the holder of the step has to decide, the units whose opinion is awaited, and the reminder
# that was given last. Null mostly.
UP = """
alter table worklist_row add column wants text[], add column asked text[], add column told text, add column told_at timestamptz;
create index worklist_wants on worklist_row (agency, due, code) where wants is not null;
create index worklist_asked on worklist_row using gin (asked) where asked is not null;
create index worklist_told on worklist_row (agency, told_at) where told is not null;
create index worklist_receiver on worklist_row (receiver, due, code)
    where state in ('filed', 'received', 'processing', 'supplementing', 'finished');
"""
DOWN = """
drop index worklist_receiver;
alter table worklist_row drop column wants, drop column asked, drop column told, drop column told_at;
"""


def column() -> models.Field:
    return django.contrib.postgres.fields.ArrayField(models.CharField(max_length=40), null=True)


class Migration(migrations.Migration):
    dependencies = [("projections_worklist", "0001_initial")]
    operations = [
        migrations.RunSQL(UP, DOWN),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField("row", "wants", column()),
                migrations.AddField("row", "asked", column()),
                migrations.AddField("row", "told", models.CharField(max_length=20, null=True)),
                migrations.AddField("row", "told_at", models.DateTimeField(null=True)),
            ]
        ),
    ]
