"""What we start we end, politely or by force, and it does not outlive us."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tools import processes

STUBBORN = (
    "import signal, time\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "print('up', flush=True)\n"
    "time.sleep(60)\n"
)


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_polite_process_ends_by_the_signal_it_was_sent() -> None:
    process = processes.start([sys.executable, "-c", "import time; time.sleep(60)"])
    assert processes.stop(process) == -signal.SIGTERM
    assert processes.stop(process) == -signal.SIGTERM


def test_a_stubborn_process_is_ended_by_force_when_patience_is_over(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as output:
        process = processes.start([sys.executable, "-c", STUBBORN], output=output)
    while not log.read_text():
        time.sleep(0.01)
    assert processes.stop(process, patience=0.2) == -signal.SIGKILL


def test_a_server_ends_with_its_starter_even_when_that_is_killed(tmp_path: Path) -> None:
    starter = (
        "import sys, time\n"
        "from tools import processes\n"
        "print(processes.start([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", starter], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        served = int(process.stdout.readline())
        # Before it runs, `setpriv` has not yet asked for the signal.
        while Path(f"/proc/{served}/comm").read_text().strip() == "setpriv":
            time.sleep(0.01)
        assert is_alive(served)
        os.kill(process.pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while is_alive(served) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(served)
