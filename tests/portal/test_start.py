"""What a start of the portal pays for (performance.md, `start`): nothing that only some later act needs."""

import os
import subprocess
import sys

from tests.servers import ROOT

START = """
import os, sys
import portal.asgi
from django.urls import get_resolver
get_resolver().url_patterns
print(*sorted({"openpyxl", "coloraide", "snowballstemmer", "pyld", "typst"} & set(sys.modules)))
"""


def test_what_reads_tables_colours_and_json_ld_is_loaded_when_it_is_needed(tmp_path):
    plain = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    started = subprocess.run(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env=plain | {"KOTYLION_ENV": "development", "KOTYLION_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert started.stdout.split() == []
