from django.apps import AppConfig


class PathsConfig(AppConfig):
    name = "paths"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Rules and selectors register with the gate, subscribers with the facts, tasks with the sweeps.
        from importlib import import_module
        from importlib.util import find_spec

        for kind in ("rules", "selectors", "subscribers", "tasks", "by_rule"):
            if find_spec(f"paths.{kind}"):
                import_module(f"paths.{kind}")
