"""An endorsement as an Open Badges 3.0 ``EndorsementCredential`` in JSON-LD (OB 3.0 §B.1.5; VC Data Model 2.0).

It speaks of an achievement's published version, never of a person. The document is complete but unsigned.
"""

from datetime import datetime
from typing import Any

from .contexts import CREDENTIALS_V2, OPEN_BADGES
from .documents import build_profile
from .facts import IssuerProfile, StatusEntry
from .moments import format_moment
from .status import status_entry


def build_endorsement(
    endorser: IssuerProfile,
    *,
    id: str,
    name: str,
    achievement_id: str,
    comment: str,
    since: datetime,
    status: StatusEntry,
) -> dict[str, Any]:
    """The unsigned endorsement. ``id`` is its address, ``achievement_id`` that of the endorsed version.

    Raises ``ValueError`` for a moment without zone.
    """
    profile = {key: value for key, value in build_profile(endorser).items() if key != "@context"}
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": id,
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": name,
        "issuer": profile,
        "validFrom": format_moment(since),
        "awardedDate": format_moment(since),
        "credentialSubject": {
            "id": achievement_id,
            "type": ["EndorsementSubject"],
            "endorsementComment": comment,
        },
        "credentialStatus": status_entry(status.list_url, status.index),
    }
