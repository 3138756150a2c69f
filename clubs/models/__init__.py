from clubs.models.club import Club, ClubBadge, Vouch
from clubs.models.recognition import Nomination, Thanks

__all__ = ["Club", "ClubBadge", "Nomination", "Thanks", "Vouch"]
