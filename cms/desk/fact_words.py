"""What each fact is called in the audit. A fact without words here is one that a test asks words for."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_WORDS: dict[str, str | Promise] = {
    "people.MemberJoined": gettext_lazy("Somebody joined a group"),
    "people.MembersJoined": gettext_lazy("Several people joined a group"),
    "people.MemberLeft": gettext_lazy("Somebody left a group"),
    "people.MemberRenamed": gettext_lazy("Somebody has another name now"),
    "people.GroupCreated": gettext_lazy("A group was made"),
    "people.SignInCardReissued": gettext_lazy("A sign-in card was issued anew"),
    "people.SignInsEnded": gettext_lazy("All sign-ins of an account were ended"),
    "people.AccountTakenOver": gettext_lazy("A student took an account over from the school"),
    "people.SignedInByCard": gettext_lazy("Somebody signed in with a card"),
    "people.SettingsChanged": gettext_lazy("Somebody changed their settings"),
    "people.NicknameChanged": gettext_lazy("Somebody chose another nickname"),
    "people.JoinCodeGuessed": gettext_lazy("A join code was guessed at"),
    "people.JoinAsked": gettext_lazy("Somebody asked to join"),
    "people.JoinAwaitsGuardian": gettext_lazy("A request to join waits for a guardian"),
    "people.JoinDecided": gettext_lazy("A request to join was decided"),
    "people.RoleChanged": gettext_lazy("Somebody has another role"),
    "people.ConsentAsked": gettext_lazy("A guardian was asked for consent"),
    "people.ConsentAnswered": gettext_lazy("A guardian answered"),
    "people.ConsentWithdrawn": gettext_lazy("A consent was withdrawn"),
    "people.ContentReported": gettext_lazy("Something was reported"),
    "people.ReportDecided": gettext_lazy("A report was decided"),
    "people.DecisionAppealed": gettext_lazy("A decision was appealed"),
    "credentials.AchievementPublished": gettext_lazy("A badge was published"),
    "credentials.BadgeDrafted": gettext_lazy("Somebody began to write about a badge"),
    "credentials.DraftDiscarded": gettext_lazy("A draft of a badge was discarded"),
    "credentials.AchievementWithdrawn": gettext_lazy("A badge is not awarded any more"),
    "credentials.AchievementRestored": gettext_lazy("A badge may be awarded again"),
    "credentials.AchievementEndorsed": gettext_lazy("Somebody stood up for a club badge"),
    "credentials.EndorsementWithdrawn": gettext_lazy("Support for a club badge was withdrawn"),
    "credentials.CredentialsAwarded": gettext_lazy("A badge was awarded"),
    "credentials.AwardUndone": gettext_lazy("An award was taken back"),
    "credentials.AwardReleased": gettext_lazy("An award was made final early"),
    "credentials.CredentialsSigned": gettext_lazy("Badges were signed"),
    "credentials.CredentialRevoked": gettext_lazy("A badge was revoked"),
    "credentials.CredentialCorrected": gettext_lazy("A badge was corrected"),
    "credentials.CredentialsRenewed": gettext_lazy("Badges were renewed"),
    "credentials.CredentialExpires": gettext_lazy("Somebody was told that a badge ends soon"),
    "credentials.LargerBadgeReviewOpened": gettext_lazy("A larger badge was put before its issuer"),
    "credentials.LargerBadgeReviewDecided": gettext_lazy("An issuer decided about a larger badge"),
    "credentials.CredentialShared": gettext_lazy("Somebody shared a badge"),
    "credentials.ShareWithdrawn": gettext_lazy("Somebody stopped sharing a badge"),
    "credentials.OffersMade": gettext_lazy("A badge was offered to people outside"),
    "credentials.OffersMailed": gettext_lazy("Letters with offers were sent"),
    "credentials.OfferChanged": gettext_lazy("An offer was sent again, corrected or cancelled"),
    "credentials.OfferTaken": gettext_lazy("An offered badge was taken"),
    "credentials.OfferDeclined": gettext_lazy("An offered badge was declined"),
    "credentials.OffersEnded": gettext_lazy("Open offers were cancelled, or their time is over"),
    "credentials.DeskOpened": gettext_lazy("Learners may apply for a badge"),
    "credentials.DeskClosed": gettext_lazy("Learners may no longer apply for a badge"),
    "credentials.ApplicationHandedIn": gettext_lazy("A learner applied for a badge"),
    "credentials.ApplicationAnswered": gettext_lazy("A learner’s application was answered"),
    "credentials.ApplicationWithdrawn": gettext_lazy("A learner took an application back"),
    "credentials.BadgeClaimed": gettext_lazy("A printed code for a badge was redeemed"),
    "credentials.IssuerStarted": gettext_lazy("An issuer began an application"),
    "credentials.IssuerDescribed": gettext_lazy("An issuer changed what it says about itself"),
    "credentials.IssuerMoreAsked": gettext_lazy("An issuer was asked for more"),
    "credentials.IssuerStandingChanged": gettext_lazy("The standing of an issuer was decided"),
    "credentials.IssuerAgreementEnding": gettext_lazy("An issuer was told that its agreement ends soon"),
    "credentials.IssuerMemberChanged": gettext_lazy("The people of an issuer were changed"),
    "credentials.IssuerInvitationMade": gettext_lazy("A colleague was invited to an issuer"),
    "credentials.AwardingAsked": gettext_lazy("A group asked to award an issuer’s badges"),
    "credentials.AwardingDecided": gettext_lazy(
        "It was decided whether a group may award an issuer’s badges"
    ),
    "paths.PathAssigned": gettext_lazy("A path was assigned"),
    "paths.PathUnassigned": gettext_lazy("A path was taken away"),
    "paths.ActionChosen": gettext_lazy("A student chose an action"),
    "paths.TopicProposed": gettext_lazy("A student proposed a topic"),
    "paths.TopicAgreed": gettext_lazy("A topic was agreed"),
    "paths.WorkHandedIn": gettext_lazy("Work was handed in"),
    "paths.EvidenceWithdrawn": gettext_lazy("A piece of work was withdrawn"),
    "paths.NotYetAnswered": gettext_lazy("Work was answered with “not yet”"),
    "paths.StepCompleted": gettext_lazy("A step was completed"),
    "paths.StepsCompletedByAward": gettext_lazy("A badge completed steps of a path"),
    "paths.StepTakenBack": gettext_lazy("A completed step was taken back"),
    "paths.PathCompleted": gettext_lazy("A path was completed"),
    "events.EventPlanned": gettext_lazy("An event was planned"),
    "events.EventMoved": gettext_lazy("An event has another time or place"),
    "events.EventChanged": gettext_lazy("An event was changed"),
    "events.EventCancelled": gettext_lazy("An event was called off"),
    "events.EventNear": gettext_lazy("People were reminded of an event"),
    "events.PersonSignedUp": gettext_lazy("Somebody signed up for an event"),
    "events.PlaceFreed": gettext_lazy("Somebody on the waiting list has a place"),
    "events.SignUpWithdrawn": gettext_lazy("Somebody is not going after all"),
    "events.CheckedIn": gettext_lazy("Somebody checked in at an event"),
    "events.PeopleCheckedIn": gettext_lazy("Several people were checked in"),
    "events.AttendanceWithdrawn": gettext_lazy("A check-in was taken back"),
    "events.AttendanceRewarded": gettext_lazy("Badges were given for having been there"),
    "events.SignInCardShown": gettext_lazy("A sign-in card was shown at a door"),
    "events.LateClaimMade": gettext_lazy("Somebody says they were at an event"),
    "events.LateClaimDecided": gettext_lazy("A late claim was decided"),
    "events.TeamTaskDone": gettext_lazy("A team did a task"),
    "events.TeamFinished": gettext_lazy("A team finished its tasks"),
    "classroom.ClassCreated": gettext_lazy("A class was made"),
    "classroom.RosterImported": gettext_lazy("A class list was imported"),
    "classroom.SignInOpened": gettext_lazy("Sign-in by card alone was opened"),
    "classroom.SignInClosed": gettext_lazy("Sign-in by card alone was closed"),
    "classroom.StudentSignedIn": gettext_lazy("A student signed in"),
    "clubs.ClubStarted": gettext_lazy("A club was started"),
    "clubs.ClubChanged": gettext_lazy("A club was changed"),
    "clubs.ClubArchived": gettext_lazy("A club was closed"),
    "clubs.ClubRestored": gettext_lazy("A club was opened again"),
    "clubs.ClubHandedOn": gettext_lazy("A club has another leader"),
    "clubs.ClubBadgeMade": gettext_lazy("A club badge was made"),
    "clubs.VouchAsked": gettext_lazy("A club asked to be vouched for"),
    "clubs.VouchDecided": gettext_lazy("A request to vouch was decided"),
    "clubs.MemberNominated": gettext_lazy("A member was nominated for a badge"),
    "clubs.NominationsDecided": gettext_lazy("Nominations were decided"),
    "clubs.MemberThanked": gettext_lazy("A member was thanked"),
    "portfolio.PresentationChanged": gettext_lazy("A presentation page was changed"),
    "portfolio.PresentationOpened": gettext_lazy("A presentation page has a new link"),
    "portfolio.PresentationWithdrawn": gettext_lazy("A presentation page was taken down"),
    "portfolio.ContactAsked": gettext_lazy("Somebody asked to keep a contact"),
    "portfolio.ContactAgreed": gettext_lazy("Two people agreed to keep in contact"),
    "portfolio.ContactsChanged": gettext_lazy("A contact ended"),
    "portfolio.ProfileChanged": gettext_lazy("Somebody changed their profile"),
    "portfolio.DataAsked": gettext_lazy("Somebody asked for their data"),
    "portfolio.DataGathered": gettext_lazy("Somebody’s data were gathered"),
    "cms.LookChanged": gettext_lazy("The look of the portal was changed"),
}
# Whoever did these is told to nobody here: who reported, who thanked, who keeps whom as a contact.
NAMELESS = frozenset(
    {
        "people.ContentReported",
        "people.DecisionAppealed",
        "people.ConsentAsked",
        "people.ConsentAnswered",
        "people.ConsentWithdrawn",
        "clubs.MemberNominated",
        "clubs.MemberThanked",
        "portfolio.ContactAsked",
        "portfolio.ContactAgreed",
        "portfolio.ContactsChanged",
    }
)


def words_of(fact: str) -> str:
    """A fact in the active language; of a room that is gone, that it was something else."""
    return str(_WORDS.get(fact) or _("Something else"))


def facts_in_words() -> list[tuple[str, str]]:
    """Every fact with its words, by the alphabet of the active language."""
    return sorted(((fact, str(words)) for fact, words in _WORDS.items()), key=lambda pair: pair[1].casefold())


def facts_with_words() -> frozenset[str]:
    return frozenset(_WORDS)
