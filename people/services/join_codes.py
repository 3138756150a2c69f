"""The code with which one joins a group (security-cases.md §2, join code; AU-02, GQ-06).

Fifty bits in Crockford's Base32, five letters and five. The code is derived from its row with a key that is not in the
database, so it can be shown again though only its digest is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import live
from core.camel_case import camel_keys
from core.domain_events import about_of, fact_name
from core.network import current_network
from core.qr_codes import qr_svg
from core.refusals import Refusal
from core.secrets import derived_code, keyed_digest, read_code
from core.security_log import security_event
from core.throttling import Throttle
from people.audiences import staff_topic
from people.domain_events import JoinCodeGuessed
from people.models import Group, JoinCode, User

CODE, STEM = "join code", "beginning of a join code"
LETTERS, STEM_LETTERS = 10, 5

_limits = settings.KOTYLION_LIMITS
_seconds = _limits["join_code_seconds"]
by_person = Throttle("join-code-by-person", limit=_limits["join_code_tries"], seconds=_seconds)
by_device = Throttle("join-code-by-device", limit=_limits["join_code_tries"], seconds=_seconds)
by_group = Throttle("join-code-by-group", limit=_limits["join_code_tries"], seconds=_seconds)
by_network = Throttle("join-code-by-network", limit=_limits["join_code_tries_by_network"], seconds=_seconds)


@dataclass(frozen=True)
class JoinCodeShown:
    """What those who lead see. `guessed_at` is when somebody last tried too many codes that begin like this one."""

    code: str
    url: str
    qr_svg: str
    expires_at: datetime
    used: int
    guessed_at: datetime | None


def wrong_code() -> Refusal:
    """One text for every reason: unknown, expired, switched off, too many tries."""
    return Refusal(
        "CODE_WRONG", _("This code does not work. Check the letters, or ask for a new one."), "code"
    )


@transaction.atomic
def join_code_of(group: Group, *, actor: User, renew: bool = False) -> JoinCodeShown:
    """The group's code, made when there is none that works. `renew` ends the old one."""
    now = timezone.now()
    Group.objects.select_for_update().get(pk=group.pk)
    current = JoinCode.objects.filter(group=group, ended_at=None).first()
    if current is not None and (renew or current.expires_at <= now):
        _end(current, now)
        current = None
    return shown(current if current is not None else _make(group, actor, now))


@transaction.atomic
def end_join_code(group: Group, *, actor: User) -> bool:
    """Switch the code off. Answers whether there was one."""
    current = JoinCode.objects.filter(group=group, ended_at=None).first()
    if current is not None:
        _end(current, timezone.now())
    return current is not None


def shown(row: JoinCode) -> JoinCodeShown:
    """The code of a row, written out again."""
    code = _code_of(row)
    url = f"{settings.PUBLIC_URL}/j/{code}"
    guessed_at = cache.get(f"join-code-guessed:{row.pk}")
    return JoinCodeShown(code, url, qr_svg(url), row.expires_at, row.used, guessed_at)


def group_of_code(code: str, *, asker: User | None, network: str | None = None, device: str = "") -> Group:
    """The group behind a typed code. Raises Refusal CODE_WRONG; every guess is counted before it is judged.

    Ten wrong ones in a quarter of an hour are judged for a person, for a device, and for a group whose code begins
    with the same five letters; a network's three hundred only slow it down (answers.md 23).
    """
    network = current_network() if network is None else network
    typed = read_code(code)
    row = _row_of(typed)
    counters = [(by_person, str(asker.pk))] if asker is not None else []
    if device:
        counters.append((by_device, keyed_digest("join code device", device)))
    # No short-circuit: each of them counts, so that a thousand guesses at once are ten.
    counted = [throttle.count(key) <= throttle.limit for throttle, key in counters]
    # A right code is not counted against its group, however many scan it at once.
    open_to_tries = row is None or by_group.allowed(str(row.group_id))
    if row is None or not all(counted) or not open_to_tries or not _works(row, timezone.now()):
        by_network.count(network)
        security_event("join_code.wrong", user=asker)
        if row is None:
            _count_near(typed)
        raise wrong_code()
    for throttle, key in counters:
        throttle.give_back(key)
    return row.group


def count_use(group: Group) -> None:
    """Somebody joined with the group's code."""
    JoinCode.objects.filter(group=group, ended_at=None).update(used=F("used") + 1)


def _code_of(row: JoinCode) -> str:
    plain = read_code(derived_code(CODE, row.pk, LETTERS))
    return f"{plain[:STEM_LETTERS]}-{plain[STEM_LETTERS:]}"


def _make(group: Group, actor: User, now: datetime) -> JoinCode:
    row = JoinCode(group=group, created_by=actor, expires_at=now + timedelta(days=_limits["join_code_days"]))
    plain = read_code(_code_of(row))
    row.digest = keyed_digest(CODE, plain)
    row.stem_digest = keyed_digest(STEM, plain[:STEM_LETTERS])
    row.save()
    return row


def _end(row: JoinCode, now: datetime) -> None:
    JoinCode.objects.filter(pk=row.pk).update(ended_at=now)


def _row_of(typed: str) -> JoinCode | None:
    if len(typed) != LETTERS:
        return None
    return JoinCode.objects.filter(digest=keyed_digest(CODE, typed)).select_related("group").first()


def _count_near(typed: str) -> None:
    """Count a guess against the group whose code begins like it, and tell those who lead it once a window."""
    if len(typed) < STEM_LETTERS:
        return
    stem = keyed_digest(STEM, typed[:STEM_LETTERS])
    near = JoinCode.objects.filter(stem_digest=stem, ended_at=None).first()
    if near is not None and by_group.count(str(near.group_id)) == by_group.limit:
        _tell(near)


def _works(row: JoinCode, now: datetime) -> bool:
    return row.ended_at is None and row.expires_at > now and row.group.archived_at is None


def _tell(row: JoinCode) -> None:
    # A refused act leaves nothing in the database, so this is kept beside it and hinted without an activity.
    now = timezone.now()
    cache.set(f"join-code-guessed:{row.pk}", now, _limits["join_code_days"] * 86_400)
    fact = JoinCodeGuessed(group_id=row.group_id)
    envelope = {
        "fact": fact_name(JoinCodeGuessed),
        "about": camel_keys(about_of(fact)),
        "scope": str(row.group_id),
        "at": now.isoformat(),
    }
    live.publish((staff_topic(row.group_id),), envelope)
