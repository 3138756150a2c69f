"""What the stories of the classroom share."""

from __future__ import annotations

import pytest

from credentials.models import Issuer
from tests.classroom.journey import OnPath, put_on_path
from tests.conftest import ClassOf


@pytest.fixture
def on_path(class_2b: ClassOf, issuer: Issuer) -> OnPath:
    return put_on_path(class_2b, issuer)
