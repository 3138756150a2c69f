from people.selectors import consents, groups, joining, oneself, persons, reports

__all__ = ["consents", "groups", "joining", "oneself", "persons", "reports"]
