from django.db import migrations, models

UP = """
create table deadlines_next (
    province text not null, dossier uuid not null, code text not null, version integer not null,
    kind text, next_at timestamptz,
    primary key (province, dossier)
);
create index deadlines_due on deadlines_next (next_at, code) where next_at is not null;
"""


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.RunSQL(UP, "drop table deadlines_next"),
        migrations.CreateModel(
            name="Deadline",
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
                ("kind", models.CharField(max_length=20, null=True)),
                ("next_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "deadlines_next",
                "managed": False,
            },
        ),
    ]
