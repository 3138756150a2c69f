"""Every room's public things, as the catalogue describes them. Importing this registers them all."""

from cms.catalogue.describing import achievements, clubs, events, issuers, paths

__all__ = ["achievements", "clubs", "events", "issuers", "paths"]
