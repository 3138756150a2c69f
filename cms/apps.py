from importlib import import_module

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("cms.subscribers")
        import_module("cms.tasks")
        # “Translated on 22 November 2026”, whatever the language: a date without the name of a month.
        vars(import_module("wagtail_localize.models"))["DATE_FORMAT"] = "%d.%m.%Y"
