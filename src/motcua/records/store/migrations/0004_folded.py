from django.db import migrations

# A database that holds dossiers already was written by the first folding; an empty one has nothing to be behind with.
UP = """
create table store_folded (version integer primary key);
insert into store_folded select 1 where exists (select 1 from store_head);
"""


class Migration(migrations.Migration):
    dependencies = [("records_store", "0003_received")]
    operations = [migrations.RunSQL(UP, "drop table store_folded")]
