"""The cast (tests/README.md): school A with 2B and 2C, school B with 1A, a club, an editor, the operator, a stranger."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.models import Group as PermissionGroup
from django.core.cache import caches
from django.db import connection, transaction
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

from cms.services.first_pages import make_first_pages
from credentials.models import Issuer
from people.enums import Role
from people.models import Group, School, User
from tests.factories import (
    ClubFactory,
    IssuerFactory,
    MembershipFactory,
    SchoolClassFactory,
    SchoolFactory,
    StudentFactory,
    UserFactory,
)
from tests.servers import ROOT, template_database


class OneDatabaseEach(LoadScopeScheduling):
    """How `-n 2` spreads the tests: portions of what leaves the test database as it was, then all that flushes it, then
    each file of the browser for itself, long ones first so that no worker has one left when the other is done.

    Each worker has a database of its own. A test that flushes it takes away the first rows on which others count, so
    on no worker may one of those come later; the browser's portals have databases of their own.
    """

    PORTIONS = 6
    FLUSHES = re.compile(r"transaction=True|transactional_db|live_server")

    def _split_scope(self, nodeid: str) -> str:
        return self._scope_of(nodeid.partition("::")[0])

    @cache  # noqa: B019 - there is one scheduler a run
    def _scope_of(self, path: str) -> str:
        if path.startswith("tests/browser/"):
            return f"3 {10**6 - (ROOT / path).stat().st_size} {path}"
        if self.FLUSHES.search((ROOT / path).read_text(encoding="utf-8")):
            return "2 what flushes"
        return f"1 portion {crc32(path.encode()) % self.PORTIONS}"

    def _assign_work_unit(self, node: WorkerController) -> None:
        self.workqueue.move_to_end(min(self.workqueue), last=False)
        super()._assign_work_unit(node)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--language",
        default="pl",
        choices=("pl", "en", "uk"),
        help="the language of the browser walks; in another than Polish, those that can `say` it run alone",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneDatabaseEach:
    return OneDatabaseEach(config, log)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The copy below is migrated already; Django only looks whether that is still so."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Begin from a copy of the migrated template: a second instead of twenty."""
    if connection.vendor != "sqlite":
        # Of a database that is migrated already; of an empty one it is as if there were no template.
        connection.settings_dict["TEST"]["TEMPLATE"] = connection.settings_dict["NAME"]
        return
    folder = Path(
        tempfile.mkdtemp(prefix="kotylion-tests-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    )
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy = folder / "test.sqlite3"
    shutil.copy(template_database(), copy)
    connection.settings_dict["TEST"]["NAME"] = str(copy)


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Caches keep wrong tries, addresses and answers from one request to the next; every test begins with none."""
    for one in caches.all():
        one.clear()


@dataclass
class ClassOf:
    """A class with its people."""

    group: Group
    teacher: User
    students: list[User] = field(default_factory=list)


def make_class(school: School, name: str, prefix: str, how_many: int = 3) -> ClassOf:
    group = SchoolClassFactory(school=school, name=name).group
    teacher = UserFactory(username=f"teacher-{prefix}", given_name="Anna", family_name=f"Uczy-{prefix}")
    MembershipFactory(group=school.group, user=teacher, role=Role.TEACHER)
    MembershipFactory(group=group, user=teacher, role=Role.TEACHER)
    students = [
        StudentFactory(username=f"{prefix}-student{n:02d}", given_name=f"Uczeń{n:02d}", family_name=f"Kanarek-{prefix}-{n:02d}")
        for n in range(1, how_many + 1)
    ]  # fmt: skip
    for student in students:
        MembershipFactory(group=group, user=student, role=Role.STUDENT)
    return ClassOf(group, teacher, students)


@pytest.fixture
def school_a(db: None) -> School:
    return SchoolFactory(name="LO A", slug="lo-a")


@pytest.fixture
def school_b(db: None) -> School:
    return SchoolFactory(name="LO B", slug="lo-b")


@pytest.fixture
def class_2b(school_a: School) -> ClassOf:
    return make_class(school_a, "2B", "2b")


@pytest.fixture
def class_2c(school_a: School) -> ClassOf:
    return make_class(school_a, "2C", "2c")


@pytest.fixture
def class_1a(school_b: School) -> ClassOf:
    return make_class(school_b, "1A", "1a")


@pytest.fixture
def teacher(class_2b: ClassOf) -> User:
    """TA: teaches 2B."""
    return class_2b.teacher


@pytest.fixture
def pa1(class_2b: ClassOf) -> User:
    return class_2b.students[0]


@pytest.fixture
def pa2(class_2b: ClassOf) -> User:
    return class_2b.students[1]


@pytest.fixture
def teacher_c(class_2c: ClassOf) -> User:
    """TC: teaches 2C in the same school."""
    return class_2c.teacher


@pytest.fixture
def pc(class_2c: ClassOf) -> User:
    return class_2c.students[0]


@pytest.fixture
def teacher_b(class_1a: ClassOf) -> User:
    """TB: teaches in school B."""
    return class_1a.teacher


@pytest.fixture
def pb(class_1a: ClassOf) -> User:
    return class_1a.students[0]


@pytest.fixture
def coordinator(school_a: School) -> User:
    user = UserFactory(username="coordinator-a")
    MembershipFactory(group=school_a.group, user=user, role=Role.COORDINATOR)
    return user


@pytest.fixture
def club(school_a: School) -> Group:
    return ClubFactory(name="Klub Rozmów", parent=school_a.group, slug="klub-rozmow", listed=True).group


@pytest.fixture
def leader(club: Group) -> User:
    """LK: leads a club, teaches nowhere."""
    user = UserFactory(username="leader-k")
    MembershipFactory(group=club, user=user, role=Role.LEADER)
    return user


@pytest.fixture
def editor(db: None) -> User:
    """ED: shapes pages, has no right over people."""
    user = UserFactory(username="editor", is_staff=True)
    user.groups.add(PermissionGroup.objects.get_or_create(name="Editors")[0])
    return user


@pytest.fixture
def operator(db: None) -> User:
    """AD: runs the installation."""
    return UserFactory(username="operator", is_staff=True, is_superuser=True)


@pytest.fixture
def stranger() -> AnonymousUser:
    """V: not signed in."""
    return AnonymousUser()


@pytest.fixture
def issuer(school_a: School) -> Issuer:
    """School A's accredited issuer, which its classes may award for."""
    issuer = IssuerFactory(slug="lo-a", group=school_a.group)
    issuer.may_award.add(school_a.group)
    return issuer


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
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
