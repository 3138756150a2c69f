"""Claims that must survive a killed server: sent again with their key until they are answered, then counted (DU-01)."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import uvloop

from bench.http_clients import Answer, Connection, ask
from bench.phones import document_id
from bench.population import Population, populate
from core.models import Activity, Receipt
from credentials.models import AwardBatch, Credential, Evidence
from paths.models import Enrollment, Submission
from tests.servers import cookie_of

ANSWER_SECONDS = 30.0
PAUSE_SECONDS = 0.1
# Said in words: too busy, or it took too long. The phone tries again by itself.
TRY_AGAIN = (503, 504)


@dataclass(frozen=True)
class Claim:
    """One act that somebody means once: work handed in by a student, or a badge awarded to one."""

    key: UUID
    student: UUID
    is_award: bool
    request: bytes = field(repr=False)


@dataclass
class Told:
    """What the people saw. `refused` has every answer that was neither an acknowledgement nor "try again".
    `sent_again` counts lost connections, `put_off` the answers that asked for another try.
    """

    acknowledged: set[UUID] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    sent_again: int = 0
    put_off: int = 0


@dataclass(frozen=True)
class Audit:
    """What the tables say afterwards: keys of claims that are not there, and of those that are there more than once."""

    missing: frozenset[UUID]
    doubled: frozenset[UUID]
    counters_agree: bool


def make_claims(how_many: int) -> list[Claim]:
    """A school with so many students; every other one hands in, every other one is awarded a badge."""
    size = 30
    people = populate(classes=-(-how_many // size), size=size, steps=2, badges=16, seed=13)
    return [
        _award(people, enrollment) if at % 2 else _hand_in(people, enrollment)
        for at, enrollment in enumerate(
            Enrollment.objects.filter(path=people.path).select_related("student", "assignment__group")[
                :how_many
            ]
        )
    ]


def _hand_in(people: Population, enrollment: Enrollment) -> Claim:
    key = uuid4()
    step = people.path.steps.get(position=2)
    request = ask(
        document_id("HandIn"), cookie_of(enrollment.student), enrollmentId=enrollment.pk, stepId=step.pk, key=key,
        evidence=[{"kind": "text", "text": f"Moja praca {key}"}],
    )  # fmt: skip
    return Claim(key, enrollment.student_id, False, request)


def _award(people: Population, enrollment: Enrollment) -> Claim:
    key, group = uuid4(), enrollment.assignment.group
    request = ask(
        document_id("AwardBadge"), cookie_of(people.teacher_of(group)), groupId=group.pk, key=key,
        achievementId=people.fresh[0].pk, studentIds=[enrollment.student_id],
    )  # fmt: skip
    return Claim(key, enrollment.student_id, True, request)


class Crowd:
    """So many people at a time, in a thread of their own: `with Crowd(port, claims, together) as crowd:`."""

    def __init__(self, port: int, claims: Sequence[Claim], together: int) -> None:
        self.told = Told()
        self._port, self._claims, self._together = port, claims, together
        self._thread = threading.Thread(target=lambda: uvloop.run(self._everybody()), daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        """Wait until everybody has hung up."""
        self._thread.join(ANSWER_SECONDS)

    def wait_for(self, acknowledged: int, seconds: float = 120.0) -> None:
        """Return when so many have been acknowledged. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while True:
            alive = self._thread.is_alive()
            if len(self.told.acknowledged) >= acknowledged:
                return
            if time.monotonic() > deadline or not alive:
                raise TimeoutError(
                    f"{len(self.told.acknowledged)} of {acknowledged}; {self.told.refused[:3]}"
                )
            time.sleep(0.005)

    async def _everybody(self) -> None:
        waiting = iter(self._claims)
        await asyncio.gather(*(self._person(waiting) for _ in range(self._together)))

    async def _person(self, waiting: Iterator[Claim]) -> None:
        connection: Connection | None = None
        for claim in waiting:
            while True:
                try:
                    connection = connection or await Connection.open(self._port)
                    answer = await asyncio.wait_for(connection.ask(claim.request), ANSWER_SECONDS)
                    if answer.status in TRY_AGAIN:
                        self.told.put_off += 1
                        await asyncio.sleep(PAUSE_SECONDS)
                        continue
                except (OSError, EOFError, TimeoutError):
                    if connection is not None:
                        await connection.close()
                    connection = None
                    self.told.sent_again += 1
                    await asyncio.sleep(PAUSE_SECONDS)
                    continue
                self._note(claim, answer)
                break
        if connection is not None:
            await connection.close()

    def _note(self, claim: Claim, answer: Answer) -> None:
        try:
            payload = answer.data["awardBadge" if claim.is_award else "handIn"]
        except (RuntimeError, ValueError) as error:
            self.told.refused.append(str(error))
            return
        if payload["errors"]:
            self.told.refused.append(str(payload["errors"]))
        else:
            self.told.acknowledged.add(claim.key)


def audit(claims: Sequence[Claim]) -> Audit:
    """Count every effect of every claim: work, evidence, badge, receipt, and the fact that was announced."""
    students = [claim.student for claim in claims]
    works = Counter(
        Submission.objects.filter(enrollment__student__in=students, state="handed_in").values_list(
            "enrollment__student_id", flat=True
        )
    )
    pieces = Counter(Evidence.objects.filter(owner__in=students).values_list("owner_id", flat=True))
    badges = Counter(
        Credential.objects.living()
        .filter(recipient__in=students, state="awarded")
        .values_list("recipient_id", flat=True)
    )
    receipts = Counter(Receipt.objects.values_list("key", flat=True))
    missing, doubled = set(), set()
    for claim in claims:
        counts = [badges[claim.student]] if claim.is_award else [works[claim.student], pieces[claim.student]]
        if min([*counts, receipts[claim.key]]) < 1:
            missing.add(claim.key)
        if max([*counts, receipts[claim.key]]) > 1:
            doubled.add(claim.key)
    facts = Counter(Activity.objects.values_list("fact", flat=True))
    open_batches = AwardBatch.objects.filter(credentials__state="awarded").distinct().count()
    agree = (facts["paths.WorkHandedIn"], facts["credentials.CredentialsAwarded"]) == (
        sum(pieces.values()),
        open_batches,
    )
    return Audit(frozenset(missing), frozenset(doubled), agree and open_batches == sum(badges.values()))
