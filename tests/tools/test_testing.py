"""pytest's closing line is told apart from everything else it prints."""

import pytest

from tools.testing import CLOSING


@pytest.mark.parametrize(
    "line",
    [
        "============================== 6 passed in 4.34s ===============================",
        "======= 1 failed, 240 passed, 2 skipped in 61.02s (0:01:01) =======",
        "\x1b[32m\x1b[32m\x1b[1m6 passed\x1b[0m\x1b[32m in 4.34s\x1b[0m",
        "no tests ran in 0.01s",
        "12 passed, 1 warning in 0.50s",
        "=========================== 1 error in 0.36s ============================",
    ],
)
def test_a_closing_line(line: str) -> None:
    assert CLOSING.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "=========================== short test summary info ============================",
        "0.63s call     tests/tools/test_services.py::test_two_of_each_live_side_by_side",
        "tests/tools/test_services.py ......                                        [100%]",
        "collected 6 items",
    ],
)
def test_any_other_line(line: str) -> None:
    assert not CLOSING.match(line)
