"""The database's own full-text index over the stems: FTS5 kept by triggers on SQLite, GIN on PostgreSQL."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE catalogue_words USING fts5(
        title_words, words, content='catalogue_catalogueentry', content_rowid='id', tokenize='unicode61',
        prefix='3 4', columnsize=1)""",
    """CREATE TRIGGER catalogue_words_added AFTER INSERT ON catalogue_catalogueentry BEGIN
        INSERT INTO catalogue_words(rowid, title_words, words) VALUES (new.id, new.title_words, new.words);
    END""",
    """CREATE TRIGGER catalogue_words_removed AFTER DELETE ON catalogue_catalogueentry BEGIN
        INSERT INTO catalogue_words(catalogue_words, rowid, title_words, words)
        VALUES ('delete', old.id, old.title_words, old.words);
    END""",
    """CREATE TRIGGER catalogue_words_changed AFTER UPDATE OF title_words, words ON catalogue_catalogueentry BEGIN
        INSERT INTO catalogue_words(catalogue_words, rowid, title_words, words)
        VALUES ('delete', old.id, old.title_words, old.words);
        INSERT INTO catalogue_words(rowid, title_words, words) VALUES (new.id, new.title_words, new.words);
    END""",
]
POSTGRESQL = [
    """CREATE INDEX catalogue_words ON catalogue_catalogueentry USING gin (
        (setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', words), 'B')))""",
]
BACK = {
    "sqlite": [
        "DROP TRIGGER catalogue_words_added",
        "DROP TRIGGER catalogue_words_removed",
        "DROP TRIGGER catalogue_words_changed",
        "DROP TABLE catalogue_words",
    ],
    "postgresql": ["DROP INDEX catalogue_words"],
}


def make(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [migrations.RunPython(make, remove)]
