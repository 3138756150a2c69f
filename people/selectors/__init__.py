from people.selectors import groups, oneself, persons

__all__ = ["groups", "oneself", "persons"]
