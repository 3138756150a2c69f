"""From rows to the plain facts of a document, in the one language the award was frozen in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, cast

from django.utils import translation
from django.utils.translation import gettext as _

from core.portal_name import portal_name
from core.secrets import keyed_digest
from core.translated import in_language
from credentials.addresses import (
    credential_address,
    issuer_address,
    issuer_did,
    signer_did,
    status_list_address,
    version_address,
)  # fmt: skip
from credentials.curriculum import alignments
from credentials.enums import (
    AchievementKind,
    ActivityType,
    AssessmentMethod,
    DocumentForm,
    EvidenceType,
    IdentityCheck,
    ParticipationForm,
    Standing,
)
from credentials.models import Achievement, AchievementVersion, Credential, IssuedDocument, Issuer
from credentials.open_badges.documents import build_achievement, build_credential, build_profile
from credentials.open_badges.facts import (
    AchievementDescription,
    AwardFacts,
    BadgeImage,
    FrameworkReference,
    IssuerProfile,
    Kind,
    Language,
    LinkedActivity,
    RecipientIdentity,
    ResultScale,
    Skill,
    StatusEntry,
)  # fmt: skip
from credentials.pictures import picture_address
from credentials.scales import Scale, plain_number
from credentials.selectors.achievement_details import labels_of, required_names
from credentials.selectors.achievement_pages import validity
from credentials.selectors.picture_files import picture_credit
from credentials.selectors.signed_endorsements import published_endorsements


def compose(document: IssuedDocument) -> dict[str, Any]:
    """The unsigned Open Badge of a document's credential. The one for publishing names nobody: the learner is a salted
    hash of a random number, and grade, place, note and evidence stay behind. The full one, for its owner alone, says
    name, grade, place, activity and the words that came with it (credentials.md §4.8).

    It is issued by whom its status list belongs to: verifiers want both to have one issuer. Expects `credential` with
    version, achievement, issuer, club and recipient selected, and the status list.
    """
    credential = document.credential
    language = cast(Language, credential.language)
    signer = signer_did(credential.achievement.issuer, document.status_list.club_id)
    full = document.form in (DocumentForm.OB3_FULL, DocumentForm.FULL_JWT)
    with translation.override(language):
        return build_credential(
            issuer_profile(credential.achievement, language, credential.issuer_standing, did=signer),
            describe(credential.version, language),
            RecipientIdentity(
                learner_number=str(credential.recipient.learner_number),
                salt=keyed_digest("identity salt", str(credential.pk))[:32],
                display_name=credential.recipient.get_full_name() if full else "",
            ),
            AwardFacts(
                id=credential_address(credential.pk),
                awarded_at=credential.awarded_at,
                valid_from=credential.awarded_at,
                valid_until=credential.valid_until,
                status=StatusEntry(status_list_address(document.status_list_id), document.status_index),
                replaces=_replaced(credential),
                **(_told_to_the_owner(credential) if full else {}),
            ),
        )


def _told_to_the_owner(credential: Credential) -> dict[str, Any]:
    context, batch = credential.context, credential.batch
    return {
        "grade": credential.result,
        "note": credential.note if batch.words_hidden_at is None else "",
        "place": str(context.get("place", "")),
        "activity": str(context.get("activity", "")),
    }


def _replaced(credential: Credential) -> str:
    """The address of the award that this one corrects or renews; "" for a first one."""
    earlier = credential.corrects_id or credential.renews_id
    return credential_address(earlier) if earlier else ""


def issuer_profile(
    achievement: Achievement, language: Language, standing: str = "", *, did: str = ""
) -> IssuerProfile:
    """Who awards: the issuer, or a club, named as what it is. `did` is the club's unless a document says otherwise."""
    issuer = achievement.issuer
    if issuer is None:
        club = achievement.club
        words = {"club": club.name if club else "", "portal": portal_name()}
        return IssuerProfile(
            id=did or signer_did(None, club),
            name=_("%(club)s (club, not an institution)") % words,
            description=_(
                "A club on the portal %(portal)s. People in it value this; it is neither a school nor an issuer, "
                "and nobody has assessed any skills."
            )
            % words,
        )
    return profile_of(issuer, language, standing)


def profile_of(issuer: Issuer, language: Language, standing: str = "") -> IssuerProfile:
    return IssuerProfile(
        id=issuer_did(issuer),
        name=in_language(issuer.name, language),
        url=issuer_address(issuer),
        description=in_language(issuer.description, language),
        country_code=issuer.country,
        standing=str(Standing(standing).label) if standing else "",
    )


