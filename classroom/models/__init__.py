from classroom.models.roster_import import RosterImport
from classroom.models.school_class import SchoolClass

__all__ = ["RosterImport", "SchoolClass"]
