"""What this SQLite can do beyond what Django supposes of every SQLite."""

from django.db.backends.sqlite3 import features


class DatabaseFeatures(features.DatabaseFeatures):
    # SQLITE_MAX_VARIABLE_NUMBER since SQLite 3.32 (https://www.sqlite.org/limits.html#max_variable_number).
    # Django still counts on 999, which splits the award of a whole class into several statements.
    max_query_params = 32_766
