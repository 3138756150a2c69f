"""Who may do what with a badge after its award, and who stands up for a formal one."""

from __future__ import annotations

import rules

from credentials.enums import AchievementKind
from credentials.models import Achievement, Credential, StackReview
from credentials.rules import holds
from credentials.selectors import answering
from credentials.selectors.endorsers import endorsing_issuers
from people.models import Group, User
from people.rules import leads_group

ANSWER_FOR = "credentials.answer_for"
REVOKE = "credentials.revoke"
CORRECT = "credentials.correct"
RENEW = "credentials.renew"
RENEW_ONE = "credentials.renew_one"
VIEW_REVIEW = "credentials.view_stackreview"
ENDORSE_FORMAL = "credentials.endorse_formal"
SEE_ANSWERED = "credentials.see_answered"
VIEW_STORY = "credentials.view_story"


@rules.predicate
def answers_for(user: User, credential: Credential | None) -> bool:
    return credential is not None and user.is_active and answering.answers_for(user, credential)


@rules.predicate
def may_revoke(user: User, credential: Credential | None) -> bool:
    return credential is not None and answering.may_revoke(user, credential)


@rules.predicate
def may_correct(user: User, credential: Credential | None) -> bool:
    return credential is not None and answering.may_correct(user, credential)


@rules.predicate
def may_review(user: User, review: StackReview | None) -> bool:
    return review is not None and user.is_active and answering.may_review(user, review.credential)


@rules.predicate
def is_oneself(user: User, person: User | None) -> bool:
    return person is not None and user.is_active and user.pk == person.pk


@rules.predicate
def speaks_for_another_issuer(user: User, achievement: Achievement | None) -> bool:
    """Nobody endorses what they award themselves."""
    if (
        achievement is None
        or achievement.kind == AchievementKind.CLUB_BADGE
        or achievement.current_version_id is None
    ):
        return False
    return endorsing_issuers(user, achievement).exists()


@rules.predicate
def renews_in(user: User, group: Group | None) -> bool:
    return bool(leads_group(user, group))


rules.add_perm(ANSWER_FOR, answers_for)
rules.add_perm(REVOKE, answers_for & may_revoke)
rules.add_perm(CORRECT, answers_for & may_correct)
rules.add_perm(RENEW, renews_in)
rules.add_perm(RENEW_ONE, answers_for & may_correct)
rules.add_perm(VIEW_REVIEW, may_review)
rules.add_perm(ENDORSE_FORMAL, speaks_for_another_issuer)
rules.add_perm(SEE_ANSWERED, is_oneself)
rules.add_perm(VIEW_STORY, holds)
