"""What a column's heading means, in Polish, English and Ukrainian."""

from collections.abc import Iterable
from enum import StrEnum

from classroom.rosters.wording import folded


class Field(StrEnum):
    """What a column of a class list can hold."""

    ORDINAL = "ordinal"
    REGISTER_NUMBER = "register_number"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    CLASS_NAME = "class_name"
    STATUS = "status"
    # Recognised so that it can be dropped at reading.
    PESEL = "pesel"
    SECOND_NAME = "second_name"
    NOTES = "notes"
    EMAIL = "email"
    UNNEEDED = "unneeded"


class NameOrder(StrEnum):
    """Which word comes first where one column holds the whole name."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"


DROPPED_FIELDS = frozenset({Field.PESEL, Field.SECOND_NAME, Field.NOTES, Field.EMAIL, Field.UNNEEDED})

_FAMILY_THEN_GIVEN = (
    *("Nazwisko i imię", "Nazwisko imię", "Nazwisko i imiona", "Nazwisko imiona", "Nazwisko i imię ucznia"),
    *("Surname and given name", "Surname and name", "Last name first name", "Family name given name"),
    *(
        "Прізвище та ім'я",
        "Прізвище ім'я",
        "Прізвище і ім'я",
        "Прізвище й ім'я",
        "ПІБ",
        "Прізвище ім'я по батькові",
    ),
)
_GIVEN_THEN_FAMILY = (
    *("Imię i nazwisko", "Imię nazwisko", "Imiona i nazwisko", "Imię i nazwisko ucznia"),
    *("Given name and surname", "Name and surname", "First and last name", "First name last name"),
    *("Ім'я та прізвище", "Ім'я прізвище", "Ім'я і прізвище", "Ім'я й прізвище"),
)
_WORDS: dict[Field, tuple[str, ...]] = {
    Field.ORDINAL: ("Lp", "L.p.", "Liczba porządkowa", "No", "#", "Row", "№", "№ з/п", "№ п/п", "з/п"),
    Field.REGISTER_NUMBER: (
        *("Nr w dzienniku", "Nr", "Numer", "Numer w dzienniku", "Nr dz", "Nr ucznia", "Dziennik nr"),
        *("Register number", "Register no", "Roll number", "Number in register", "Number"),
        *("Номер", "Номер у журналі", "Номер в журналі", "№ у журналі"),
    ),
    Field.FAMILY_NAME: (
        *("Nazwisko", "Nazwisko ucznia", "Nazwiska", "Surname", "Family name", "Last name", "familyName"),
        *("Прізвище", "Прізвище учня"),
    ),
    Field.GIVEN_NAME: (
        *("Imię", "Imiona", "Imię imiona", "Imię ucznia", "Pierwsze imię", "Imię pierwsze"),
        *("Given name", "Given names", "First name", "First names", "Forename", "Forenames", "givenName"),
        *("Ім'я", "Імена", "Ім'я учня"),
    ),
    Field.FULL_NAME: (
        *_FAMILY_THEN_GIVEN,
        *_GIVEN_THEN_FAMILY,
        *("Uczeń", "Uczennica", "Uczeń uczennica", "Uczniowie", "Osoba", "Imię i nazwisko dziecka"),
        *(
            "Student",
            "Students",
            "Student name",
            "Name",
            "Full name",
            "Учень",
            "Учениця",
            "Учні",
            "Учень/учениця",
        ),
    ),
    Field.BIRTH_DATE: (
        *(
            "Data urodzenia",
            "Data ur",
            "Ur",
            "Urodzony",
            "Urodzona",
            "Date of birth",
            "Birth date",
            "Birthdate",
            "DOB",
        ),
        *("Born", "Дата народження", "Народження", "Дата нар"),
    ),
    Field.CLASS_NAME: ("Klasa", "Kl", "Oddział", "Symbol oddziału", "Class", "Form", "Клас", "Класс"),
    Field.STATUS: ("Status", "Status ucznia", "Stan", "Статус"),
    Field.PESEL: (
        "PESEL",
        "Nr PESEL",
        "Numer PESEL",
        "PESEL number",
        "Номер PESEL",
        "ПЕСЕЛЬ",
        "PESEL ucznia",
    ),
    Field.SECOND_NAME: (
        *(
            "Drugie imię",
            "Imię drugie",
            "Imię 2",
            "Drugie imiona",
            "Second name",
            "Middle name",
            "Middle names",
        ),
        *("По батькові", "Друге ім'я"),
    ),
    Field.NOTES: (
        *("Uwagi", "Uwaga", "Notatki", "Komentarz", "Dodatkowe informacje", "Informacje dodatkowe"),
        *("Notes", "Note", "Comments", "Comment", "Remarks", "Примітки", "Примітка", "Коментар"),
    ),
    Field.EMAIL: (
        *(
            "E-mail",
            "Email",
            "Mail",
            "Adres e-mail",
            "E-mail ucznia",
            "Email address",
            "Poczta",
            "Poczta elektroniczna",
        ),
        *("Електронна пошта", "Ел. пошта"),
    ),
    Field.UNNEEDED: (
        *("Telefon", "Nr telefonu", "Numer telefonu", "Tel", "Phone", "Phone number", "Mobile", "Телефон"),
        *(
            "Adres",
            "Adres zamieszkania",
            "Adres zameldowania",
            "Miejscowość",
            "Ulica",
            "Kod pocztowy",
            "Address",
        ),
        *(
            "Адреса",
            "Miejsce urodzenia",
            "Place of birth",
            "Місце народження",
            "Płeć",
            "Sex",
            "Gender",
            "Стать",
        ),
        *("Obywatelstwo", "Narodowość", "Citizenship", "Nationality", "Громадянство", "Religia", "Religion"),
        *("Orzeczenie", "Opinia", "Nazwisko rodowe", "Matka", "Ojciec", "Opiekun", "Opiekunowie", "Rodzice"),
        *(
            "Imię matki",
            "Imię ojca",
            "Nazwisko matki",
            "Nazwisko ojca",
            "Mother",
            "Father",
            "Guardian",
            "Parents",
        ),
        *("Мати", "Батько", "Батьки", "Опікун", "Password", "Hasło", "Пароль"),
    ),
}


def _by_wording(words: dict[Field, tuple[str, ...]]) -> dict[str, Field]:
    return {folded(word): field for field, spellings in words.items() for word in spellings if folded(word)}


_FIELDS = _by_wording(_WORDS)
_ORDERS = {
    **{folded(word): NameOrder.FAMILY_FIRST for word in _FAMILY_THEN_GIVEN},
    **{folded(word): NameOrder.GIVEN_FIRST for word in _GIVEN_THEN_FAMILY},
}


def field_of(heading: str) -> Field | None:
    """The field a heading names, or None; a heading that speaks of PESEL in any words is PESEL."""
    words = folded(heading)
    if "pesel" in words:
        return Field.PESEL
    if heading.strip() in {"#", "№"}:
        return Field.ORDINAL
    return _FIELDS.get(words)


def order_named_by(heading: str) -> NameOrder | None:
    """The order of words that the heading of a whole-name column states, if it states one."""
    return _ORDERS.get(folded(heading))


def fields_of(headings: Iterable[str]) -> list[Field | None]:
    """The fields of a row of headings; a field that repeats only where it stands first, unless dropped."""
    seen: set[Field] = set()
    fields: list[Field | None] = []
    for heading in headings:
        field = field_of(heading)
        if field in seen and field not in DROPPED_FIELDS:
            field = None
        if field is not None:
            seen.add(field)
        fields.append(field)
    return fields
