"""Offers and the hands on them: who taps what at the same moment, what each was told, and what the tables say."""

from __future__ import annotations

import asyncio
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import uvloop
from django.db.models import Q
from django.utils import timezone

from bench.http_clients import Answer, Connection, ask, post
from bench.phones import document_id
from bench.population import populate
from core.models import Activity
from credentials.enums import OPEN_OFFERS, CredentialState, OfferState
from credentials.models import AwardBatch, Credential, IssuedDocument, Offer
from credentials.outsiders import Outsider
from credentials.selectors.offerable import Place
from credentials.services.offer_secrets import secret_of
from credentials.services.offering import offer
from people.models import User
from tests.servers import cookie_of

ANSWER_SECONDS, PAUSE_SECONDS = 30.0, 0.1
TRY_AGAIN = (503, 504)
FORM = "application/x-www-form-urlencoded"
TAKEN, DECLINED, CANCELLED, OVER = "taken", "declined", "cancelled", "over"


@dataclass(frozen=True)
class Act:
    """One hand on one offer: `what` it wants, and whose it is."""

    offer: UUID
    what: str
    person: UUID | None
    request: bytes = field(repr=False)


@dataclass(frozen=True)
class Offered:
    """One offer with the acts that are begun at the same moment."""

    id: UUID
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Audit:
    """What the tables say afterwards; `wrong` has in words what contradicts what somebody was told."""

    taken: int
    declined: int
    cancelled: int
    open: int
    badges: int
    signed: int
    wrong: list[str]
    facts_agree: bool


def make_offers(how_many: int) -> list[Offered]:
    """So many offers whose letters are due now; each third is also declined, each third cancelled."""
    people = populate(classes=1, size=1, steps=1, badges=12, seed=17)
    (group,), (teacher,) = people.groups, people.teachers
    takers = User.objects.bulk_create(
        User(username=f"taker-{n}", given_name=f"Osoba{n}", password="!") for n in range(2 * how_many)
    )
    wave = offer(
        people.fresh[0], [Outsider(n, f"person{n}@example.org") for n in range(1, how_many + 1)],
        place=Place(group, None), actor=teacher, key=uuid4(), note="", language="pl", send_at=None, days=30,
        now=timezone.now() - timedelta(minutes=11),
    )  # fmt: skip
    cookies = {one.pk: cookie_of(one) for one in takers}
    leads, chance = cookie_of(teacher), random.Random(17)
    offered = []
    for at, row in enumerate(wave.offers.order_by("position")):
        acts = [*_acts(row, takers[2 * at : 2 * at + 2], cookies), *_ends(row, at, leads)]
        chance.shuffle(acts)
        offered.append(Offered(row.pk, tuple(acts)))
    return offered


def _acts(row: Offer, people: Sequence[User], cookies: dict[UUID, str]) -> list[Act]:
    """Two people tap twice each."""
    path = f"/o/{secret_of(row)}"
    return [
        Act(row.pk, TAKEN, one.pk, post(path, b"", FORM, cookie=cookies[one.pk]))
        for one in (*people, *people)
    ]


def _ends(row: Offer, at: int, leads: str) -> list[Act]:
    if at % 3 == 1:
        return [Act(row.pk, DECLINED, None, post(f"/o/{secret_of(row)}", b"answer=no", FORM))]
    if at % 3 == 2:
        request = ask(document_id("CancelOffer"), leads, offerId=row.pk, key=uuid4())
        return [Act(row.pk, CANCELLED, None, request)]
    return []


