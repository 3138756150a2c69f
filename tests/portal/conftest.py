import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _fresh_cache():
    """The footer's pages and wrong tries are remembered between requests; a test begins with none."""
    cache.clear()
