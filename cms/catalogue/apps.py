from importlib import import_module

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "cms.catalogue"
    label = "catalogue"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("cms.catalogue.describing")
        import_module("cms.catalogue.subscribers")
        import_module("cms.catalogue.tasks")
