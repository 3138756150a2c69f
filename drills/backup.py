"""`./dev drill backup`: back a running portal up, lose its disk, restore, and read the same badge again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from drills.lighthouse.people import Person, badge_to_show
from tools.places import ROOT

if TYPE_CHECKING:
    from tests.servers import Server

VALID = 'class="verdict verdict-valid"'


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django

    django.setup()
    from tests.browser.conftest import demo_database
    from tests.servers import start_server

    server = start_server({"DEMO": "1"}, data_from=demo_database())
    try:
        link = server.base_url + badge_to_show(Person(server.base_url, "student01"))
        document = link.replace("?", ".json?")
        before = fetch(document)
        with tempfile.TemporaryDirectory(prefix="kotylion-backup-") as folder:
            seconds = lose_and_restore(server, Path(folder))
        same = fetch(document) == before
        valid = VALID in fetch(link).decode()
        Person(server.base_url, "student02")
    finally:
        server.stop()
    sys.stdout.write(
        f"restored in {seconds:.1f} s; the signed document is {'the same' if same else 'ANOTHER'}, "
        f"its page says {'valid' if valid else 'NOT VALID'}, people sign in\n"
    )
    return 0 if same and valid else 1


def lose_and_restore(server: Server, folder: Path) -> float:
    """Back up beside the running portal, remove all it has, bring it back; seconds from the loss to readiness."""
    secret = folder / "passphrase"
    secret.write_text("three words nobody guesses\n", encoding="utf-8")
    manage(server, "backup", str(folder), f"--passphrase-file={secret}")
    (archive,) = folder.glob("*.tar")
    server.kill()
    shutil.rmtree(server.data)
    lost = time.monotonic()
    server.data.mkdir()
    manage(server, "restore", str(archive), f"--passphrase-file={secret}")
    manage(server, "migrate", "--verbosity=0")
    server.start()
    return time.monotonic() - lost


def manage(server: Server, *arguments: str) -> None:
    env = {name: value for name, value in server.env.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, check=True)


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    raise SystemExit(main())