def describe(version: AchievementVersion, language: Language) -> AchievementDescription:
    """The full description standard of a version in one language."""

    def words(value: Mapping[str, str] | None) -> str:
        return in_language(value, language)

    issuer = version.achievement.issuer
    if version.achievement.kind == AchievementKind.CLUB_BADGE:
        return _describe_club_badge(version, language)
    return AchievementDescription(
        id=version_address(version),
        language=language,
        kind=cast(Kind, version.achievement.kind),
        name=words(version.name),
        description=words(version.description),
        image=_image(version, language),
        human_code=version.achievement.slug,
        version=f"v{version.number}",
        tags=tuple(version.tags),
        cost=_cost(version.cost_amount, version.cost_currency),
        accessibility=words(version.accessibility),
        activities=tuple(_activity(activity, language) for activity in version.activities),
        skills=tuple(
            Skill(words(outcome["text"]), tuple(words(criterion) for criterion in outcome["criteria"]))
            for outcome in version.learning_outcomes
        ),
        assessment_methods=labels_of(AssessmentMethod, version.assessment_methods),
        identity_verification="".join(labels_of(IdentityCheck, [version.identity_check])),
        other_conditions=words(version.other_conditions),
        workload_hours=version.workload_hours,
        ects=version.ects,
        participation_form=participation(version, language),
        how_to_earn=words(version.how_to_earn),
        framework=_framework(version.framework_reference),
        validity=validity(version.validity_months),
        evidence_types=labels_of(EvidenceType, version.evidence_types),
        quality_assurance=words(version.quality_assurance)
        or (words(issuer.quality_assurance) if issuer else ""),
        requires=required_names(version, language),
        alignments=alignments(version.curriculum, language),
        result_scale=_scale(version),
    )


def _describe_club_badge(version: AchievementVersion, language: Language) -> AchievementDescription:
    """What a club badge is for, and nothing that would make it look assessed: no tags, no framework, no workload."""
    return AchievementDescription(
        id=version_address(version),
        language=language,
        kind="club_badge",
        name=in_language(version.name, language),
        description=in_language(version.description, language),
        image=_image(version, language),
        human_code=version.achievement.slug,
        version=f"v{version.number}",
        how_to_earn=in_language(version.how_to_earn, language),
        earned_for=tuple(
            in_language(criterion, language)
            for outcome in version.learning_outcomes
            for criterion in outcome["criteria"]
        ),
    )


def _image(version: AchievementVersion, language: Language) -> BadgeImage:
    """The picture in words; whose it is goes along wherever the badge goes, as its licence asks."""
    credit = picture_credit(version.art)
    said = in_language(version.art_alt, language)
    caption = f"{said} ({credit})" if credit else said
    return BadgeImage(picture_address(version.achievement.kind, version.art), caption)


def achievement_json(version: AchievementVersion, language: str) -> dict[str, Any]:
    """A published version as an Open Badges 3.0 Achievement in JSON-LD."""
    chosen = cast(Language, language)
    profile = issuer_profile(version.achievement, chosen)
    built = build_achievement(profile, describe(version, chosen))
    endorsements = published_endorsements(version)
    return {**built, "endorsement": endorsements} if endorsements else built


def issuer_json(issuer: Issuer, language: str) -> dict[str, Any]:
    """An issuer as an Open Badges 3.0 Profile in JSON-LD."""
    return build_profile(profile_of(issuer, cast(Language, language), issuer.standing))


def participation(version: AchievementVersion, language: str) -> str:
    form = "".join(labels_of(ParticipationForm, [version.participation_form]))
    return ". ".join(filter(None, (form, in_language(version.participation_note, language))))


def _activity(activity: Mapping[str, Any], language: str) -> LinkedActivity:
    def words(field: str) -> str:
        value = activity.get(field)
        return in_language(value, language) if isinstance(value, Mapping) else str(value or "")

    texts = {
        field: words(field)
        for field in ("name", "description", "date", "place", "organiser", "conditions", "link")
    }
    return LinkedActivity(type="".join(labels_of(ActivityType, [activity.get("type", "")])), **texts)


def _framework(reference: Mapping[str, Any] | None) -> FrameworkReference | None:
    return FrameworkReference(int(reference["pqf"]), int(reference["eqf"])) if reference else None


def _scale(version: AchievementVersion) -> ResultScale | None:
    scale = Scale.from_json(version.result_scale)
    if scale is None:
        return None
    if scale.kind == "grades":
        return ResultScale(_("Grade"), "Result", allowed=scale.values, required=scale.required)
    kind: Literal["Percent", "RawScore"] = "Percent" if scale.kind == "percent" else "RawScore"
    least, most = (plain_number(one) for one in (scale.least, scale.most))
    return ResultScale(_("Grade"), kind, least=least, most=most, required=scale.required)


def _cost(amount: Decimal, currency: str) -> str:
    return f"{amount} {currency}" if amount else _("Free of charge")
