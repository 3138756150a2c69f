"""Asking the verifiers that run in Node: one process for many questions."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from credentials.open_badges.contexts import PINNED, pinned_context

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
#: What every verifier has to know by heart: address → JSON-LD context.
CONTEXTS = {address: pinned_context(address) for address in PINNED}


def ask_node(script: str, requests: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What `script` of this folder answers to each request."""
    answer = subprocess.run(
        [NODE, HERE / script],
        input=json.dumps(requests).encode(),
        capture_output=True,
        timeout=120,
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(answer.stdout)
    return answers
