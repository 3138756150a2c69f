from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    name = "credentials"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Rules and selectors register with the gate, subscribers with the facts, tasks with the sweeps,
        # reports with the desk that decides them.
        from importlib import import_module
        from importlib.util import find_spec

        laws = ("rules", "issuer_rules", "afterwards_rules", "offer_rules", "application_rules")
        for kind in (*laws, "selectors", "subscribers", "tasks", "reports"):
            if find_spec(f"credentials.{kind}"):
                import_module(f"credentials.{kind}")
