"""Reading. Importing the package registers every selector with the gate."""

from credentials.selectors import achievements, credentials, evidence

__all__ = ["achievements", "credentials", "evidence"]
