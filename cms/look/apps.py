from importlib import import_module

from django.apps import AppConfig


class LookConfig(AppConfig):
    """An app of its own inside the room, because its one table has nothing to do with pages."""

    name = "cms.look"
    label = "look"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("cms.look.shown")
        import_module("cms.look.domain_events")
