"""`/readyz`: whether this process can serve people now. Rooms register what must hold."""

from collections.abc import Callable

from channels.layers import get_channel_layer
from django.db import close_old_connections, connection
from django.db.migrations.executor import MigrationExecutor

from core.live.publishing import current_office

Check = Callable[[], None]
_checks: dict[str, Check] = {}
_migrated = False


def register(name: str, check: Check) -> None:
    """Add a condition: `check()` raises when it does not hold. It runs in a thread, for a second at most."""
    _checks[name] = check


def failing() -> list[str]:
    """The names of the conditions that do not hold now. Says no more: the address is public."""
    close_old_connections()
    failed = []
    try:
        for name, check in _checks.items():
            try:
                check()
            except Exception:
                failed.append(name)
    finally:
        close_old_connections()
    return failed


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _migrations() -> None:
    global _migrated
    if not _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise RuntimeError("unapplied migrations")
        _migrated = True


def _layer() -> None:
    office = current_office()
    if get_channel_layer() is None or office is None or (office.relay is not None and office.relay.is_away):
        raise RuntimeError("no channel layer")


register("database", _database)
register("migrations", _migrations)
register("layer", _layer)
