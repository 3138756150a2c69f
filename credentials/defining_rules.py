"""Who may describe badges: an issuer's people. Who runs the portal helps to write and may withdraw, never publishes."""

from __future__ import annotations

import rules

from credentials.models import Achievement, AchievementDraft
from credentials.rules import is_oneself, is_published
from credentials.selectors.issuer_people import works_for
from people.models import User

LIST_DEFINING = "credentials.list_defining"
VIEW_DRAFT = "credentials.view_achievementdraft"
EDIT_DRAFT = "credentials.edit_draft"
PUBLISH_DRAFT = "credentials.publish_draft"
MANAGE_ACHIEVEMENT = "credentials.manage_achievement"


@rules.predicate
def runs_the_portal(user: User, thing: object) -> bool:
    return thing is not None and user.is_active and user.is_superuser


@rules.predicate
def describes_achievement(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and works_for(user, achievement.issuer, "may_define")


@rules.predicate
def has_an_issuer(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and achievement.issuer_id is not None


@rules.predicate
def describes_in_draft(user: User, draft: AchievementDraft | None) -> bool:
    return draft is not None and bool(describes_achievement(user, draft.achievement))


rules.add_perm(LIST_DEFINING, is_oneself)
rules.add_perm(VIEW_DRAFT, describes_in_draft | runs_the_portal)
rules.add_perm(EDIT_DRAFT, describes_in_draft | runs_the_portal)
rules.add_perm(PUBLISH_DRAFT, describes_in_draft)
rules.add_perm(MANAGE_ACHIEVEMENT, is_published & has_an_issuer & (describes_achievement | runs_the_portal))
