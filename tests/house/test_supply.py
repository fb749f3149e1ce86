"""What is installed is pinned, hashed, and named without an address."""

import re

import pytest

from tests.house.places import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
ADDRESS = re.compile(r"https?:|file:|-{2}(?:extra-)?index-url|--find-links", re.IGNORECASE)
REQUIREMENT = re.compile(r"^[A-Za-z0-9]", re.MULTILINE)


def test_there_is_a_lock_for_each_use():
    assert [lock.stem for lock in LOCKS] == ["demo", "production", "test"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_address(lock):
    assert ADDRESS.findall(lock.read_text()) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_line_is_pinned_and_hashed(lock):
    entries = lock.read_text().replace("\\\n", "").splitlines()
    loose = [
        line
        for line in entries
        if REQUIREMENT.match(line) and ("==" not in line or "--hash=sha256:" not in line)
    ]
    assert loose == []


@pytest.mark.parametrize("name", ["uv.lock", "package-lock.json", "package.json"])
def test_no_other_lock_is_kept(name):
    assert not (ROOT / name).exists()
