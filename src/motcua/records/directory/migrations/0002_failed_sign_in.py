from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records_directory", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="FailedSignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("username", models.CharField(max_length=60)),
                ("address", models.CharField(max_length=45)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "directory_failed_sign_in",
                "indexes": [models.Index(fields=["username", "address", "at"], name="directory_failed_here")],
            },
        ),
    ]
