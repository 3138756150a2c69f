"""An entry keeps the number of its combination and not the ten values; an index of every order holds the number.

SQLite loses the triggers of a table that it makes anew, so those of 0002 are made again. Beside them stands what is
counted by: of a hundred thousand matches it reads this number out of a table of nothing else.
"""

import django.db.models.deletion
from django.db import migrations, models

COMBINED = [
    "CREATE TABLE catalogue_combined (id INTEGER PRIMARY KEY, combination_id INTEGER NOT NULL)",
    "INSERT INTO catalogue_combined SELECT id, combination_id FROM catalogue_catalogueentry ORDER BY id",
]
TRIGGERS = [
    "DROP TRIGGER IF EXISTS catalogue_words_added",
    "DROP TRIGGER IF EXISTS catalogue_words_removed",
    "DROP TRIGGER IF EXISTS catalogue_words_changed",
    """CREATE TRIGGER catalogue_words_added AFTER INSERT ON catalogue_catalogueentry BEGIN
        INSERT INTO catalogue_words(rowid, title_words, words) VALUES (new.id, new.title_words, new.words);
        INSERT INTO catalogue_combined(id, combination_id) VALUES (new.id, new.combination_id);
    END""",
    """CREATE TRIGGER catalogue_words_removed AFTER DELETE ON catalogue_catalogueentry BEGIN
        INSERT INTO catalogue_words(catalogue_words, rowid, title_words, words)
        VALUES ('delete', old.id, old.title_words, old.words);
        DELETE FROM catalogue_combined WHERE id = old.id;
    END""",
    """CREATE TRIGGER catalogue_words_changed AFTER UPDATE OF title_words, words ON catalogue_catalogueentry BEGIN
        INSERT INTO catalogue_words(catalogue_words, rowid, title_words, words)
        VALUES ('delete', old.id, old.title_words, old.words);
        INSERT INTO catalogue_words(rowid, title_words, words) VALUES (new.id, new.title_words, new.words);
    END""",
    """CREATE TRIGGER catalogue_combination_changed AFTER UPDATE OF combination_id ON catalogue_catalogueentry BEGIN
        UPDATE catalogue_combined SET combination_id = new.combination_id WHERE id = new.id;
    END""",
]


def keep(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in COMBINED + TRIGGERS:
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0005_combinations'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_facets',
        ),
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_by_kind_pl',
        ),
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_by_kind_en',
        ),
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_by_kind_uk',
        ),
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_newest',
        ),
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_ended',
        ),
        migrations.RemoveIndex(
            model_name='catalogueentry',
            name='catalogue_shortest',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='accessible',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='field',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='form',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='issuer',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='languages',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='level',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='price',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='voivodeship',
        ),
        migrations.RemoveField(
            model_name='catalogueentry',
            name='workload',
        ),
        migrations.AlterField(
            model_name='catalogueentry',
            name='combination',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='catalogue.combination'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['combination'], name='catalogue_by_combination'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['rank', 'order_pl', 'id', 'combination'], name='catalogue_kind_pl'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['rank', 'order_en', 'id', 'combination'], name='catalogue_kind_en'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['rank', 'order_uk', 'id', 'combination'], name='catalogue_kind_uk'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['order_pl', 'id', 'combination'], name='catalogue_name_pl'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['order_en', 'id', 'combination'], name='catalogue_name_en'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['order_uk', 'id', 'combination'], name='catalogue_name_uk'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(fields=['-published_at', 'id', 'combination'], name='catalogue_newest_first'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(condition=models.Q(('hours__isnull', False)), fields=['hours', 'order_pl', 'order_en', 'order_uk', 'id', 'combination'], name='catalogue_shortest_first'),
        ),
        migrations.AddIndex(
            model_name='catalogueentry',
            index=models.Index(condition=models.Q(('ends_at__isnull', False)), fields=['ends_at', 'id', 'combination'], name='catalogue_soonest_first'),
        ),
        migrations.RunPython(keep),
    ]
