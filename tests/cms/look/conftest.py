import pytest


@pytest.fixture(autouse=True)
def _a_look_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
