"""A verdict in words: the first line, what it means, and the three findings, each for itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from credentials.open_badges.findings import Answer, Finding
from credentials.open_badges.verification import Overall, Verdict

Words = str | Promise

_FIRST_LINE: dict[Overall, tuple[Words, Words]] = {
    Overall.VALID: (
        _("This badge is real and valid."),
        _("Nothing in it was changed, we know who issued it, and nobody has revoked it."),
    ),
    Overall.VALID_UNKNOWN_ISSUER: (
        _("This badge is unchanged, but we do not know its issuer."),
        _("The signature fits. Whether the issuer is who it says, you have to find out elsewhere."),
    ),
    Overall.NOT_VALID: (_("This badge is not valid."), _("Do not rely on what it says.")),
    Overall.REVOKED: (
        _("This badge has been revoked."),
        _("It was real once; its issuer has taken it back."),
    ),
    Overall.EXPIRED: (_("This badge has expired."), _("It was real; its time is over.")),
    Overall.CANNOT_TELL: (
        _("We cannot tell now."),
        _("Something needed for the answer cannot be reached or is not supported here."),
    ),
}
# A club badge is as genuine, and never mistaken for an institution's.
_CLUB_LINE: tuple[Words, Words] = (
    _("This club badge is real and valid."),
    _("Nothing in it was changed, and nobody has taken it back. A club awarded it, not an institution."),
)
# Words about a badge, which are checked like one and never mistaken for one.
_ENDORSEMENT_LINES: dict[Overall, tuple[Words, Words]] = {
    Overall.VALID: (
        _("This endorsement is real and valid."),
        _("An organisation that we know stands up for a badge with these words. It is no badge of a person."),
    ),
    Overall.VALID_UNKNOWN_ISSUER: (
        _("This endorsement is unchanged, but we do not know who gave it."),
        _FIRST_LINE[Overall.VALID_UNKNOWN_ISSUER][1],
    ),
    Overall.NOT_VALID: (_("This endorsement is not valid."), _FIRST_LINE[Overall.NOT_VALID][1]),
    Overall.REVOKED: (
        _("This endorsement has been withdrawn."),
        _("It was real once; the organisation has taken its words back."),
    ),
    Overall.EXPIRED: (_("This endorsement has expired."), _FIRST_LINE[Overall.EXPIRED][1]),
}
_QUESTIONS: dict[str, Words] = {
    "unchanged": _("Unchanged since it was signed"),
    "issued_by_known": _("Issued by someone we know"),
    "still_valid": _("Still valid"),
}
_ANSWERS: dict[Answer, Words] = {
    Answer.YES: _("yes"), Answer.NO: _("no"), Answer.CANNOT_TELL: _("cannot tell"),
}  # fmt: skip
_REASONS: dict[str, Words] = {
    "signature_wrong": _("The content was changed after signing, or the signature belongs to something else."),
    "signature_malformed": _("The signature is not a signature."),
    "signed_by_another": _("Somebody else signed it, not the issuer it names."),
    "no_proof": _("It is not signed."),
    "several_proofs": _("It carries several signatures; we can check only one."),
    "proof_not_supported": _("It is signed in a way that we cannot check yet."),
    "proof_expired": _("The signature was made for a limited time, which is over."),
    "did_unreachable": _("The issuer’s key cannot be fetched from here."),
    "did_not_supported": _("The issuer’s identifier is of a kind that we cannot check yet."),
    "did_mismatch": _("The issuer’s key belongs to somebody else."),
    "key_not_found": _("The issuer does not know the key that signed it."),
    "key_not_for_assertions": _("The key that signed it may not sign badges."),
    "key_not_supported": _("The key is of a kind that we cannot check yet."),
    "issuer_unknown": _("Its issuer is not one of ours."),
    "revoked": _("Its issuer has revoked it."),
    "expired": _("Its validity is over."),
    "not_yet_valid": _("Its validity has not begun."),
    "dates_malformed": _("Its dates make no sense."),
    "status_unreachable": _("The list of revoked badges cannot be fetched from here."),
    "status_list_outdated": _("The list of revoked badges is out of date."),
    "status_not_supported": _("Its status is kept in a way that we cannot check yet."),
    "status_index_out_of_range": _("Its place in the list of revoked badges does not exist."),
    "status_list_signature_wrong": _("The list of revoked badges is not signed properly."),
    "status_list_of_another": _("The list of revoked badges belongs to somebody else."),
    "status_list_too_short": _("The list of revoked badges is too short to be one."),
    "not_json": _("This is not a badge: the text is not JSON."),
    "not_an_object": _("This is not a badge."),
    "not_open_badges": _("This is not an Open Badge 3.0."),
    "old_format": _("This is an older kind of badge, which we cannot check yet."),
    "nothing_baked_in": _("There is no badge in this picture."),
    "baked_twice": _("There is more than one badge in this picture."),
    "baked_badly": _("The badge in this picture is damaged."),
    "nothing_attached": _("There is no badge in this document."),
    "attached_twice": _("There is more than one badge in this document."),
    "not_pdf": _("The document is damaged or locked."),
    "not_png": _("The picture is damaged."),
    "not_svg": _("The picture is damaged."),
    "status_list_too_large": _("The list of revoked badges is too large to be checked here."),
    "key_withdrawn": _("Its issuer trusts the key that signed it no more."),
    "too_large": _("It is too large to be checked here: at most 256 KB."),
    "too_complex": _("It is too complicated to be checked here."),
    "too_deep": _("It is too complicated to be checked here."),
    "too_many_parts": _("It is too complicated to be checked here."),
    "busy": _("Many badges are being checked just now. Try again in a minute."),
    "algorithm_none": _("It is not signed."),
    "algorithm_refused": _("It is signed in a way that anybody could forge."),
    "key_in_header": _("It brings its own key along, which proves nothing."),
    "jws_not_supported": _("It is signed in a way that we cannot check yet."),
    "status_list_malformed": _("The list of revoked badges is not signed properly."),
    "status_list_mismatch": _("The list of revoked badges belongs to somebody else."),
    "context_not_pinned": _("It uses words that we do not know."),
    "link_unreachable": _("Nothing could be fetched from this link."),
    "link_no_badge": _("There is a page at this link, not a badge. Download the badge there and drop the file here."),
    "link_description": _(
        "At this link stands what a badge is given for. To check somebody’s badge, paste the link that they show."
    ),
    "endorsement_gone": _("There is no such endorsement, or the organisation has taken its words back."),
    "link_dead": _("There is no such badge, or its owner does not share it any more."),
}  # fmt: skip
# Nothing was judged, because there was nothing: said once, not as an answer to each of three questions.
_NOTHING_THERE: Words = _("There is nothing to check at this link.")
# Where nothing could be fetched there may be a badge all the same.
_OF_A_LINK: dict[str, Words] = {
    "link_unreachable": _FIRST_LINE[Overall.CANNOT_TELL][0],
    **dict.fromkeys(("link_no_badge", "link_description", "link_dead", "endorsement_gone"), _NOTHING_THERE),
}
_TONES = {Overall.VALID: "valid", Overall.NOT_VALID: "bad", Overall.REVOKED: "bad", Overall.EXPIRED: "bad"}


@dataclass(frozen=True)
class FindingWords:
    question: Words
    answer: Words
    code: str
    reason: Words


@dataclass(frozen=True)
class VerdictWords:
    """`tone` is valid, bad or unsure: never green on a signature alone. Without `findings` `meaning` says it all."""

    line: Words
    meaning: Words
    tone: str
    findings: tuple[FindingWords, ...]


def in_words(verdict: Verdict, *, of_club: bool = False) -> VerdictWords:
    """The verdict for people, in the language active when it is shown. `of_club`: it is a badge of a club here."""
    reason = verdict.unchanged.reason
    if reason in _OF_A_LINK:
        return VerdictWords(_OF_A_LINK[reason], _REASONS[reason], "unsure", ())
    line, meaning = _FIRST_LINE[verdict.overall]
    if of_club and verdict.overall == Overall.VALID:
        line, meaning = _CLUB_LINE
    if verdict.is_endorsement:
        line, meaning = _ENDORSEMENT_LINES.get(verdict.overall, (line, meaning))
    return VerdictWords(
        line,
        meaning,
        _TONES.get(verdict.overall, "unsure"),
        tuple(_finding(name, getattr(verdict, name)) for name in _QUESTIONS),
    )


def _finding(name: str, finding: Finding) -> FindingWords:
    reason = _REASONS.get(finding.reason, "") if finding.reason else ""
    if finding.reason and not reason:
        reason = _("It does not keep to the rules of Open Badges 3.0.")
    return FindingWords(_QUESTIONS[name], _ANSWERS[finding.answer], finding.answer.value, reason)
