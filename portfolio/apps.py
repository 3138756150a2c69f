from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "portfolio"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Rules and selectors register with the gate, subscribers with the facts, tasks with the sweeps.
        from importlib import import_module
        from importlib.util import find_spec

        for kind in ("rules", "selectors", "subscribers", "tasks", "reports"):
            if find_spec(f"portfolio.{kind}"):
                import_module(f"portfolio.{kind}")
