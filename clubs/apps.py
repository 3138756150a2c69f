from django.apps import AppConfig


class ClubsConfig(AppConfig):
    name = "clubs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Rules and selectors register with the gate, subscribers with the facts, tasks with the sweeps.
        from importlib import import_module
        from importlib.util import find_spec

        for kind in ("rules", "selectors", "subscribers", "tasks"):
            if find_spec(f"clubs.{kind}"):
                import_module(f"clubs.{kind}")
