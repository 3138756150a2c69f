from people.models.group import Group
from people.models.invitation import Invitation
from people.models.known_device import KnownDevice
from people.models.membership import Membership
from people.models.school import School
from people.models.sign_in_card import SignInCard
from people.models.user import User

__all__ = ["Group", "Invitation", "KnownDevice", "Membership", "School", "SignInCard", "User"]
