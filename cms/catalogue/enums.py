"""What the catalogue tells apart, and by which words it is filtered."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EntryKind(TextChoices):
    """In the order in which they are listed."""

    MICROCREDENTIAL = "microcredential", _("Microcredentials")
    PATH = "path", _("Development paths")
    DIGITAL_BADGE = "digital_badge", _("Digital badges")
    CLUB_BADGE = "club_badge", _("Club badges")
    CLUB = "club", _("Clubs")
    ISSUER = "issuer", _("Issuers")
    EVENT = "event", _("Events")


class Price(TextChoices):
    FREE = "free", _("Free of charge")
    PAID = "paid", _("Paid")


class Workload(TextChoices):
    """Hours, the upper end included."""

    SHORT = "short", _("up to 5 hours")
    MEDIUM = "medium", _("6 to 15 hours")
    LONG = "long", _("16 to 30 hours")
    LONGEST = "longest", _("over 30 hours")


class Form(TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    BLENDED = "blended", _("In person and online")


class Field(TextChoices):
    """What it is about, in words of a school (`fields.py` says which tags belong where)."""

    GOVERNMENT = "government", _("State and local government")
    LAW = "law", _("Law and offices")
    DIALOGUE = "dialogue", _("Debate and dialogue")
    MEDIA = "media", _("Media and information")
    HELPING = "helping", _("Volunteering and help")
    NATURE = "nature", _("Nature and climate")
    MEMORY = "memory", _("History and memory")
    SCIENCE = "science", _("Science and technology")
    CULTURE = "culture", _("Culture")
    SPORT = "sport", _("Sport and outdoors")
    INCLUSION = "inclusion", _("Accessibility and inclusion")
    TOGETHER = "together", _("Acting together")


class Order(TextChoices):
    BEST = "", _("Best match")
    NAME = "name", _("By name")
    NEWEST = "newest", _("Newest")
    SHORTEST = "shortest", _("Shortest")
