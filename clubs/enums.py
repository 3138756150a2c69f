"""Choices of `clubs` (`content/events.json`, vocabulary)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ClubKind(TextChoices):
    SCIENCE_CIRCLE = "science_circle", _("Science or subject circle")
    STUDENT_GOVERNMENT = "student_government", _("Student government")
    VOLUNTEER_CIRCLE = "volunteer_circle", _("School volunteer circle")
    SCOUTS = "scouts", _("Scout troop")
    SCHOOL_SPORTS_CLUB = "school_sports_club", _("School sports club")
    YOUTH_FIRE_BRIGADE = "youth_fire_brigade", _("Youth fire brigade")
    DEBATE_CLUB = "debate_club", _("Debate club")
    EUROPEAN_CLUB = "european_club", _("European club")
    YOUTH_COUNCIL = "youth_council", _("Youth council")
    MEDIA_TEAM = "media_team", _("Media team")
    ECO_CLUB = "eco_club", _("Ecology club")
    COMMUNITY_CENTRE = "community_centre", _("Community centre group")
    PARISH_YOUTH = "parish_youth", _("Parish youth group")
    INTEGRATION_CLUB = "integration_club", _("Integration club")
    OTHER = "other", _("Another kind of club")


# Membership of these may reveal belief or origin: it is private, and they never stand on the map (answers.md 30).
SENSITIVE_KINDS = (ClubKind.PARISH_YOUTH, ClubKind.INTEGRATION_CLUB)


class Joining(TextChoices):
    """How one becomes a member."""

    CODE = "code", _("With a code")
    REQUEST = "request", _("With a code, or by asking")
    CLOSED = "closed", _("Nobody for now")


class VouchState(TextChoices):
    ASKED = "asked", _("Asked")
    GIVEN = "given", _("Vouched for")
    DECLINED = "declined", pgettext_lazy("vouching", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("vouching", "Withdrawn")


class ThanksWord(TextChoices):
    """The only words a thank-you can say: nobody is written to (product.md, part 5)."""

    HELP = "help", _("Thank you for your help")
    IDEA = "idea", _("Thank you for the idea")
    PATIENCE = "patience", _("Thank you for your patience")
    COURAGE = "courage", _("Thank you for your courage")
    FUN = "fun", _("It was great with you")
    TEAMWORK = "teamwork", _("We did it together")
