"""Gathering everything that is kept about a person into one file, at their wish."""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.emitting import emit
from core.portal_name import portal_name
from core.throttling import Throttle
from people.audiences import for_user
from people.data_map import FileKept, files_of, kept_rows
from people.enums import KeptTopic
from people.models import User
from portfolio.archive import as_json, safe_name
from portfolio.domain_events import DataAsked, DataGathered
from portfolio.models import DataArchive
from portfolio.services.archive_index import index_pages

DAY = 24 * 3600
# An archive that is not ready by then was cut off and is begun again; after a day it is given up.
STUCK, GIVEN_UP = timedelta(minutes=10), timedelta(days=1)
_plain = DjangoJSONEncoder().default


def ask_for_data(person: User) -> DataArchive:
    """Let the archive be made. While one is being made, that one. Raises Throttled."""
    waiting = DataArchive.objects.filter(person=person, made_at=None).first()
    if waiting is not None:
        return waiting
    limit = settings.KOTYLION_LIMITS["archives_a_day"]
    Throttle("data-archives", limit=limit, seconds=DAY).take(f"person:{person.pk}")
    with transaction.atomic():
        for old in DataArchive.objects.select_for_update().filter(person=person):
            _remove(old)
        archive = DataArchive.objects.create(
            person=person, asked_at=timezone.now(), parts=len(kept_rows()) + 1
        )
        emit(DataAsked(archive_id=archive.pk), actor=person, audience=for_user(person.pk))
        return archive


def gather(archive: DataArchive) -> None:
    """Write the archive, unless it is there. Each part counts, so the person sees how far it is."""
    if archive.made_at is not None:
        return
    person = archive.person
    files = list(files_of(person))
    archive.done = 0
    DataArchive.objects.filter(pk=archive.pk).update(parts=len(kept_rows()) + len(files) + 1, done=0)
    with tempfile.TemporaryFile() as draft, translation.override(person.language):
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as pack:
            pack.writestr("read-me.txt", _read_me(person))
            pack.writestr("data.json", as_json(_rows(archive), plain=_plain))
            there: dict[UUID, list[str]] = defaultdict(list)
            for file in files:
                name = _add(pack, file)
                if name and file.about:
                    there[file.about].append(name)
                _step(archive)
            for name, content in index_pages(person, there).items():
                pack.writestr(name, content)
        size = draft.tell()
        draft.seek(0)
        with transaction.atomic():
            locked = DataArchive.objects.select_for_update().filter(pk=archive.pk, made_at=None).first()
            if locked is None:
                return
            locked.file.save("archive", File(draft), save=False)
            locked.made_at, locked.size = timezone.now(), size
            locked.done = locked.parts
            locked.save()
            emit(DataGathered(user_id=person.pk), actor=None, audience=for_user(person.pk))


def unfinished(now: datetime) -> list[DataArchive]:
    """Those that were cut off and are worth beginning again."""
    found = DataArchive.objects.filter(
        made_at=None, asked_at__lt=now - STUCK, asked_at__gt=now - GIVEN_UP, person__is_active=True
    )
    return list(found.select_related("person")[:10])


def forget_archives(now: datetime) -> int:
    """Delete archives whose week is over, and those given up. Answers how many."""
    given_up = DataArchive.objects.filter(made_at=None, asked_at__lte=now - GIVEN_UP)
    old = list(DataArchive.objects.over(now)) + list(given_up)
    for archive in old:
        _remove(archive)
    return len(old) + _remove_orphans()


def _remove_orphans() -> int:
    """Files whose row went with its person's account, or was never written because of a crash."""
    files = list((Path(settings.MEDIA_ROOT) / "archives").glob("*"))
    kept = set(DataArchive.objects.exclude(file="").values_list("file", flat=True))
    orphans = [path for path in files if f"archives/{path.name}" not in kept]
    old_enough = [path for path in orphans if time.time() - path.stat().st_mtime > DAY]
    for path in old_enough:
        path.unlink(missing_ok=True)
    return len(old_enough)


def _remove(archive: DataArchive) -> None:
    name, storage = archive.file.name, archive.file.storage
    archive.delete()
    if name:
        # Only when the row is really gone: a file without a row is swept, a row without a file misleads.
        transaction.on_commit(lambda: storage.delete(name))


def _rows(archive: DataArchive) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for one in kept_rows():
        rows = one.rows_of(archive.person)
        if rows:
            found[one.topic][one.name] = rows
        _step(archive)
    ordered = {
        topic.value: {"about": str(topic.label), **found[topic]} for topic in KeptTopic if topic in found
    }
    return {"made_at": timezone.now(), "portal": settings.PUBLIC_URL, "data": ordered}


def _add(pack: zipfile.ZipFile, file: FileKept) -> str:
    """Its name in the archive; a file that was deleted meanwhile is simply not there."""
    try:
        content = file.read()
    except FileNotFoundError:
        return ""
    kind = zipfile.ZIP_DEFLATED if file.name.endswith((".json", ".jwt", ".svg")) else zipfile.ZIP_STORED
    name = safe_name(file.folder, file.name, timezone.localdate(file.at))
    pack.writestr(name, content, compress_type=kind)
    return name


def _step(archive: DataArchive) -> None:
    archive.done += 1
    DataArchive.objects.filter(pk=archive.pk).update(done=archive.done)


def _read_me(person: User) -> str:
    lines = [
        _("Everything that %(portal)s keeps about you: %(name)s.")
        % {"portal": portal_name(), "name": person.get_full_name()},
        _("Open index.html in a browser: it shows your badges and your work, with every file."),
        _("data.json holds the texts, dates and states, by subject. Any text editor opens it."),
        _(
            "The folder “badges” holds your signed badges in every form (JSON-LD, JWT, PNG, SVG, PDF): anybody can "
            "check them at %(address)s."
        )
        % {"address": f"{settings.PUBLIC_URL}/verify/"},
        _("The folder “files” holds the photos, documents and recordings that you sent."),
        _("Keep this file where only you can open it."),
    ]
    return "\n\n".join(lines) + "\n"
