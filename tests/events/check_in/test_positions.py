"""PR-04: a check-in keeps no position, whatever a phone sends."""

import json

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from events.models import Attendance
from events.services import check_in_codes
from tests.asking import client_of
from tests.factories import MembershipFactory, StudentFactory

pytestmark = pytest.mark.django_db
LAT, LON = "53.987654", "22.123456"


def test_pr_04_a_hundred_check_ins_leave_no_coordinates(meeting, class_2b, capsys, caplog):
    path = check_in_codes.shown_now(meeting, timezone.now()).address.removeprefix("http://localhost:8000")
    students = StudentFactory.create_batch(100)
    for student in students:
        MembershipFactory(group=class_2b.group, user=student)
        answer = client_of(student).post(
            f"{path}?lat={LAT}&lon={LON}", {"lat": LAT, "lon": LON, "position": f"{LAT},{LON}"},
            HTTP_GEOLOCATION=f"geo:{LAT},{LON}",
        )  # fmt: skip
        assert answer.status_code == 200

    assert Attendance.objects.count() == 100
    # Models that other tests declare for themselves have no table.
    of_tests = [model._meta.label for model in apps.get_models() if model.__module__.startswith("tests.")]
    call_command("dumpdata", "--natural-foreign", exclude=of_tests, verbosity=0)
    out = capsys.readouterr()
    for kept in (out.out, out.err, caplog.text):
        assert LAT not in kept
        assert LON not in kept
        assert LAT[:6] not in kept
    columns = {field.attname for field in Attendance._meta.get_fields() if hasattr(field, "attname")}
    assert columns == {"id", "event_id", "user_id", "method", "checked_in_at", "recorded_by_id", "code_id"}
    assert len(json.loads(out.out)) > 100
