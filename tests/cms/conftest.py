import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Wagtail and the footer remember addresses between requests; a test begins with none."""
    cache.clear()