class Crowd(threading.Thread):
    """The hands on each offer at once, spread over the portals; cut off, each is sent again until it is answered."""

    def __init__(self, ports: Sequence[int], offered: Sequence[Offered]) -> None:
        super().__init__(daemon=True)
        self.told: list[tuple[Act, str]] = []
        self.sent_again = 0
        self.acts = [act for one in offered for act in one.acts]
        self._ports, self._offered = ports, offered

    def run(self) -> None:
        uvloop.run(self._everybody())

    def wait_for(self, answers: int, seconds: float = 120.0) -> None:
        """Return when so many acts have been answered. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while len(self.told) < answers:
            if time.monotonic() > deadline or not self.is_alive():
                raise TimeoutError(f"{len(self.told)} of {answers}")
            time.sleep(0.005)

    async def _everybody(self) -> None:
        for one in self._offered:
            await asyncio.gather(*(self._hand(act, at) for at, act in enumerate(one.acts)))

    async def _hand(self, act: Act, at: int) -> None:
        while True:
            try:
                connection = await Connection.open(self._ports[at % len(self._ports)])
                try:
                    answer = await asyncio.wait_for(connection.ask(act.request), ANSWER_SECONDS)
                finally:
                    await connection.close()
                if answer.status not in TRY_AGAIN:
                    self.told.append((act, _heard(act, answer)))
                    return
            except (OSError, EOFError, TimeoutError):
                self.sent_again += 1
            await asyncio.sleep(PAUSE_SECONDS)


def _heard(act: Act, answer: Answer) -> str:
    """What the answer said: the end that was wanted, that it is over, or something that nobody should hear."""
    if act.what == CANCELLED:
        return CANCELLED if not answer.data["cancelOffer"]["errors"] else OVER
    if answer.status == 404:
        return OVER
    if answer.status == 302 or (answer.status == 200 and act.what == DECLINED):
        return act.what
    # A second tap of who has it: the page with their badge.
    return TAKEN if answer.status == 200 and b"/app/badges/" in answer.body else f"status {answer.status}"


def audit(offered: Sequence[Offered], told: Sequence[tuple[Act, str]]) -> Audit:
    """Every offer has one end; every badge belongs to one of them; whoever was told something was told the truth."""
    ids = [one.id for one in offered]
    rows = {row.pk: row for row in Offer.objects.filter(pk__in=ids).select_related("credential")}
    states = Counter(row.state for row in rows.values())
    badges = Credential.objects.filter(Q(offer__in=ids) | Q(batch__offer_round__offers__in=ids)).distinct()
    documents = IssuedDocument.objects.signed().filter(credential__in=badges)
    places = set(documents.values_list("status_list_id", "status_index"))
    facts = Counter(Activity.objects.values_list("fact", flat=True))
    wrong = []
    for act, heard in told:
        row = rows[act.offer]
        owner = row.credential.recipient_id if row.credential else None
        true = {
            TAKEN: row.state == OfferState.HELD and owner == act.person,
            DECLINED: row.state == OfferState.DECLINED and owner is None,
            CANCELLED: row.state == OfferState.CANCELLED and owner is None,
            OVER: row.state not in OPEN_OFFERS and (act.person is None or owner != act.person),
        }
        if not true.get(heard, False):
            wrong.append(f"{act.what} heard {heard!r} of an offer that is {row.state}")
    taken = states[OfferState.HELD]
    return Audit(
        taken=taken,
        declined=states[OfferState.DECLINED],
        cancelled=states[OfferState.CANCELLED],
        open=sum(states[state] for state in OPEN_OFFERS),
        badges=badges.count(),
        signed=min(documents.count(), len(places), badges.filter(state=CredentialState.HELD).count()),
        wrong=wrong,
        facts_agree=(facts["credentials.OfferTaken"], facts["credentials.OfferDeclined"])
        == (taken, states[OfferState.DECLINED]),
    )


def wait_until_mailed(offered: Sequence[Offered], seconds: float) -> None:
    """Until the portals' own sweeps have sent every first letter. Raises TimeoutError."""
    waiting = Offer.objects.filter(pk__in=[one.id for one in offered], state=OfferState.WAITING)
    _until(lambda: not waiting.exists(), seconds, "letters")


def wait_until_signed(seconds: float) -> None:
    """Until nothing of any act waits for its signature. Raises TimeoutError."""
    _until(lambda: not AwardBatch.objects.due_for_signing(timezone.now()).exists(), seconds, "signatures")


def _until(done: Callable[[], bool], seconds: float, what: str) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError(f"still waiting for {what}")
        time.sleep(0.5)


def letters_in(folder: Path) -> list[str]:
    """To whom the letters in Django's files went."""
    return [
        address
        for file in folder.glob("*.log")
        for address in re.findall(r"^To: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
