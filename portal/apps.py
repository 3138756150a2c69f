from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self) -> None:
        # Importing registers the system checks and builds the schema, so a mutation without a permission
        # stops the start and not the first request.
        import_module("portal.checks")
        import_module("portal.schema")
        import_module("portal.self_checks")
