"""A browser, a département, and people at their keyboards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from perenne.config.environment import ENVIRONMENT
from tests.house.places import ROOT
from tests.journeys.department import Department, demo_made_once, department_like
from tests.journeys.keyboard import WAIT, Person
from tests.journeys.sight import AXE, SIGHTS

UNPACKED = ROOT / ".local" / "chromium" / "chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
TELL_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => console.error(
  `${event.violatedDirective}: ${event.target.outerHTML?.slice(0, 200)}`));"""


def chromium() -> str:
    """The program that tools/chromium.sh found or made."""
    names = ("chromium", "chromium-browser", "google-chrome")
    known = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    return known or str(UNPACKED)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Closed with the last journey: its loop would stand in the way of other tests’ own."""
    # Playwright keeps a loop running in this thread; Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def demo(django_db_modify_db_settings, django_db_blocker, testrun_uid) -> tuple[str, Path]:
    """The name of a database that holds the demo, and where its files are: one for all workers."""
    home = ENVIRONMENT.home / "journeys"
    with django_db_blocker.unblock():
        return demo_made_once(testrun_uid, home), home


@pytest.fixture(scope="module")
def department(demo, django_db_blocker, tmp_path_factory) -> Iterator[Department]:
    home = tmp_path_factory.mktemp("department")
    with django_db_blocker.unblock(), department_like(*demo, home) as department:
        yield department


@pytest.fixture(autouse=True)
def private_files() -> None:
    """The département keeps its own, for all the journeys of a module."""


@pytest.fixture
def person(
    browser: Browser, department: Department, record_property: Callable[[str, object], None]
) -> Iterator[Callable[[], Person]]:
    """A new person, on a machine where nobody has signed in."""
    people: list[Person] = []

    def arrives() -> Person:
        context = browser.new_context(locale="fr-FR", accept_downloads=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(path=AXE)
        context.add_init_script(script=TELL_VIOLATIONS)
        people.append(Person(context, department.address))
        return people[-1]

    yield arrives
    record_property("sights", sum(one.checked for one in people))
    for one in people:
        one.page.context.close()
    complaints = [complaint for one in people for complaint in one.complaints]
    assert not complaints, "\n".join(complaints)


def pytest_terminal_summary(terminalreporter) -> None:
    """Under xdist this file is read by the workers alone, and nothing is printed."""
    every = [report for reports in terminalreporter.stats.values() for report in reports]
    checked = sum(
        value
        for report in every
        if getattr(report, "when", "") == "teardown"
        for name, value in report.user_properties
        if name == "sights"
    )
    if checked:
        failed = sum(getattr(report, "failed", False) for report in every)
        terminalreporter.write_line(
            f"Journeys: {checked // len(SIGHTS)} pages × {len(SIGHTS)} sights checked "
            f"(axe, reflow, focus, console, CSP); failures: {failed}"
        )
