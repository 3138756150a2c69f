"""Reading. Importing the package registers every selector with the gate."""

from credentials.selectors import achievements, credentials, evidence, trust

__all__ = ["achievements", "credentials", "evidence", "trust"]
