from django.db import migrations, models

# Open work is asked for by holder and due instant; look-ups by code, agency and receiving unit.
UP = """
create table worklist_row (
    province text not null, dossier uuid not null, code text not null, version integer not null,
    state text not null, offering text not null, agency text not null, receiver text not null, channel text not null,
    step smallint not null, kind text not null, role text not null, unit text not null, person text,
    filed_at timestamptz not null, received_at timestamptz, due timestamptz, step_due timestamptz,
    paused_at timestamptz, finished_at timestamptz, at timestamptz not null,
    primary key (province, dossier)
);
create index worklist_holder on worklist_row (unit, role, due, code)
    where state in ('filed', 'received', 'processing', 'supplementing', 'finished');
create index worklist_person on worklist_row (person, due, code)
    where state in ('filed', 'received', 'processing', 'supplementing', 'finished');
create index worklist_agency on worklist_row (agency, due, code)
    where state in ('received', 'processing', 'supplementing');
create index worklist_code on worklist_row (code text_pattern_ops);
"""


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.RunSQL(UP, "drop table worklist_row"),
        migrations.CreateModel(
            name="Row",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "province", "dossier", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("province", models.CharField(max_length=3)),
                ("dossier", models.UUIDField()),
                ("code", models.CharField(max_length=60)),
                ("version", models.IntegerField()),
                ("state", models.CharField(max_length=20)),
                ("offering", models.CharField(max_length=60)),
                ("agency", models.CharField(max_length=40)),
                ("receiver", models.CharField(max_length=40)),
                ("channel", models.CharField(max_length=20)),
                ("step", models.SmallIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("role", models.CharField(max_length=20)),
                ("unit", models.CharField(max_length=40)),
                ("person", models.CharField(max_length=64, null=True)),
                ("filed_at", models.DateTimeField()),
                ("received_at", models.DateTimeField(null=True)),
                ("due", models.DateTimeField(null=True)),
                ("step_due", models.DateTimeField(null=True)),
                ("paused_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "worklist_row",
                "managed": False,
            },
        ),
    ]
