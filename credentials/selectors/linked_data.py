"""An achievement in schema.org's words, for search engines (https://schema.org/EducationalOccupationalCredential)."""

from __future__ import annotations

from typing import Any

from core.linked_data import duration, without_empty
from core.translated import active_language, in_language
from credentials.addresses import issuer_address, public, version_address
from credentials.enums import AchievementKind
from credentials.models import AchievementVersion, Issuer
from credentials.pictures import picture_address
from credentials.selectors.badges import issuer_name, outcomes_of
from credentials.selectors.picture_files import licence_address, picture_credit

CATEGORIES = {
    AchievementKind.MICROCREDENTIAL: "Microcredential",
    AchievementKind.DIGITAL_BADGE: "Digital badge",
    AchievementKind.CLUB_BADGE: "Club badge",
}


def linked_issuer(issuer: Issuer) -> dict[str, Any]:
    """An issuer as https://schema.org/Organization."""
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Organization",
            "@id": issuer_address(issuer),
            "url": issuer_address(issuer),
            "name": in_language(issuer.name),
            "description": in_language(issuer.description),
            "sameAs": issuer.url,
            "address": {"@type": "PostalAddress", "addressCountry": issuer.country},
        }
    )


def _image(version: AchievementVersion) -> Any:
    """The address of the picture; one that was drawn elsewhere says whose it is (https://schema.org/ImageObject)."""
    address = picture_address(version.achievement.kind, version.art)
    if "picture" not in version.art:
        return address
    said = {"creditText": picture_credit(version.art), "license": licence_address(version.art)}
    return {"@type": "ImageObject", "contentUrl": address, "caption": in_language(version.art_alt), **said}


def linked_data(version: AchievementVersion) -> dict[str, Any]:
    """One published version in the active language; expects achievement, issuer and club selected. What people of a
    club value is no credential of an institution, so a club badge names the club as its author and no publisher.
    """
    achievement = version.achievement
    issuer, level = achievement.issuer, version.framework_reference
    organisation = without_empty(
        {
            "@type": "Organization",
            "name": issuer_name(achievement),
            "url": issuer_address(issuer) if issuer else "",
        }
    )
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "EducationalOccupationalCredential",
            "@id": version_address(version),
            "url": version_address(version),
            "name": in_language(version.name),
            "description": in_language(version.description),
            "credentialCategory": CATEGORIES[AchievementKind(achievement.kind)],
            "image": _image(version),
            "inLanguage": active_language(),
            "version": str(version.number),
            # schema.org has words for it; Open Badges 3.0 has none.
            "creativeWorkStatus": "Withdrawn" if achievement.withdrawn_at else "",
            "expires": achievement.withdrawn_at.date().isoformat() if achievement.withdrawn_at else "",
            "datePublished": version.published_at.date().isoformat() if version.published_at else "",
            "keywords": list(version.tags),
            "publisher" if issuer else "author": organisation,
            "competencyRequired": [
                {"@type": "DefinedTerm", "name": outcome.text, "description": "; ".join(outcome.criteria)}
                for outcome in outcomes_of(version)
            ],
            "educationalLevel": {
                "@type": "DefinedTerm",
                "name": f"PQF {level['pqf']} / EQF {level['eqf']} (indicative)",
                "inDefinedTermSet": "https://europass.europa.eu/en/europass-digital-tools/european-qualifications-framework",
            }
            if level
            else None,
            "timeRequired": duration(version.workload_hours),
            "validFor": f"P{version.validity_months}M" if version.validity_months else "",
            "isAccessibleForFree": not version.cost_amount,
            "offers": {
                "@type": "Offer",
                "price": f"{version.cost_amount:f}",
                "priceCurrency": version.cost_currency,
                "url": public(f"/achievements/{achievement.slug}/"),
            },
        }
    )
