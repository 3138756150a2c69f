"""What is kept is kept for a set time; what nothing took is forgotten."""

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from credentials.models import Evidence, Upload
from credentials.services.collecting import withdraw
from credentials.services.retaining import purge_due
from credentials.services.uploading import remove_forgotten_uploads, store_upload
from credentials.tasks import purge_evidence


@pytest.fixture(autouse=True)
def fresh_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def files(settings) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.django_db(transaction=True)
def test_evidence_is_emptied_the_day_after_its_time(pa1, settings):
    upload = store_upload(pa1, key=uuid4(), content=b"%PDF-1.7 praca")
    kept = Evidence.objects.create(owner=pa1, kind="text", text="zostaje", keep_until=date(2026, 11, 21))
    gone = Evidence.objects.create(
        owner=pa1, kind="pdf", text="znika", upload=upload, keep_until=date(2026, 11, 20)
    )
    forever = Evidence.objects.create(owner=pa1, kind="text", text="przed decyzją")
    noon = timezone.make_aware(timezone.datetime(2026, 11, 21, 12))

    assert (purge_due(noon), purge_due(noon)) == (1, 0)
    gone.refresh_from_db()
    assert (gone.text, gone.url, gone.upload_id, gone.purged_at) == ("", "", None, noon)
    assert not Upload.objects.exists()
    assert files(settings) == []
    assert {e.text for e in Evidence.objects.filter(pk__in=[kept.pk, forever.pk])} == {
        "zostaje",
        "przed decyzją",
    }


@pytest.mark.django_db(transaction=True)
def test_uploads_that_nothing_took_are_forgotten_after_a_day(pa1, settings):
    taken = store_upload(pa1, key=uuid4(), content=b"%PDF-1.7 dowod")
    Evidence.objects.create(owner=pa1, kind="pdf", upload=taken)
    store_upload(pa1, key=uuid4(), content=b"%PDF-1.7 nic")
    orphan = Path(settings.MEDIA_ROOT) / "uploads" / "ab" / uuid4().hex
    orphan.parent.mkdir(parents=True, exist_ok=True)
    orphan.write_bytes(b"x")

    assert remove_forgotten_uploads(timezone.now()) == 0
    assert remove_forgotten_uploads(timezone.now() + timedelta(days=1, minutes=1)) == 2
    assert [path.name for path in files(settings)] == [taken.pk.hex]
    assert Upload.objects.get() == taken


def test_the_sweep_purges(pa1):
    Evidence.objects.create(owner=pa1, kind="text", text="stare", keep_until=date(2020, 1, 1))
    purge_evidence()
    assert Evidence.objects.get().text == ""


@pytest.mark.django_db(transaction=True)
def test_withdrawn_evidence_leaves_no_file_unless_it_was_rolled_back(pa1, settings):
    upload = store_upload(pa1, key=uuid4(), content=b"%PDF-1.7 praca")
    evidence = Evidence.objects.create(owner=pa1, kind="pdf", text="opis", upload=upload)
    with suppress(ZeroDivisionError), transaction.atomic():
        withdraw(evidence)
        raise ZeroDivisionError
    assert len(files(settings)) == 1

    evidence = Evidence.objects.get()
    withdraw(evidence)
    assert (Evidence.objects.get().text, Upload.objects.count(), files(settings)) == ("", 0, [])
