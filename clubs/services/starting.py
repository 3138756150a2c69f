"""A club in sixty seconds: a name and a purpose, and it lives."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import ngettext_lazy

from clubs.domain_events import ClubStarted
from clubs.enums import ClubKind
from clubs.models import Club
from clubs.selectors.limits import limit
from clubs.services.writing import kind_of, name_of, purpose_of, searchable
from core.emitting import emit
from core.refusals import Refusal
from people.audiences import for_staff
from people.enums import GroupKind, Role
from people.models import Group, User
from people.services.memberships import join

# Letters that Unicode does not decompose.
_UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "і": "i", "І": "I"})


@transaction.atomic
def start_club(actor: User, *, name: str, purpose: str, kind: str = "") -> Club:
    """Make a club that `actor` leads, inside the safe limits until somebody vouches.

    Raises Refusal for words nobody can keep, and TOO_MANY_CLUBS for who leads enough unvouched ones.
    """
    written, why = name_of(name), purpose_of(purpose)
    chosen = kind_of(kind) if kind else ClubKind.OTHER
    # Two at the same moment are counted one after the other.
    User.objects.select_for_update().get(pk=actor.pk)
    leading = actor.memberships.current().filter(role=Role.LEADER)
    mine = Club.objects.filter(group__in=leading.values("group"), group__parent=None, group__archived_at=None)
    most = limit("clubs_led_unvouched")
    if mine.count() >= most:
        raise Refusal(
            "TOO_MANY_CLUBS",
            ngettext_lazy(
                "Until somebody vouches for it, you can lead %(most)d club.",
                "Until somebody vouches for them, you can lead %(most)d clubs.",
                "most",
            ),
            most=most,
        )
    group = Group.objects.create(kind=GroupKind.CLUB, name=written)
    club = Club(group=group, slug=unused_slug(written), purpose=why, kind=chosen)
    club.searchable = searchable(club)
    club.save(force_insert=True)
    join(group, actor, Role.LEADER, actor=actor)
    emit(ClubStarted(group_id=group.pk), actor=actor, audience=for_staff(group.pk))
    return club


def unused_slug(name: str) -> str:
    """The name in Latin letters for an address; with a few random signs when it is taken, or says nothing."""
    slug = slugify(name.translate(_UNDECOMPOSED))[:60].strip("-")
    if slug and not Club.objects.filter(slug=slug).exists():
        return slug
    return f"{slug or 'klub'}-{uuid4().hex[:6]}"
