from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleConfig(AppConfig):
    name = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Rules and selectors register with the gate, subscribers with the facts, tasks with the sweeps.
        from importlib import import_module
        from importlib.util import find_spec

        for kind in ("rules", "selectors", "subscribers", "tasks"):
            if find_spec(f"people.{kind}"):
                import_module(f"people.{kind}")
        # Every room says in its `kept_data.py` what it keeps about people (people/data_map.py).
        autodiscover_modules("kept_data")
