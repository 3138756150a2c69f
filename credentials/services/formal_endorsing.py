"""An organisation stands up for a badge that another one awards: its words about a published version, signed."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from core.translated import in_language
from credentials.addresses import endorsement_address, status_list_address, version_address
from credentials.domain_events import AchievementEndorsed
from credentials.enums import AchievementKind
from credentials.models import (
    Achievement,
    AchievementVersion,
    Endorsement,
    Issuer,
    SignedEndorsement,
    StatusList,
)
from credentials.open_badges.endorsements import build_endorsement
from credentials.open_badges.facts import Language, StatusEntry
from credentials.selectors.endorsers import endorsing_issuers
from credentials.selectors.issuer_people import people_to_tell
from credentials.services.composing import profile_of
from credentials.services.endorsing import withdraw
from credentials.services.keys import signing_key_of
from credentials.services.signing import refuse_passing_address, sign
from credentials.services.status_lists import open_list
from people.models import User

TEXT_LETTERS = 300
LANGUAGE: Language = "pl"


def endorse_formal(
    achievement: Achievement, *, issuer: Issuer, by: User, text: str, now: datetime
) -> Endorsement:
    """Endorse the version of `achievement` that is awarded now, in the name of `issuer`, with words.

    The same words about the same version change nothing; others withdraw the earlier endorsement and make a new one.
    Raises Refusal NOT_FORMAL for a club's badge, NOT_YOUR_NAME, ENDORSEMENT_HIDDEN while a reported one waits for a
    decision, TEXT_… about `text`; and as `signing.sign`.
    """
    if achievement.kind == AchievementKind.CLUB_BADGE or achievement.current_version is None:
        raise Refusal("NOT_FORMAL", _("This is a badge of a club, or not published yet."))
    if not endorsing_issuers(by, achievement).filter(pk=issuer.pk).exists():
        raise Refusal("NOT_YOUR_NAME", _("You do not speak for this organisation here."))
    text = clean_text(text, limit=TEXT_LETTERS, field="text", required=True)
    refuse_passing_address()
    with transaction.atomic():
        # All that endorse this badge take turns, so that of two taps one is the earlier.
        Achievement.objects.select_for_update().get(pk=achievement.pk)
        earlier = (
            Endorsement.objects.filter(achievement=achievement, issuer=issuer, withdrawn_at=None)
            .select_related("signed", "achievement")
            .first()
        )
        if earlier is not None:
            if earlier.hidden_at is not None:
                raise Refusal(
                    "ENDORSEMENT_HIDDEN", _("Your earlier words were reported. Wait for the decision.")
                )
            if (earlier.text, earlier.signed.version_id) == (text, achievement.current_version_id):
                return earlier
            withdraw(earlier, actor=by, now=now)
        made = Endorsement.objects.create(achievement=achievement, by=by, issuer=issuer, text=text)
        _sign(made, achievement.current_version, issuer, now)
        fact = AchievementEndorsed(achievement_id=achievement.pk, endorsement_id=made.pk)
        told = people_to_tell(achievement.issuer) if achievement.issuer is not None else ()
        emit(fact, actor=by, audience=Audience(deliver_to=told))
    return made


def _sign(endorsement: Endorsement, version: AchievementVersion, issuer: Issuer, now: datetime) -> None:
    """Sign the words once, in the portal's first language, and keep the bytes."""
    key = signing_key_of(issuer)
    status_list = open_list(issuer, of_endorsements=True, now=now)
    index = _free_index(status_list)
    with translation.override(LANGUAGE):
        document = build_endorsement(
            profile_of(issuer, LANGUAGE),
            id=endorsement_address(version, endorsement.pk),
            name=gettext("Endorsement of “%(name)s”") % {"name": in_language(version.name)},
            achievement_id=version_address(version),
            comment=endorsement.text,
            since=now,
            status=StatusEntry(status_list_address(status_list.pk), index),
        )
    body = sign(document, key, now)
    SignedEndorsement.objects.create(
        endorsement=endorsement, version=version, body=body, digest=sha256(body).hexdigest(), key=key,
        status_list=status_list, status_index=index, issued_at=now,
    )  # fmt: skip
    StatusList.objects.filter(pk=status_list.pk).update(taken=status_list.endorsement_entries.count())


def _free_index(status_list: StatusList) -> int:
    """A random index that no endorsement has; a list counts as full at half its length, so one is found soon."""
    taken = set(status_list.endorsement_entries.values_list("status_index", flat=True))
    while (index := secrets.randbelow(status_list.length)) in taken:
        continue
    return index
