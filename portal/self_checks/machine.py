"""The computer and the program on it: room on the disk, the database's tables, versions."""

from __future__ import annotations

import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.self_check import Finding, State

GIGABYTE = 1024**3
_LOCKED = re.compile(r"^([A-Za-z0-9_.\-]+)(?:\[[^\]]*\])?==([^\s;\\]+)\s*(;?)", re.MULTILINE)


def disk() -> Finding:
    """Room where the data are: under a tenth or 2 GB is told, under 3 % or 300 MB is broken."""
    found = shutil.disk_usage(settings.DATA)
    share = found.free / found.total
    line = _("%(free)s of %(total)s are free.") % {
        "free": filesizeformat(found.free),
        "total": filesizeformat(found.total),
    }
    todo = _("Remove what is not needed (old logs, copies), or give the portal a larger disk.")
    if share < 0.03 or found.free < 0.3 * GIGABYTE:
        return Finding(State.BROKEN, line, todo)
    if share < 0.1 or found.free < 2 * GIGABYTE:
        return Finding(State.LOOK, line, todo)
    return Finding(State.OK, line)


def migrations() -> Finding:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        line = ngettext(
            "%(count)d change of the tables has not been made.",
            "%(count)d changes of the tables have not been made.",
            missing,
        )
        return Finding(
            State.BROKEN, line % {"count": missing}, _("Make a backup, then run manage.py migrate.")
        )
    return Finding(
        State.OK, _("%(name)s; all tables are as they should be.") % {"name": connection.display_name}
    )


def versions() -> Finding:
    """What runs is what the lock names."""
    words = {
        "python": ".".join(str(part) for part in sys.version_info[:3]),
        "django": django.get_version(),
        "wagtail": wagtail.VERSION[:3] and ".".join(str(part) for part in wagtail.VERSION[:3]),
    }
    line = _("Python %(python)s, Django %(django)s, Wagtail %(wagtail)s.") % words
    differing = differing_from(settings.ROOT / "requirements" / "app.txt")
    if differing:
        return Finding(
            State.LOOK,
            line + " " + _("Not as this version asks for: %(names)s.") % {"names": ", ".join(differing[:5])},
            _("Run ./dev setup and start the portal again."),
        )
    return Finding(State.OK, line)


def differing_from(lock: Path) -> list[str]:
    """Names of packages that are installed in another version than `lock` says; those of other systems are skipped."""
    if not lock.is_file():
        return []
    found = []
    for name, wanted, condition in _LOCKED.findall(lock.read_text(encoding="utf-8")):
        try:
            installed = version(name)
        except PackageNotFoundError:
            if not condition:
                found.append(name)
            continue
        if installed != wanted and not condition:
            found.append(name)
    return found
