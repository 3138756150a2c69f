"""A step is done again when its sources changed, and when it was cut short."""

from pathlib import Path

import pytest

from tools import stamps


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / ".dev" / "stamps")
    (tmp_path / "one").write_text("1")
    (tmp_path / "two").write_text("2")
    return tmp_path


def test_a_finished_step_is_done_for_its_own_key_alone() -> None:
    stamps.finish("build", "abc")
    assert stamps.is_done("build", "abc")
    assert not stamps.is_done("build", "abd")
    assert not stamps.is_done("lock", "abc")


def test_a_step_cut_short_is_not_taken_for_finished() -> None:
    stamps.finish("build", "abc")
    stamps.begin("build")
    assert not stamps.is_done("build", "abc")


def test_the_digest_sees_content_names_and_extras_but_not_the_order_of_listing(tree: Path) -> None:
    one, two = tree / "one", tree / "two"
    first = stamps.digest([one, two])
    assert stamps.digest([two, one]) == first
    assert stamps.digest([one, two], extra="dev") != first
    two.write_text("3")
    changed = stamps.digest([one, two])
    two.rename(tree / "three")
    assert len({first, changed, stamps.digest([one, tree / "three"])}) == 3
