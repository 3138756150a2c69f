"""Starting a server of the benchmarks' own beside the portal, and loading a server while its CPU time is counted."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.http_clients import Load, load
from bench.processes import cpu_seconds
from tests.servers import ROOT
from tools import processes

START_SECONDS = 60


@contextmanager
def beside(module: str, *arguments: str, data: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """`python -m module PORT arguments` over a data folder; yields it, with pipes, and its port."""
    port = processes.free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", module, str(port), *arguments], cwd=ROOT, text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | {"KOTYLION_DATA": str(data), "PUBLIC_URL": f"http://localhost:{port}"},
    )  # fmt: skip
    try:
        deadline = time.monotonic() + START_SECONDS
        while not processes.port_is_taken("127.0.0.1", port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{module} did not start")
            time.sleep(0.05)
        yield process, port
    finally:
        process.kill()
        process.wait()


def loaded(pid: int, port: int, requests: Sequence[bytes], *, clients: int, status: int = 200) -> Load:
    """A warm-up, then all `requests`; the samples' CPU is the server's time for one. Raises for any other status."""
    load(port, requests[: max(20, clients)], clients=clients).demand(status)
    before = cpu_seconds(pid)
    result = load(port, requests, clients=clients)
    result.samples.cpu = [(cpu_seconds(pid) - before) * 1000 / len(requests)]
    result.demand(status)
    return result
