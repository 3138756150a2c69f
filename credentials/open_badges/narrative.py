"""``criteria.narrative``: what Open Badges 3.0 has no field for, under fixed Markdown headings in a fixed
order.

The order is that of the national description standard. A heading without content is left out, never
reordered, so that a reader, and a program, find the same thing at the same heading in every badge.
"""

from collections.abc import Iterator
from decimal import Decimal

from .facts import AchievementDescription, AwardFacts, IssuerProfile, Language, LinkedActivity

#: Headings and phrases by language, in the order in which they appear in a document.
WORDS: dict[Language, dict[str, str]] = {
    "pl": {
        "kind": "Rodzaj wyróżnienia",
        "earned_for": "Za co",
        "cost": "Koszt",
        "accessibility": "Dostępność",
        "issuer": "Wydawca",
        "activities": "Powiązane działania edukacyjne",
        "skills": "Efekty uczenia się i kryteria weryfikacji",
        "assessment": "Metody oceniania",
        "identity": "Weryfikacja tożsamości",
        "conditions": "Inne warunki",
        "workload": "Nakład pracy",
        "form": "Forma udziału",
        "obtain": "Jak zdobyć",
        "requires": "Wymagane odznaki",
        "framework": "Odniesienie do PRK i ERK (orientacyjne)",
        "validity": "Okres ważności",
        "evidence": "Rodzaje dowodów",
        "quality": "Zapewnianie jakości",
        "award": "Okoliczności przyznania",
        "club_badge": "Odznaka klubowa. Cenią to ludzie z klubu. Nie stoi za nią wydawca; nie potwierdza umiejętności.",
        "hours": "{} godz.",
        "level": "PRK {pqf}, ERK {eqf}. To odniesienie orientacyjne: odznaka nie nadaje poziomu.",
        "level_name": "PRK {pqf} / ERK {eqf} (orientacyjnie)",
        "register": "Numer RSPO: {}",
        "activity": "Działanie: {}",
        "place": "Miejsce: {}",
        "grade": "Ocena: {}",
        "note": "Słowo od osoby przyznającej: {}",
        "replaces": "Zastępuje: {}",
    },
    "en": {
        "kind": "Kind of recognition",
        "earned_for": "What it is for",
        "cost": "Cost",
        "accessibility": "Accessibility",
        "issuer": "Issuer",
        "activities": "Linked educational activities",
        "skills": "Learning outcomes and verification criteria",
        "assessment": "Assessment methods",
        "identity": "Identity verification",
        "conditions": "Other conditions",
        "workload": "Workload",
        "form": "Form of participation",
        "obtain": "How to obtain it",
        "requires": "Badges required",
        "framework": "PQF and EQF reference (indicative)",
        "validity": "Validity period",
        "evidence": "Types of evidence",
        "quality": "Quality assurance",
        "award": "About this award",
        "club_badge": "Club badge. People in the club value this. No issuer stands behind it; it confirms no skills.",
        "hours": "{} h",
        "level": "PQF {pqf}, EQF {eqf}. The reference is indicative: the badge does not award a level.",
        "level_name": "PQF {pqf} / EQF {eqf} (indicative)",
        "register": "RSPO number: {}",
        "activity": "Activity: {}",
        "place": "Place: {}",
        "grade": "Grade: {}",
        "note": "A word from the person who awarded it: {}",
        "replaces": "Replaces: {}",
    },
    "uk": {
        "kind": "Вид відзнаки",
        "earned_for": "За що",
        "cost": "Вартість",
        "accessibility": "Доступність",
        "issuer": "Видавець",
        "activities": "Пов’язані освітні заходи",
        "skills": "Результати навчання та критерії перевірки",
        "assessment": "Методи оцінювання",
        "identity": "Перевірка особи",
        "conditions": "Інші умови",
        "workload": "Навчальне навантаження",
        "form": "Форма участі",
        "obtain": "Як отримати",
        "requires": "Необхідні бейджі",
        "framework": "Відповідність ПРК та ЄРК (орієнтовна)",
        "validity": "Термін дії",
        "evidence": "Види доказів",
        "quality": "Забезпечення якості",
        "award": "Обставини присудження",
        "club_badge": "Клубний бейдж. Це цінують люди в клубі; за ним не стоїть видавець, і він не підтверджує вмінь.",
        "hours": "{} год",
        "level": "ПРК {pqf}, ЄРК {eqf}. Відповідність орієнтовна: бейдж не присвоює рівня.",
        "level_name": "ПРК {pqf} / ЄРК {eqf} (орієнтовно)",
        "register": "Номер RSPO: {}",
        "activity": "Захід: {}",
        "place": "Місце: {}",
        "grade": "Оцінка: {}",
        "note": "Слово від того, хто присудив: {}",
        "replaces": "Замінює: {}",
    },
}


