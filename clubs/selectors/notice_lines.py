"""Calm lines of clubs for a person's home: a thank-you, a club handed on, what somebody answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from clubs.domain_events import ClubArchived, ClubHandedOn, MemberThanked, VouchDecided
from clubs.enums import VouchState
from clubs.models import Club, Thanks, Vouch
from clubs.selectors.leading import has_leader
from clubs.selectors.names import called
from people import notices


def of_thanks(about: Mapping[str, Any], _recipient: UUID) -> str:
    said = Thanks.objects.filter(pk=about["thanks_id"]).select_related("giver", "group__club").first()
    if said is None:
        return ""
    name = called(said.giver, to_leader=False, sensitive=said.group.club.is_sensitive)
    return _("%(name)s says: “%(words)s”.") % {"name": name, "words": said.get_word_display()}


def of_handing_on(about: Mapping[str, Any], recipient: UUID) -> str:
    club = Club.objects.filter(pk=about["group_id"]).select_related("group").first()
    if club is None:
        return ""
    name = {"club": club.group.name}
    if about["user_id"] == str(recipient):
        return _("You lead the club “%(club)s” now.") % name
    return _("The club “%(club)s” is led by its helper now: the account of its leader was closed.") % name


def of_archiving(about: Mapping[str, Any], _recipient: UUID) -> str:
    club = Club.objects.filter(pk=about["group_id"]).select_related("group").first()
    if club is None or club.is_open or has_leader(club.group):
        return ""
    return _("Nobody leads the club “%(club)s” any more, so it is closed for now.") % {
        "club": club.group.name
    }


def of_vouch(about: Mapping[str, Any], _recipient: UUID) -> str:
    vouch = Vouch.objects.filter(pk=about["vouch_id"]).select_related("club__group", "by").first()
    if vouch is None:
        return ""
    names = {"by": vouch.by.name, "club": vouch.club.group.name}
    if vouch.state == VouchState.GIVEN:
        return _("%(by)s vouches for the club “%(club)s”.") % names
    if vouch.state == VouchState.WITHDRAWN:
        return _("%(by)s no longer vouches for the club “%(club)s”.") % names
    return _("%(by)s does not vouch for the club “%(club)s” for now.") % names


notices.register(MemberThanked, of_thanks)
notices.register(ClubHandedOn, of_handing_on)
notices.register(ClubArchived, of_archiving)
notices.register(VouchDecided, of_vouch)
