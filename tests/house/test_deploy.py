"""What is shipped to operate the house names things that exist."""

import re
import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from perenne.config.environment import NEEDED_IN_PRODUCTION, read_environment

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
ENVIRONMENT = (ROOT / "src/perenne/config/environment.py").read_text()


def named_in(text):
    return set(re.findall(r"\b(PERENNE_[A-Z0-9_]+|DATABASE_URL)\b", text))


def test_the_example_names_all_that_production_needs_and_nothing_else():
    lines = (DEPLOY / "perenne.env.example").read_text().splitlines()
    given = dict(line.partition("=")[::2] for line in lines if line and not line.startswith("#"))
    assert NEEDED_IN_PRODUCTION.keys() <= given.keys()
    assert {name for name in given if name not in ENVIRONMENT} == set()
    asked = read_environment(given | {"PERENNE_SECRET_KEY": "un-secret"})
    assert (asked.production, asked.log_is_json) == (True, True)
    assert asked.hosts == ("clauses77.example",)


@pytest.mark.parametrize("path", [*UNITS, DEPLOY / "Containerfile", DEPLOY / "compose.yaml"],
                         ids=lambda path: path.name)  # fmt: skip
def test_what_is_shipped_names_variables_and_files_that_exist(path):
    text = path.read_text()
    assert {name for name in named_in(text) if name not in ENVIRONMENT} == set()
    for place in re.findall(r"\b(?:deploy|requirements|docs)/[\w./-]+\w", text):
        if place != "deploy/perenne.env":
            assert (ROOT / place).exists(), place


def test_compose_runs_what_is_there():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    assert services.keys() == {"database", "tables", "web", "worker"}
    for service in services.values():
        assert service.get("read_only", service["image"] != "perenne")
        assert service.get("depends_on", {}).keys() <= services.keys()


def test_the_server_knows_the_options_that_it_is_given():
    asked = [sys.executable, "-m", "granian", "--help"]
    known = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    unit = (DEPLOY / "systemd/perenne-web.service").read_text().replace("\\\n", " ")
    image = " ".join(re.findall(r'"([^"]+)"', (DEPLOY / "Containerfile").read_text()))
    for words in (shlex.split(re.search("ExecStart=(.*)", unit)[1]), image.split()):
        options = {word for word in words if word.startswith("--")}
        assert {"--workers", "--respawn-failed-workers"} <= options
        assert {option for option in options if option not in known} == set()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_reads_its_units(tmp_path):
    """With programs that are here: those of /opt/perenne are not."""
    for unit in UNITS:
        here = re.sub(r"/opt/perenne/\.venv/bin/\w+", "/bin/true", unit.read_text())
        (tmp_path / unit.name).write_text(here)
        assert ConfigParser(strict=False, interpolation=None).read_string(here) is None
    asked = ["systemd-analyze", "verify", *(str(tmp_path / unit.name) for unit in UNITS)]
    said = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert not [line for line in said.stderr.splitlines() if "perenne" in line], said.stderr