def criteria_narrative(
    issuer: IssuerProfile, achievement: AchievementDescription, award: AwardFacts | None = None
) -> str:
    """The Markdown text. Its headings are ``## `` and stand in the order of ``WORDS``."""
    words = WORDS[achievement.language]
    sections = [
        # `achievementType` knows no club badges, so the words have to say it.
        ("kind", words["club_badge"] if achievement.kind == "club_badge" else ""),
        ("earned_for", _list(achievement.earned_for)),
        ("cost", achievement.cost),
        ("accessibility", achievement.accessibility),
        ("issuer", _issuer(issuer, words)),
        ("activities", _list(map(_activity, achievement.activities))),
        ("skills", _skills(achievement)),
        ("assessment", _list(achievement.assessment_methods)),
        ("identity", achievement.identity_verification),
        ("conditions", achievement.other_conditions),
        ("workload", _workload(achievement, words)),
        ("form", achievement.participation_form),
        ("obtain", achievement.how_to_earn),
        ("requires", _list(achievement.requires)),
        ("framework", _framework(achievement, words)),
        ("validity", achievement.validity),
        ("evidence", _list(achievement.evidence_types)),
        ("quality", achievement.quality_assurance),
        ("award", _award(award, words) if award else ""),
    ]
    return "\n\n".join(f"## {words[name]}\n\n{text}" for name, text in sections if text)


def plain_number(number: Decimal, language: Language) -> str:
    """``2.50`` → ``2,5`` (Polish, Ukrainian) or ``2.5``."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.replace(".", ",")


def _list(items: Iterator[str] | tuple[str, ...] | map) -> str:  # type: ignore[type-arg]
    return "\n".join(f"- {item}" for item in items)


def _skills(achievement: AchievementDescription) -> str:
    return "\n".join(
        "\n".join([f"{number}. {skill.text}", *(f"   - {criterion}" for criterion in skill.criteria)])
        for number, skill in enumerate(achievement.skills, start=1)
    )


def _activity(activity: LinkedActivity) -> str:
    title = f"{activity.name} ({activity.type})" if activity.type else activity.name
    facts = [activity.description, activity.date, activity.place, activity.organiser, activity.conditions]
    text = " · ".join([title, *filter(None, facts)])
    return f"{text} <{activity.link}>" if activity.link else text


def _issuer(issuer: IssuerProfile, words: dict[str, str]) -> str:
    register = words["register"].format(issuer.register_number) if issuer.register_number else ""
    return _list(tuple(filter(None, [issuer.standing, register])))


def _workload(achievement: AchievementDescription, words: dict[str, str]) -> str:
    if achievement.workload_hours is None:
        return ""
    return words["hours"].format(plain_number(achievement.workload_hours, achievement.language))


def _framework(achievement: AchievementDescription, words: dict[str, str]) -> str:
    framework = achievement.framework
    return words["level"].format(pqf=framework.pqf, eqf=framework.eqf) if framework else ""


def _award(award: AwardFacts, words: dict[str, str]) -> str:
    named = ("activity", "place", "grade", "note", "replaces")
    return _list(tuple(words[name].format(getattr(award, name)) for name in named if getattr(award, name)))
