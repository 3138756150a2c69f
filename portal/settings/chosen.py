"""The layer that `KOTYLION_ENV` names; an unknown name stops the start instead of guessing."""

import os

match os.environ.get("KOTYLION_ENV", "development"):
    case "development":
        from portal.settings.development import *  # noqa: F403
    case "production":
        from portal.settings.production import *  # noqa: F403
    case "test":
        from portal.settings.test import *  # noqa: F403
    case unknown:
        raise SystemExit(f"KOTYLION_ENV={unknown}: choose development, production or test.")
