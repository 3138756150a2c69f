"""Choices of `events` (`content/events.json`, vocabulary)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """What happens there."""

    CHARITY_FINAL = "charity_final", _("Nationwide charity day")
    PARCEL_WEEKEND = "parcel_weekend", _("Gift-parcel warehouse weekend")
    CLEANUP = "cleanup", _("Clean-up action")
    YOUTH_COUNCIL = "youth_council", _("Youth council session")
    PARTICIPATORY_BUDGET = "participatory_budget", _("Participatory budget")
    DEBATE = "debate", _("Oxford-style debate")
    CONSULTATION = "consultation", _("Public consultation")
    COURT_VISIT = "court_visit", _("Court visit")
    COMMEMORATION = "commemoration", _("Commemoration")
    VOLUNTEERING_FAIR = "volunteering_fair", _("Volunteering fair or day")
    FOOD_COLLECTION = "food_collection", _("Food collection")
    SIMULATION = "simulation", _("Simulated assembly")
    ACCESSIBILITY_WALK = "accessibility_walk", _("Accessibility walk")
    HISTORY_MEETING = "history_meeting", _("Meeting a witness of history")
    FACT_CHECK = "fact_check", _("Fact-checking workshop")
    EUROPE_DAY = "europe_day", _("Europe Day")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood picnic")
    CHARITY_RUN = "charity_run", _("Charity run")
    CLIMATE = "climate", _("Climate action")
    BLOOD_DONATION = "blood_donation", _("Blood donation")
    SCOUTING = "scouting", _("Scouting action")
    CHILDREN_PARLIAMENT = "children_parliament", _("Children and Youth Parliament")
    MEETING = "meeting", _("Meeting")
    CITY_GAME = "city_game", _("City game")
    WORKSHOP = "workshop", _("Workshop")
    OTHER = "other", _("Other event")


class EventForm(TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    BOTH = "both", _("In person and online")


class Visibility(TextChoices):
    """Who may see that it takes place."""

    PUBLIC = "public", _("Everybody")
    GROUP = "group", _("The group")
    INVITED = "invited", _("Invited people and groups")


class SignUpMode(TextChoices):
    OPEN = "open", _("Sign-up")
    NONE = "none", _("Just come")


class Accessibility(TextChoices):
    STEP_FREE = "step_free", _("Step-free access")
    INDUCTION_LOOP = "induction_loop", _("Induction loop")
    SIGN_LANGUAGE_ON_REQUEST = "sign_language_on_request", _("Sign-language interpreter on request")
    QUIET_ROOM = "quiet_room", _("Quiet room")
    ACCESSIBLE_TOILET = "accessible_toilet", _("Accessible toilet")


class Precision(TextChoices):
    EXACT = "exact", _("Exact place")
    PLACE_APPROX = "place_approx", _("Accurate to a few hundred metres")
    TOWN = "town", _("Somewhere in the town")


class DateBasis(TextChoices):
    """Where a date comes from; only `confirmed` is an announcement."""

    CONFIRMED = "confirmed", _("Confirmed")
    FIXED_DATE = "fixed_date", _("Fixed calendar date")
    RULE = "rule", _("Computed from a rule; to be confirmed")
    SAMPLE = "sample", _("Sample date")


class SignUpState(TextChoices):
    GOING = "going", _("Going")
    WAITING = "waiting", _("On the waiting list")
    AWAITING_CONSENT = "awaiting_consent", _("Waiting for a guardian’s consent")
    CANCELLED = "cancelled", _("Not going")


class CheckInMethod(TextChoices):
    PROJECTOR = "projector", _("Code on the screen")
    DIGITS = "digits", _("Four digits")
    PRINTED = "printed", _("Printed code")
    LEADER = "leader", _("Ticked by the leader")
    PERSONAL = "personal", _("Own check-in code")
    LATE = "late", _("Approved afterwards")


class Voivodeship(TextChoices):
    """The sixteen voivodeships, by their Polish names (they have no other)."""

    DOLNOSLASKIE = "dolnośląskie", "dolnośląskie"
    KUJAWSKO_POMORSKIE = "kujawsko-pomorskie", "kujawsko-pomorskie"
    LUBELSKIE = "lubelskie", "lubelskie"
    LUBUSKIE = "lubuskie", "lubuskie"
    LODZKIE = "łódzkie", "łódzkie"
    MALOPOLSKIE = "małopolskie", "małopolskie"
    MAZOWIECKIE = "mazowieckie", "mazowieckie"
    OPOLSKIE = "opolskie", "opolskie"
    PODKARPACKIE = "podkarpackie", "podkarpackie"
    PODLASKIE = "podlaskie", "podlaskie"
    POMORSKIE = "pomorskie", "pomorskie"
    SLASKIE = "śląskie", "śląskie"
    SWIETOKRZYSKIE = "świętokrzyskie", "świętokrzyskie"
    WARMINSKO_MAZURSKIE = "warmińsko-mazurskie", "warmińsko-mazurskie"
    WIELKOPOLSKIE = "wielkopolskie", "wielkopolskie"
    ZACHODNIOPOMORSKIE = "zachodniopomorskie", "zachodniopomorskie"
