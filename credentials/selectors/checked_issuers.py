"""What is known here of an issuer whose document somebody checks: from our own records, never from the document."""

from __future__ import annotations

from dataclasses import dataclass

from core.portal_name import portal_name
from core.translated import in_language
from credentials.addresses import issuer_address, issuer_did
from credentials.issuer_standing import is_shown
from credentials.models import Issuer
from credentials.open_badges.issuer_documents import issuer_document
from credentials.open_badges.verification import Verdict
from credentials.openness import is_public
from credentials.selectors.did_documents import Signer, own_signer
from credentials.selectors.issuer_history import StandingWords, standing_in_words

LETTERS = 300


@dataclass(frozen=True)
class CheckedIssuer:
    """`is_known`: it is one of ours, and name, `path` and `standing` are what we say of it. Otherwise `name` and `url`
    are what the document says of itself.
    """

    id: str
    name: str
    is_known: bool = False
    url: str = ""
    path: str = ""
    standing: StandingWords | None = None

    @property
    def tone(self) -> str:
        """Of the mark: valid for who is accredited here, else unsure."""
        return "valid" if self.standing is not None and self.standing.tone == "good" else "unsure"


def checked_issuer(verdict: Verdict) -> CheckedIssuer | None:
    """For the document of an issuer; None for everything else. Two queries at most."""
    said = issuer_document(verdict.document)
    if said is None:
        return None
    signer = own_signer(said.id) or _by_page(said.id)
    if signer is None or (signer.issuer is not None and not is_shown(signer.issuer)):
        return CheckedIssuer(said.id[:LETTERS], said.name[:LETTERS], url=said.url[:LETTERS])
    return _known(signer, said.id)


def _known(signer: Signer, named: str) -> CheckedIssuer:
    issuer, club = signer.issuer, signer.club
    if issuer is not None:
        path, standing = f"/issuers/{issuer.slug}/", standing_in_words(issuer)
        return CheckedIssuer(issuer_did(issuer), in_language(issuer.name), True, "", path, standing)
    if club is not None:
        return CheckedIssuer(named, club.name if is_public(club) else "", True)
    return CheckedIssuer(named, portal_name(), True)


def _by_page(address: str) -> Signer | None:
    """An issuer of ours under the address of its page, as some documents name it."""
    slug = address.rstrip("/").rpartition("/")[2]
    found = Issuer.objects.filter(slug=slug[:80]).first()
    return Signer(found) if found is not None and issuer_address(found) == f"{address.rstrip('/')}/" else None
