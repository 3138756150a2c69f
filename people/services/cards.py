"""Sign-in cards: made, printed once, reissued (answers.md 21–24)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from core.emitting import emit
from core.secrets import keyed_digest, new_code, new_secret, read_code
from people.audiences import for_student_in
from people.domain_events import SignInCardReissued
from people.models import Group, SignInCard, User

TOKEN, CODE, PIN = "sign-in token", "sign-in code", "sign-in pin"
PIN_DIGITS = 6


@dataclass(frozen=True)
class PrintedCard:
    """The only moment at which the secrets of a card exist outside its owner's hands."""

    user: User
    token: str
    code: str
    pin: str


def pin_digest(card_token_digest: str, pin: str) -> str:
    """The PIN is bound to its card, so that equal PINs do not look equal in the database."""
    return keyed_digest(PIN, f"{card_token_digest}:{pin}")


@transaction.atomic
def issue_cards(group: Group, users: Sequence[User], *, actor: User | None) -> list[PrintedCard]:
    """New cards for these students; their earlier cards stop working in the same moment."""
    now = timezone.now()
    reissued = list(
        SignInCard.objects.filter(user__in=users, ended_at=None).values_list("user_id", flat=True)
    )
    SignInCard.objects.filter(user__in=users, ended_at=None).update(ended_at=now)
    printed, rows = [], []
    for user in users:
        card = PrintedCard(
            user=user,
            token=new_secret(160),
            code=new_code(),
            pin=f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}",
        )
        token_digest = keyed_digest(TOKEN, card.token)
        rows.append(
            SignInCard(
                user=user,
                created_by=actor,
                token_digest=token_digest,
                code_digest=keyed_digest(CODE, read_code(card.code)),
                pin_digest=pin_digest(token_digest, card.pin),
            )
        )
        printed.append(card)
    SignInCard.objects.bulk_create(rows)
    for user_id in reissued:
        fact = SignInCardReissued(group_id=group.pk, user_id=user_id)
        emit(fact, actor=actor, audience=for_student_in(user_id, group.pk))
    return printed
