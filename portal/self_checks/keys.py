"""Keys that sign badges, and the lists of those that count no more."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.self_check import Finding, State
from credentials.models import SigningKey, StatusList
from credentials.services.keys import KeyUnusable, issuers_without_key, private_key

# Ed25519 keys do not expire; a key in use for years has had years to leak.
ROTATE_AFTER = timedelta(days=2 * 365)
# A sweep signs each list again when it is 20 hours old (credentials.tasks).
LIST_LATE = timedelta(hours=26)
MOST_KEYS = 2000


def signing_keys() -> Finding:
    """Every key that signs now opens, every accredited issuer has one, and none is older than two years."""
    keys = list(SigningKey.objects.filter(retired_at=None).order_by("created_at")[:MOST_KEYS])
    unusable = sum(not _opens(key) for key in keys)
    if unusable:
        line = ngettext(
            "%(count)d signing key cannot be used.", "%(count)d signing keys cannot be used.", unusable
        )
        return Finding(
            State.BROKEN,
            line % {"count": unusable},
            _(
                "Bring the key files back from the last backup (manage.py restore), and compare KEYS_PASSPHRASE."
            ),
        )
    if not keys:
        return Finding(
            State.LOOK, _("There is no signing key yet."), _("Make the first: manage.py signing_keys make")
        )
    waiting = issuers_without_key().count() if settings.SETTINGS_LAYER == "production" else 0
    if waiting:
        line = ngettext(
            "%(count)d accredited issuer has no key: what it awards stays unsigned.",
            "%(count)d accredited issuers have no key: what they award stays unsigned.",
            waiting,
        )
        return Finding(State.LOOK, line % {"count": waiting}, _("Make it: manage.py signing_keys make"))
    line = ngettext("%(count)d key is there and opens.", "%(count)d keys are there and open.", len(keys))
    if timezone.now() - keys[0].created_at > ROTATE_AFTER:
        return Finding(
            State.LOOK,
            line % {"count": len(keys)} + " " + _("The oldest has been in use for more than two years."),
            _("Give it a successor: manage.py signing_keys rotate. What it signed stays valid."),
        )
    return Finding(State.OK, line % {"count": len(keys)})


def status_lists() -> Finding:
    """Verifiers doubt a list that is older than a day."""
    late = Q(signed_at=None) | Q(signed_at__lt=timezone.now() - LIST_LATE)
    stale = StatusList.objects.filter(late, taken__gt=0)
    count = stale.count()
    if not count:
        oldest = StatusList.objects.filter(taken__gt=0).aggregate(oldest=Min("signed_at"))["oldest"]
        line = _("All are signed and fresh.") if oldest else _("No badge is on a list yet.")
        return Finding(State.OK, line)
    line = ngettext(
        "%(count)d list has not been signed for a day.",
        "%(count)d lists have not been signed for a day.",
        count,
    )
    return Finding(
        State.BROKEN,
        line % {"count": count},
        _(
            "Wallets may show badges as doubtful. Look at the keys above and at the log, then start the portal again."
        ),
    )


def _opens(key: SigningKey) -> bool:
    try:
        private_key(key)
    except KeyUnusable:
        return False
    return True
