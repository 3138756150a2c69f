"""A request ends in time, even in the middle of a statement."""

from __future__ import annotations

import time

import pytest
from django.db import connection

from core.graphql.deadline import OutOfTime, TooManyStatements, deadline
from people.models import User

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


@pytest.mark.django_db(transaction=True)
def test_a_running_statement_is_broken_off() -> None:
    began = time.monotonic()
    with pytest.raises(OutOfTime), deadline(0.2), connection.cursor() as cursor:
        cursor.execute(ENDLESS[connection.vendor])
    assert time.monotonic() - began < 5
    with deadline(10):
        assert User.objects.count() == 0


@pytest.mark.django_db
def test_no_statement_starts_after_the_end() -> None:
    with deadline(0.01):
        time.sleep(0.02)
        with pytest.raises(OutOfTime):
            User.objects.count()


@pytest.mark.django_db
def test_statements_are_counted() -> None:
    with deadline(10, statements=2):
        User.objects.count()
        User.objects.count()
        with pytest.raises(TooManyStatements):
            User.objects.count()
    assert User.objects.count() == 0
