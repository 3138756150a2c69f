from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from cms.services.first_pages import make_first_pages


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Wagtail and the footer remember addresses between requests; a test begins with none."""
    cache.clear()


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The first pages in three languages, made once for all tests of a module and gone after the last.

    Each test's own transaction lies inside this one, so what it changes is undone as always.
    """
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True  # a durable block inside is allowed, as in Django's own test cases
        around.__enter__()
        make_first_pages(settings.CONTENT, portal_name="Kotylion")
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
        cache.clear()
