from people.selectors import consents, groups, joining, notice_lines, oneself, persons, reports

__all__ = ["consents", "groups", "joining", "notice_lines", "oneself", "persons", "reports"]
