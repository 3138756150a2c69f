"""AC-01 for pages: every named address × every role has a declared status in `addresses.csv`, and gives it.

A cell is the status of the answer; a POST is an empty form, but for a class list. A new address without a row fails.
"""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from credentials.models import Achievement, Credential, Issuer, StatusList
from credentials.selectors.offerable import Place
from credentials.services.claiming import make_sheet
from credentials.services.issuing import issue_batch
from credentials.services.offer_secrets import secret_of as secret_of_offer
from credentials.services.uploading import store_upload
from people.models import User
from people.services.cards import issue_cards
from portfolio.presentation_links import path_of, secret_of
from portfolio.services.archiving import gather
from portfolio.services.composing import Changes, change
from portfolio.services.showing import open_page
from tests.architecture.world import FIXTURES, ROLES, World, make_world
from tests.asking import client_of
from tests.credentials.offering import make_round
from tests.factories import LearningPathFactory
from tests.paths.conftest import small_path  # noqa: F401

TABLE = Path(__file__).with_name("addresses.csv")
ADMIN = "cms/"
DESK_OF_COORDINATORS = {
    f"/cms/desk/{part}" for part in ("", "schools/", "issuers/", "badges/", "reports/", "audit/")
}


def rows() -> dict[tuple[str, str], dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return {(line["address"], line["method"]): line for line in csv.DictReader(file)}


def named(resolver: URLResolver, prefix: str = "") -> dict[str, str]:
    """Name → pattern of every address outside the editors' admin, which has its own test below."""
    found: dict[str, str] = {}
    for entry in resolver.url_patterns:
        whole = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found |= named(entry, whole)
        elif isinstance(entry, URLPattern) and not whole.lstrip("^").startswith(ADMIN):
            found[entry.name or whole] = whole
    return found


@pytest.fixture
def world(
    class_2b, class_2c, class_1a, small_path, coordinator, leader, editor, operator, settings, tmp_path
) -> World:
    settings.MEDIA_ROOT = tmp_path
    return make_world(class_2b, small_path)


@pytest.fixture
def paths(world: World) -> dict[str, str]:
    """A real target of 2B, or a made-up one where nothing could be real, for each address."""
    student = world.class_2b.students[0]
    upload = store_upload(student, key=uuid4(), content=b"%PDF-1.7 praca")
    card = issue_cards(world.class_2b.group, [student], actor=None)[0]
    achievement = Achievement.objects.get(slug="debata")
    LearningPathFactory(slug="dla-wszystkich", visibility="public")
    slips = make_round(
        achievement, Place(world.class_2b.group, None), world.offers.round.batch.actor, count=1, on_paper=True
    )
    club, leader = world.clubs.club.group, User.objects.get(username="leader-k")
    sheet = make_sheet(world.clubs.badge, club, 1, actor=leader)
    issue_batch(world.batch, now=world.batch.undo_until + timedelta(seconds=1))
    gather(world.profiles.archive)
    credential = f"/credentials/{world.credential.pk}"
    event = f"/events/{world.events.event.pk}"
    page = f"/events/{world.events.event.slug}"
    figures_of, issuer = (
        f"/figures/school/{world.class_2b.group.parent.school.pk}",
        Issuer.objects.get(slug="lo-a"),
    )
    return {
        "figures": "/figures/", "school-figures": f"{figures_of}/", "school-figures-file": f"{figures_of}.csv",
        "issuer-figures": f"/figures/issuer/{issuer.pk}/", "issuer-figures-file": f"/figures/issuer/{issuer.pk}.xlsx",
        "graphql": "/graphql/", "favicon": "/favicon.ico", "language": "/language/", "service-worker": "/app/sw.js",
        "app-shell": "/app/shell", "app": "/app/", "sign-in": "/sign-in/", "sign-in-pin": "/sign-in/pin/",
        "sign-in-name": "/sign-in/name/", "sign-in-password": "/sign-in/password/", "sign-in-code": "/sign-in/code/",
        "first-notice": "/sign-in/notice/", "sign-out": "/sign-out/", "card": f"/s/{card.token}", "invitation": "/j/made-up",
        "consent": "/consent/made-up", "rules": "/rules/", "report": "/report/made-up",
        "credential": credential, "credential-json": f"{credential}.json", "credential-png": f"{credential}.png",
        "credential-svg": f"{credential}.svg", "credential-jwt": f"{credential}.jwt", "credential-pdf": f"{credential}.pdf",
        "verify": "/verify/", "verify-answer": "/verify/made-up", "catalogue": "/catalogue/",
        "achievement": f"/achievements/{achievement.slug}/", "achievement-version": f"/achievements/{achievement.slug}/v1",
        "achievement-draft": f"/achievements/drafts/{world.drafts.draft.pk}",
        "achievement-drawing": "/achievements/drawings/1.digital_badge.hexagon.teal.heart.none.svg",
        "issuer": "/issuers/lo-a/", "path": "/paths/dla-wszystkich/", "issuer-did": "/issuers/lo-a/did.json", "portal-did": "/.well-known/did.json",
        "status-list": f"/status/{StatusList.objects.get().pk}", "badge-drawing": "/media/badges/made-up.svg",
        "badge-picture": "/media/badges/made-up@160.png", "upload": "/uploads/", "media": f"/media/{upload.pk}",
        "club-did": f"/clubs/{world.clubs.club.pk}/did.json", "claim-typed": "/c/", "claim": f"/c/{sheet.codes[0]}",
        "claim-account": f"/c/{sheet.codes[0]}/account", "claim-sheet": f"/codes/{sheet.id}/print",
        "offer": f"/o/{secret_of_offer(world.offers.offer)}", "offer-account": f"/o/{secret_of_offer(world.offers.offer)}/account", "offer-quiet": f"/o/{secret_of_offer(world.offers.offer)}/quiet", "offer-list": "/offers/", "offer-slips": f"/offers/{slips.pk}/print", "take-over": "/account/take-over/",
        "cards": f"/classes/{world.class_2b.group.pk}/cards/", "rosters": "/rosters/", "robots": "/robots.txt",
        "sitemap": "/sitemap.xml", "sitemap-file": "/sitemap-1.xml", "feed": "/feeds/catalogue.atom",
        "achievement-endorsement": f"/achievements/{achievement.slug}/v1/endorsements/{uuid4()}",
        "achievement-picture": f"/achievements/{achievement.slug}/v1/picture.png", "entry-picture": "/paths/made-up/picture.png", "cms-image": "/cms-media/images/made-up.png",
        "cms-film": f"/cms-media/films/{'0' * 32}.mp4", "cms-film-captions": f"/cms-media/films/{'0' * 32}-pl.vtt", "page-sign-in": "/_util/login/",
        "wagtailcore_login": "/en/_util/login/",
        "wagtailcore_authenticate_with_password": "/_util/authenticate_with_password/999/999/",
        "wagtail_serve": "/made-up/", "clubs": "/clubs/", "club": "/clubs/klub-rozmow/",
        "check-in-code": "/e/", "check-in": f"/e/{world.events.letters}", "event-projector": f"{event}/projector",
        "event-projector-now": f"{event}/projector.json", "event-teams": f"{event}/teams",
        "event-teams-now": f"{event}/teams.json", "event-printed-code": f"{event}/printed/{world.events.letters}",
        "event": page, "event-calendar": f"{page}.ics", "event-sign-up": f"{page}/sign-up",
        "event-picture": f"{page}/picture.png", "event-poster": f"{page}/poster", "own-calendar": "/calendar/",
        "calendar-feed": "/calendar/made-up.ics", "events": "/events/", "events-geojson": "/events.geojson",
        **presentation_paths(world),
        "my-data": f"/my-data/{world.profiles.archive.pk}", "events-calendar": "/events.ics", "look-style": f"/look/{'0' * 16}.css",
        "look-manifest": f"/look/{'0' * 16}.webmanifest", "look-mark": f"/look/{'0' * 16}-64.png",
        "events-embed": "/events/embed/", "events-embedding": "/events/embed/how/",
    }  # fmt: skip


def presentation_paths(world: World) -> dict[str, str]:
    """PA1's page with their signed badge on it, open; there is no work on it."""
    page = change(
        world.presentation,
        Changes(badges=[Credential.objects.get(pk=world.credential.pk)]),
        now=timezone.now(),
    )
    page = open_page(page, now=timezone.now())
    shown, preview = path_of(secret_of(page.pk, page.link)), f"/p/preview/{page.pk}"
    found = {}
    for name, base in (("presentation", shown), ("presentation-preview", preview)):
        found |= {
            name: base,
            f"{name}-paper": f"{base}.pdf",
            f"{name}-badge": f"{base}/badges/{world.credential.pk}",
            f"{name}-work": f"{base}/work/{uuid4()}",
        }
    return found


def test_ac_01_every_address_has_its_row():
    assert {address for address, _method in rows()} == set(named(get_resolver()))


@pytest.mark.parametrize("role", ROLES)
def test_ac_01_every_address_answers_each_role_as_declared(role, world, paths, request):
    person = request.getfixturevalue(FIXTURES[role])
    found = {}
    for address, method in rows():
        with transaction.atomic():
            browser = client_of(person)
            form = {"groupId": world.class_2b.group.pk, "text": "Nowak Anna"} if address == "rosters" else {}
            answer = browser.get(paths[address]) if method == "GET" else browser.post(paths[address], form)
            if answer.streaming:  # read to its end, a file closes itself
                list(answer.streaming_content)
            found[address, method] = str(answer.status_code)
            transaction.set_rollback(True)

    assert found == {key: line[role] for key, line in rows().items()}


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("ED", "AD")])
def test_ac_01_the_editors_admin_lets_nobody_else_in(role, world, request):
    browser = client_of(request.getfixturevalue(FIXTURES[role]))
    opened = [path for path in admin_paths(get_resolver()) if browser.get(path).status_code == 200]
    # Words and icons of the admin's own pages, the same for everybody.
    desk = DESK_OF_COORDINATORS if role == "CO" else set()
    assert set(opened) - {"/cms/jsi18n/", "/cms/sprite/"} == desk


def admin_paths(resolver: URLResolver, prefix: str = "") -> set[str]:
    """Every address of the admin, with 1 wherever something is asked for."""
    found: set[str] = set()
    for entry in resolver.url_patterns:
        whole = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found |= admin_paths(entry, whole)
        elif whole.lstrip("^").startswith(ADMIN):
            found.add("/" + filled(whole))
    return found


def filled(pattern: str) -> str:
    plain = re.sub(r"<[^>]+>", "1", re.sub(r"\(\?P<\w+>[^)]*\)", "1", pattern))
    return re.sub(r"[\^$?*()|\\]", "", plain)
