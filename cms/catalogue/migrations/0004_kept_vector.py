"""PostgreSQL keeps what is searched beside the entry: weighing a match had made its words into a vector anew each time.
SQLite's own index needs nothing of the kind.
"""

from django.db import migrations

KEPT = [
    """ALTER TABLE catalogue_catalogueentry ADD COLUMN searched tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', words), 'B')) STORED""",
    "DROP INDEX catalogue_words",
    "CREATE INDEX catalogue_words ON catalogue_catalogueentry USING gin (searched)",
]
COMPUTED = [
    "DROP INDEX catalogue_words",
    "ALTER TABLE catalogue_catalogueentry DROP COLUMN searched",
    """CREATE INDEX catalogue_words ON catalogue_catalogueentry USING gin (
        (setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', words), 'B')))""",
]


def keep(apps, schema_editor):
    _execute(schema_editor, KEPT)


def compute(apps, schema_editor):
    _execute(schema_editor, COMPUTED)


def _execute(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_shortest")]
    operations = [migrations.RunPython(keep, compute)]
