from people.selectors import groups, persons

__all__ = ["groups", "persons"]
