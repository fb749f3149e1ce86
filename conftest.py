"""The bench: a PostgreSQL of its own, templates that forgive nothing, people at the door."""

import gc
from collections.abc import Callable, Iterator
from shutil import copytree

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from psycopg.conninfo import conninfo_to_dict

from perenne.config.environment import ENVIRONMENT, ROOT
from perenne.kit.actors import Actor
from perenne.kit.pages import VISITOR_KEY
from perenne.kit.postgres import Cluster
from perenne.kit.tenancy import within
from perenne.kit.testing.roles import APPLICATION, OWNER, become
from perenne.kit.testing.sessions import second_factor_shown
from perenne.kit.testing.storages import stored_in
from perenne.kit.testing.tables import migrated_database

pytest_plugins = [f"perenne.kit.testing.{what}" for what in ("commits", "post", "standing")]
TESTS = ROOT / "tests"
MARKS_OF_LONG = {"journey", "slow"}
CLUSTER = Cluster(
    ENVIRONMENT.home / "test-database",
    ENVIRONMENT.postgres_programs,
    settings=(
        # Nothing here outlives the run: do not wait for the disk.
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        # Between two tests a table is empty: whoever looked then would plan for no row.
        "autovacuum_analyze_threshold=2000000000",
    ),
)


def pytest_configure() -> None:
    # A busy machine is not a failure of the rule.
    hypothesis.settings.register_profile(
        "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
    )
    hypothesis.settings.load_profile("house")
    # Lines are counted at half the pace: a few examples reach them, the others run uncounted.
    hypothesis.settings.register_profile("counted", max_examples=10, derandomize=True)
    database = settings.DATABASES["default"]
    database["OPTIONS"].pop("pool", None)  # the test database must have no idle client at the end
    APPLICATION.update(USER=settings.APPLICATION_ROLE, PASSWORD=database["PASSWORD"])
    OWNER.update(owner_of(database))
    database.update(OWNER)  # who creates the test database; then everything is tried as the other
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined()
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole files are dealt out, the long ones first: nobody waits for one of them at the end."""
    marked = (item for item in items if MARKS_OF_LONG & {one.name for one in item.iter_markers()})
    long = {item.path for item in marked}
    items.sort(key=lambda item: item.path not in long and TESTS not in item.path.parents)


def pytest_collection_finish() -> None:
    """The collector of garbage never looks again through thousands of tests and their modules."""
    gc.freeze()


def owner_of(database: dict[str, str]) -> dict[str, str]:
    if not ENVIRONMENT.database_url:
        database["HOST"] = str(CLUSTER.socket_folder)
        return {"USER": CLUSTER.owner, "PASSWORD": ""}
    given = conninfo_to_dict(ENVIRONMENT.owner_database_url or ENVIRONMENT.database_url)
    return {"USER": str(given.get("user", "")), "PASSWORD": str(given.get("password", ""))}


def pytest_unconfigure() -> None:
    CLUSTER.leave()


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """What passes is counted and not drawn: of 30 000 dots, only the failures are worth a line."""
    if report.passed and report.when == "call":
        return "passed", "", ""
    return None


class Undefined(str):
    """A variable that a template names and nobody gave is an error, as in any other code."""

    __slots__ = ()

    def __new__(cls) -> "Undefined":
        return super().__new__(cls, "%s")

    def __mod__(self, missing: object) -> str:
        raise AssertionError(f"the template asks for {missing!r}, which it was not given")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, django_db_blocker
) -> None:
    """The server starts when the first test asks for the database, and not before."""
    if not ENVIRONMENT.database_url:
        CLUSTER.enter()
    with django_db_blocker.unblock(), within(settings.COMMITTEES[0]):
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = migrated_database(ENVIRONMENT.home)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The owner made the tables; from here on everything is tried as the application."""
    with django_db_blocker.unblock():
        become(APPLICATION)
    yield
    with django_db_blocker.unblock():
        become(OWNER)


@pytest.fixture(scope="session", autouse=True)
def a_committee() -> Iterator[None]:
    """Every test works for one committee, unless it says otherwise."""
    with within(settings.COMMITTEES[0]):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Nobody is held for what another test asked too often, nor shown what it had put in cache."""
    cache.clear()


@pytest.fixture(autouse=True)
def private_files(tmp_path, settings, standing_files) -> None:
    """A folder of its own for each test, which begins with what stands in its file."""
    copytree(standing_files, tmp_path, dirs_exist_ok=True)
    settings.STORAGES = stored_in(tmp_path)


@pytest.fixture
def client_of() -> Callable[[Actor], Client]:
    """A browser, in the hands of this actor, who has shown a second factor."""

    def client(actor: Actor) -> Client:
        browser = Client()
        if actor.person_id is not None:
            browser.force_login(_person(actor.person_id))
            session = browser.session
            second_factor_shown(session, actor.person_id)
            session.save()
        elif actor.visitor_key:
            session = browser.session
            session[VISITOR_KEY] = actor.visitor_key
            session.save()
            browser.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return browser

    return client


def _person(person_id: int) -> object:
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - the apps are not ready above

    return get_user_model().objects.get(pk=person_id)
