"""Answers 19: when its time is over, no byte of a student's work is left, in no table and in no folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from core.models import Activity, Delivery
from credentials.models import Evidence
from credentials.services.retaining import purge_due
from paths.services import reviewing
from tests.asking import client_of
from tests.security.canaries import found_in

WORK = {"text", "link", "photo", "pdf"}


def kept(settings) -> set[tuple[str, str]]:
    """Every token in every table and in every file below the media folder."""
    found: set[tuple[str, str]] = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                found |= found_in(repr(row))
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        if path.is_file():
            found |= found_in(path.read_bytes())
    return found


@pytest.mark.django_db(transaction=True)
def test_pr_06_work_is_gone_the_day_after_its_time_and_not_a_day_before(canaried, class_2b, settings):
    one = canaried["PA1"]
    work = one.enrollment.submissions.get()
    reviewing.accept(work, actor=class_2b.teacher)
    until = Evidence.objects.filter(submissions=work).values_list("keep_until", flat=True).first()
    assert until is not None
    last_day = timezone.make_aware(timezone.datetime(until.year, until.month, until.day, 12))

    purge_due(last_day)
    assert {("PA1", what) for what in WORK - {"photo"}} <= kept(settings)
    assert purge_due(last_day + timedelta(days=1)) == 4

    left = kept(settings)
    assert not {token for token in left if token[0] == "PA1" and token[1] in WORK}
    # Nobody else's work went with it, and the trace without content stays.
    assert ("PA2", "text") in left
    assert Evidence.objects.filter(owner=one.student, text="", url="", upload=None).count() == 4
    assert {client_of(one.student).get(f"/media/{upload.pk}").status_code for upload in one.uploads} == {404}


def test_pr_06_facts_and_deliveries_never_hold_the_work_itself(canaried):
    held = found_in(repr(list(Activity.objects.values())) + repr(list(Delivery.objects.values())))
    assert {what for _who, what in held} & (WORK | {"reflection", "note", "family"}) == set()
