"""What an issuer's standing allows, and who may be shown in public."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from credentials.enums import AchievementKind, Standing
from credentials.models import Issuer

# Once decided, an issuer stays in public with all that was decided about it.
DECIDED = (Standing.ACCREDITED, Standing.SUSPENDED, Standing.WITHDRAWN)
OVER = (Standing.SUSPENDED, Standing.WITHDRAWN)


def shown_issuers(prefix: str = "") -> Q:
    """Those with a public page. Who has only applied is shown when a school or organisation of the portal is behind it:
    otherwise anybody could put any name on a page by filling in a form.
    """
    applied = Q(**{f"{prefix}standing": Standing.APPLIED, f"{prefix}group__isnull": False})
    return Q(**{f"{prefix}standing__in": DECIDED}) | applied


def is_shown(issuer: Issuer) -> bool:
    """The same for one."""
    return issuer.standing in DECIDED or (issuer.standing == Standing.APPLIED and issuer.group_id is not None)


def issuers_in_good_standing(prefix: str = "") -> Q:
    """Those in whose name something may be published or said now, badges at least."""
    known = Q(
        **{f"{prefix}group__isnull": False, f"{prefix}standing__in": (Standing.DRAFT, Standing.APPLIED)}
    )
    return Q(**{f"{prefix}standing": Standing.ACCREDITED}) | known


def refusal_of(issuer: Issuer, kind: str) -> Refusal | None:
    """Why nothing of `kind` (an AchievementKind) is published or awarded in this issuer's name; None when it may be.

    ISSUER_SUSPENDED, ISSUER_WITHDRAWN, NOT_ACCREDITED.
    """
    if issuer.standing == Standing.SUSPENDED:
        return Refusal(
            "ISSUER_SUSPENDED",
            _(
                "The issuer is suspended: nothing is published or awarded in its name. What people hold stays valid."
            ),
        )
    if issuer.standing == Standing.WITHDRAWN:
        return Refusal(
            "ISSUER_WITHDRAWN",
            _("The issuer is not accredited any more: nothing is published or awarded in its name."),
        )
    if issuer.standing == Standing.ACCREDITED:
        return None
    if kind == AchievementKind.MICROCREDENTIAL:
        return Refusal("NOT_ACCREDITED", _("Only an accredited issuer can publish a microcredential."))
    if issuer.group_id is None:
        # Nobody has looked yet at who this is.
        return Refusal("NOT_ACCREDITED", _("The issuer has to be accredited before it awards anything."))
    return None
