"""One-time links that make their holder a teacher or the coordinator of a school (answers.md 4; AU-06)."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.secrets import keyed_digest, new_secret
from core.text import clean_text
from people.enums import Role
from people.models import Group, Invitation, User
from people.services.memberships import join
from people.services.names import cleaned_name

INVITATION = "invitation"
VALID_FOR = timedelta(days=14)


@transaction.atomic
def invite(
    group: Group, role: Role, *, actor: User | None, given_name: str = "", family_name: str = ""
) -> str:
    """Make a link's secret for one colleague. It is told once and works once, for fourteen days."""
    secret = new_secret(160)
    Invitation.objects.create(
        group=group,
        role=role,
        digest=keyed_digest(INVITATION, secret),
        given_name=given_name,
        family_name=family_name,
        created_by=actor,
        expires_at=timezone.now() + VALID_FOR,
    )
    return secret


def working_invitation(secret: str) -> Invitation | None:
    """The unused, unexpired invitation behind a link, or None: used, expired and made up look the same."""
    return (
        Invitation.objects.filter(
            digest=keyed_digest(INVITATION, secret[:200]), used_at=None, expires_at__gt=timezone.now()
        )
        .select_related("group__school")
        .first()
    )


@transaction.atomic
def accept_invitation(
    secret: str, *, given_name: str, family_name: str, username: str, password: str
) -> User:
    """Make the colleague's account and their place in the school. Refuses a link that no longer works."""
    invitation = working_invitation(secret)
    # Compare-and-set: of two who use the link in the same moment, one gets in.
    if invitation is None or not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(
        used_at=timezone.now()
    ):
        raise Refusal("INVITATION_OVER", _("This link has been used or has expired. Ask for a new one."))
    username = clean_text(username, limit=80, multiline=False, field="username", required=True)
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal("USERNAME_TAKEN", _("This user name is taken. Choose another."), "username")
    user = User(
        username=username,
        given_name=cleaned_name(given_name, field="given_name"),
        family_name=cleaned_name(family_name, field="family_name"),
    )
    try:
        validate_password(password, user)
    except ValidationError as refused:
        raise Refusal("PASSWORD_WEAK", " ".join(refused.messages), "password") from refused
    user.set_password(password)
    user.save()
    Invitation.objects.filter(pk=invitation.pk).update(used_by=user)
    join(invitation.group, user, Role(invitation.role), actor=user)
    return user
