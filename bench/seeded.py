"""The shipped badge definitions, so that what is signed and verified is as rich as in a school."""

from __future__ import annotations

from django.conf import settings

from credentials.models import Achievement, Issuer
from credentials.services.seeding import load_achievements
from people.enums import GroupKind
from people.models import Group, School


def demo_achievements(school: School) -> list[Achievement]:
    """The digital badges of `content/badges.json`, awardable in every class of `school`."""
    club = Group.objects.create(kind=GroupKind.CLUB, name="Klub", parent=school.group)
    issuer, _new = Issuer.objects.get_or_create(
        slug="lo-przykladowo",
        defaults={
            "name": {"pl": "LO", "en": "LO", "uk": "LO"},
            "standing": "accredited",
            "quality_assurance": {"pl": "Rada", "en": "Council", "uk": "Рада"},
        },
    )
    issuer.may_award.add(school.group)
    loaded = load_achievements(settings.CONTENT, issuer, club)
    return [loaded[slug] for slug in sorted(loaded) if loaded[slug].kind == "digital_badge"]
