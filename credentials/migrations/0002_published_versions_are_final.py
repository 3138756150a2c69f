"""The database itself refuses any change of a published achievement version, whoever asks.

A later migration that makes SQLite rebuild the table loses these triggers: it must run `protect` again.
"""

from django.db import migrations

TABLE = "credentials_achievementversion"
REFUSAL = "a published version never changes"

SQLITE = f"""
CREATE TRIGGER refuses_change_of_published_version BEFORE UPDATE ON {TABLE}
WHEN OLD.number IS NOT NULL BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END;
CREATE TRIGGER refuses_removal_of_published_version BEFORE DELETE ON {TABLE}
WHEN OLD.number IS NOT NULL BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END;
"""
POSTGRESQL = f"""
CREATE FUNCTION refuses_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER refuses_change_of_published_version BEFORE UPDATE OR DELETE ON {TABLE}
FOR EACH ROW WHEN (OLD.number IS NOT NULL) EXECUTE FUNCTION refuses_change_of_published_version();
"""


def protect(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        with schema_editor.connection.cursor() as cursor:
            for statement in SQLITE.strip().split("END;\n"):
                cursor.execute(f"{statement.removesuffix('END;')} END")
    else:
        schema_editor.execute(POSTGRESQL)


def unprotect(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER refuses_change_of_published_version")
        schema_editor.execute("DROP TRIGGER refuses_removal_of_published_version")
    else:
        schema_editor.execute(f"DROP TRIGGER refuses_change_of_published_version ON {TABLE}")
        schema_editor.execute("DROP FUNCTION refuses_change_of_published_version()")


class Migration(migrations.Migration):
    dependencies = [("credentials", "0001_initial")]

    operations = [migrations.RunPython(protect, unprotect)]
