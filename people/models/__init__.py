from people.models.consent import Consent
from people.models.group import Group
from people.models.invitation import Invitation
from people.models.joining import GroupBlock, JoinCode, JoinRequest
from people.models.known_device import KnownDevice
from people.models.membership import Membership
from people.models.report import Report
from people.models.school import School
from people.models.sign_in_card import SignInCard
from people.models.user import User

__all__ = [
    "Consent",
    "Group",
    "GroupBlock",
    "Invitation",
    "JoinCode",
    "JoinRequest",
    "KnownDevice",
    "Membership",
    "Report",
    "School",
    "SignInCard",
    "User",
]
