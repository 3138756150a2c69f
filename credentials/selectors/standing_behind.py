"""Who stands behind a badge that was just checked: live, beside what the document says about itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from core.access import as_uuid
from credentials.addresses import public
from credentials.enums import AchievementKind
from credentials.issuer_standing import OVER
from credentials.models import AchievementVersion, Credential, Issuer
from credentials.open_badges.findings import YES
from credentials.open_badges.verification import Verdict
from credentials.selectors.badges import ArtView, art_view
from credentials.selectors.issuer_history import since_then
from credentials.selectors.trust import EndorsementLine, Ladder, endorsements_of, ladder

_VERSION = re.compile(r"(?P<slug>[a-z0-9_-]{1,80})/v(?P<number>[0-9]{1,6})\Z")


@dataclass(frozen=True)
class Behind:
    """`kind` is an AchievementKind. The ladder is that of today, not of the day of the award."""

    kind: str
    art: ArtView
    trust: Ladder
    endorsements: tuple[EndorsementLine, ...]
    # How the issuer stood at the time and stands now, when it does not stand any more.
    issuer_note: str = ""

    @property
    def is_club_badge(self) -> bool:
        return self.kind == AchievementKind.CLUB_BADGE


def standing_behind(verdict: Verdict) -> Behind | None:
    """For an unchanged badge of ours; None for everything else. Four queries at most."""
    if verdict.unchanged.answer != YES or verdict.issued_by_known.answer != YES:
        return None
    version = _version_named(verdict)
    if version is None:
        return None
    achievement = version.achievement
    return Behind(
        achievement.kind,
        art_view(achievement.kind, version),
        ladder(achievement),
        endorsements_of(achievement, AnonymousUser()),
        _issuer_note(verdict, achievement.issuer),
    )


def _issuer_note(verdict: Verdict, issuer: Issuer | None) -> str:
    """A query more, for an issuer that is suspended or withdrawn alone."""
    if issuer is None or issuer.standing not in OVER:
        return ""
    key = as_uuid(str(verdict.document.get("id", "")).removeprefix(public("/credentials/")))
    known = Credential.objects.filter(pk=key) if key else Credential.objects.none()
    at_issue = known.values_list("issuer_standing", flat=True).first()
    return since_then(issuer.standing, at_issue or "")


def _version_named(verdict: Verdict) -> AchievementVersion | None:
    subject = verdict.document.get("credentialSubject")
    achievement = subject.get("achievement") if isinstance(subject, dict) else None
    named = achievement.get("id") if isinstance(achievement, dict) else None
    prefix = public("/achievements/")
    found = (
        _VERSION.match(named.removeprefix(prefix))
        if isinstance(named, str) and named.startswith(prefix)
        else None
    )
    if found is None:
        return None
    return (
        AchievementVersion.objects.filter(achievement__slug=found["slug"], number=int(found["number"]))
        .select_related("achievement__issuer", "achievement__club__parent")
        .first()
    )
