"""What would keep production from starting: settings, and operators who sign in with a password alone."""

from __future__ import annotations

from django.conf import settings
from django.core.checks import Error, Tags, run_checks
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.self_check import Finding, State
from people.selectors.operators import operators_without_second_factor


def settings_are_safe() -> Finding:
    if settings.SETTINGS_LAYER != "production":
        return Finding(State.OK, _("This is not a real school’s installation: nothing is asked of it."))
    found = [one for one in run_checks(tags=[Tags.security]) if isinstance(one, Error)]
    if found:
        line = ngettext(
            "%(count)d setting is unsafe.", "%(count)d settings are unsafe.", len(found)
        ) % {"count": len(found)}  # fmt: skip
        return Finding(State.BROKEN, line, " ".join(str(one.hint or one.msg) for one in found[:3]))
    return Finding(State.OK, _("All are safe."))


def operators() -> Finding:
    alone = operators_without_second_factor()
    if not alone:
        return Finding(State.OK, _("Every operator has a second factor."))
    line = ngettext(
        "%(count)d operator signs in with a password alone.",
        "%(count)d operators sign in with a password alone.",
        len(alone),
    ) % {"count": len(alone)}
    is_real = settings.SETTINGS_LAYER == "production"
    return Finding(
        State.BROKEN if is_real else State.LOOK, line, _("Give them one: manage.py second_factor NAME")
    )
