"""Two portals: what one has issued and serves by itself, the other judges (Open Badges 3.0 §9, SS-01, SS-02)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from credentials.models import Credential
from credentials.services import keys
from credentials.services.awarding import award
from credentials.services.issuing import issue_batch
from credentials.services.revoking import revoke
from credentials.services.seeding import load_achievements
from credentials.services.sharing import share
from tests.conftest import ClassOf, make_class
from tests.factories import ClubFactory, IssuerFactory, SchoolFactory
from tests.servers import Server, database, start_server

pytestmark = [pytest.mark.live, pytest.mark.django_db]


@pytest.fixture
def other() -> Iterator[Server]:
    server = start_server()
    yield server
    server.stop()


@pytest.fixture
def shared_there(other, settings, django_db_blocker) -> Iterator[tuple[str, Credential, ClassOf]]:
    """The link to a badge that the other portal has issued; its class, for what happens to it later."""
    here = settings.PUBLIC_URL, settings.KEYS_DIR
    settings.PUBLIC_URL, settings.KEYS_DIR = other.base_url, Path(other.data) / "keys"
    with database(other.database, django_db_blocker):
        school = SchoolFactory(name="IX LO", slug="ix-lo")
        issuer = IssuerFactory(slug="ix-lo", group=school.group)
        issuer.may_award.add(school.group)
        debate = load_achievements(settings.CONTENT, issuer, ClubFactory(parent=school.group).group)["debata"]
        the_class = make_class(school, "3A", "3a")
        done = award(debate, the_class.students, actor=the_class.teacher, group=the_class.group)
        done.batch.undo_until = timezone.now() - timedelta(minutes=1)
        done.batch.save()
        issue_batch(done.batch, now=timezone.now() - timedelta(seconds=2))
        credential = Credential.objects.get(recipient=the_class.students[0])
        made = share(
            credential,
            owner=the_class.students[0],
            shown_name="initials",
            with_place=False,
            days=7,
            now=timezone.now(),
        )
    settings.PUBLIC_URL, settings.KEYS_DIR = here
    yield made.address, credential, the_class
    keys._opened.cache_clear()


def answer_to(client, badge: str) -> str:
    asked = client.post("/verify/", {"badge": badge})
    assert asked.status_code == 303
    for _ in range(150):
        page = client.get(asked["Location"])
        if "Refresh" not in page:
            return page.content.decode()
        time.sleep(0.1)
    raise AssertionError("no answer in fifteen seconds")


def findings(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('class="finding-')[1:]]


def test_ss_01_a_badge_of_another_portal_is_judged_by_its_link_and_only_where_one_may_ask(
    client, other, shared_there, settings, django_db_blocker
):
    link, credential, the_class = shared_there
    refused = client.post("/verify/", {"badge": link})
    assert refused.status_code == 200
    assert "Nic nie udało się pobrać z tego linku." in refused.content.decode()

    settings.OUTSIDE_LOOPBACK_PORTS = frozenset({other.port})
    page = answer_to(client, link)

    assert findings(page) == ["yes", "no", "yes"]
    assert "verdict-unsure" in page
    assert f"did:web:localhost%3A{other.port}:issuers:ix-lo" in page
    assert findings(answer_to(client, link.replace("?", ".jwt?"))) == ["yes", "no", "yes"]
    assert findings(answer_to(client, link.replace("?", ".png?"))) == ["yes", "no", "yes"]

    here = settings.PUBLIC_URL, settings.KEYS_DIR
    settings.PUBLIC_URL, settings.KEYS_DIR = other.base_url, Path(other.data) / "keys"
    with database(other.database, django_db_blocker):
        revoke(credential, actor=the_class.teacher, reason="Pomyłka", now=timezone.now())
    settings.PUBLIC_URL, settings.KEYS_DIR = here
    assert "verdict-bad" in answer_to(client, link)
