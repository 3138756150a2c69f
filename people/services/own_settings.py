"""What people settle for themselves: language, nickname, whether badges are celebrated."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from people.audiences import for_user
from people.domain_events import NicknameChanged, SettingsChanged
from people.models import User

NICKNAME_LIMIT = 40


@transaction.atomic
def change_settings(
    user: User,
    *,
    language: str | None = None,
    nickname: str | None = None,
    celebrations: bool | None = None,
) -> User:
    """Change what is given and leave the rest. Raises Refusal for a language that the portal does not speak."""
    if language is not None:
        if language not in {code for code, _name in settings.LANGUAGES}:
            raise Refusal("LANGUAGE", _("Choose Polish, English or Ukrainian."), "language")
        user.language = language
    if nickname is not None:
        before = user.nickname
        user.nickname = clean_text(nickname, limit=NICKNAME_LIMIT, multiline=False, field="nickname")
        if user.nickname != before:
            emit(NicknameChanged(user_id=user.pk), actor=user, audience=Audience())
    if celebrations is not None:
        user.celebrations = celebrations
    user.save(update_fields=["language", "nickname", "celebrations"])
    emit(SettingsChanged(user_id=user.pk), actor=user, audience=for_user(user.pk))
    return user
