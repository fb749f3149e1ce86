"""Real clusters, started and stopped; nothing is left running."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp

import psycopg
import pytest

from perenne.kit.postgres import Cluster, NoPostgres

pytestmark = pytest.mark.slow

ROOT = os.geteuid() == 0
NOBODY = 65534
QUICK = ("fsync=off",)
PROGRAMS = ["", *map(str, sorted(Path("/usr/lib/postgresql").glob("1[5-9]/bin")))]


@contextmanager
def cluster_in(home, **how):
    """Two can be made in the same home: two processes would behave as they do."""
    cluster = Cluster(home, settings=QUICK, **how)
    try:
        yield cluster
    finally:
        cluster.leave()


def postmaster(cluster):
    """The process that PostgreSQL itself says it is."""
    return int((cluster.folder / "postmaster.pid").read_text().splitlines()[0])


def runs(pid):
    with suppress(OSError):
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state != "Z"
    return False


@pytest.mark.parametrize("programs", PROGRAMS, ids=lambda path: path or "found")
def test_it_is_created_used_and_stopped(tmp_path, programs):
    with cluster_in(tmp_path / "home", chosen_programs=programs) as cluster:
        assert cluster.enter() is True
        with psycopg.connect(cluster.url_of(cluster.owner)) as server:
            told = server.execute("SHOW server_encoding").fetchone()
            address = server.execute("SHOW listen_addresses").fetchone()
        assert (told, address) == (("UTF8",), ("",))
        pid = postmaster(cluster)
        assert runs(pid)
        assert cluster.leave() is True
        assert not cluster.answers()
        assert not runs(pid)


def test_what_was_written_is_there_the_next_time(tmp_path):
    with cluster_in(tmp_path) as cluster:
        cluster.enter()
        with psycopg.connect(cluster.url_of(cluster.owner)) as server:
            server.execute("CREATE TABLE kept AS SELECT 12 AS hours")
        cluster.leave()
        assert cluster.enter() is True
        with psycopg.connect(cluster.url_of(cluster.owner)) as server:
            assert server.execute("SELECT hours FROM kept").fetchone() == (12,)


def test_the_application_has_a_role_that_may_make_nothing(tmp_path):
    with cluster_in(tmp_path) as cluster:
        cluster.enter()
        with psycopg.connect(cluster.url_of(cluster.application)) as server:
            rights = server.execute(
                "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles "
                "WHERE rolname = current_user"
            ).fetchone()
            assert rights == (False, False, False, False)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                server.execute("CREATE TABLE mine (id int)")


def test_the_last_one_out_stops_it_and_no_one_else(tmp_path):
    with cluster_in(tmp_path) as one, cluster_in(tmp_path) as other:
        assert one.enter() is True
        assert other.enter() is False
        assert one.leave() is False
        assert other.answers()
        assert other.leave() is True
        assert not other.answers()


def test_leaving_twice_or_without_entering_does_nothing(tmp_path):
    with cluster_in(tmp_path) as one, cluster_in(tmp_path) as stranger:
        one.enter()
        assert stranger.leave() is False
        assert one.answers()
        assert one.leave() is True
        assert one.leave() is False


def test_a_server_killed_without_warning_is_started_again(tmp_path):
    """Its process may stay a zombie, which pg_ctl takes for a living server."""
    with cluster_in(tmp_path) as one, cluster_in(tmp_path) as other:
        one.enter()
        with psycopg.connect(one.url_of(one.owner)) as server:
            server.execute("CREATE TABLE kept AS SELECT 12 AS hours")
        os.kill(postmaster(one), signal.SIGKILL)
        assert other.enter() is True
        with psycopg.connect(other.url_of(other.owner)) as server:
            assert server.execute("SELECT hours FROM kept").fetchone() == (12,)


def test_a_creation_that_was_cut_short_is_begun_again(tmp_path):
    with cluster_in(tmp_path) as cluster:
        half = cluster.folder / "base"
        half.mkdir(parents=True)
        assert cluster.enter() is True
        assert cluster.answers()


@pytest.mark.parametrize(
    "name", ["with a space", "apostrophe d'été", "a" * 120, "a" * 60 + " " + "b" * 60]
)
def test_any_folder_will_do(tmp_path, name):
    with cluster_in(tmp_path / name) as cluster:
        cluster.enter()
        with psycopg.connect(cluster.url_of(cluster.owner)) as server:
            assert server.execute("SELECT 1").fetchone() == (1,)
        assert cluster.socket_folder.stat().st_mode & 0o777 == 0o700
        cluster.leave()
        assert not cluster.socket_folder.exists()


def test_two_long_homes_never_share_a_socket(tmp_path):
    one, other = Cluster(tmp_path / ("a" * 100)), Cluster(tmp_path / ("b" * 100))
    assert one.socket_folder != other.socket_folder
    assert len(str(one.socket_folder)) < 80


@pytest.mark.parametrize("folder", ["/nowhere/bin", "/usr/bin", "a folder that is not there"])
def test_programs_that_are_not_there_are_said_with_the_way_out(tmp_path, folder):
    cluster = Cluster(tmp_path, chosen_programs=folder)
    with pytest.raises(NoPostgres) as sentence:
        cluster.enter()
    assert cluster.leave() is False
    assert folder in str(sentence.value)
    assert {"PG_BIN", "DATABASE_URL"} <= set(str(sentence.value).replace(",", "").split())


def test_the_variables_of_another_server_do_not_lead_it_astray(tmp_path, monkeypatch):
    for name in ("PGHOST", "PGUSER", "PGDATABASE", "PGDATA"):
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("PGPORT", "1")
    with cluster_in(tmp_path) as cluster:
        assert cluster.enter() is True
        with psycopg.connect(cluster.url_of(cluster.owner)) as server:
            assert server.execute("SHOW data_directory").fetchone() == (str(cluster.folder),)


def pythons_of(user):
    """Interpreters that this user may run, and that can speak to PostgreSQL."""
    for python in dict.fromkeys([sys.executable, sys._base_executable, "/usr/bin/python3"]):
        with suppress(OSError, subprocess.SubprocessError):
            as_user(user, python, "import perenne.kit.postgres")
            yield python


def as_user(user, python, words, *arguments):
    path = os.pathsep.join(entry for entry in sys.path if Path(entry).is_dir())
    return subprocess.run(
        [python, "-c", words, *map(str, arguments)],
        env={"PYTHONPATH": path, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        **({"user": user, "group": user, "extra_groups": []} if ROOT else {}),
    ).stdout


ORDINARY = NOBODY if ROOT else os.geteuid()
ONCE_AROUND = """
import sys; from pathlib import Path
import psycopg
from perenne.kit.postgres import Cluster
cluster = Cluster(Path(sys.argv[1]), settings=("fsync=off",))
print(cluster.enter(), cluster.programs.before)
print(psycopg.connect(cluster.url_of(cluster.owner)).execute("SELECT current_user").fetchone())
print(cluster.leave(), cluster.answers())
"""


@pytest.mark.parametrize("python", list(pythons_of(ORDINARY))[:1])
def test_an_ordinary_user_needs_nothing_more(python):
    home = Path(mkdtemp(dir=gettempdir()))
    try:
        os.chown(home, ORDINARY, -1)
        told = as_user(ORDINARY, python, ONCE_AROUND, home / "home")
    finally:
        rmtree(home)
    assert told.splitlines() == ["True ()", "('perenne',)", "True False"]


def test_root_runs_it_in_a_namespace_or_as_nobody(tmp_path):
    with cluster_in(tmp_path) as cluster:
        assert cluster.programs.before[:1] in ([("unshare",), ("setpriv",)] if ROOT else [()])


@pytest.mark.parametrize("variable", ["postgresql://someone@elsewhere:5433/theirs?sslmode=require"])
def test_a_server_that_is_given_is_used_and_ours_is_never_created(tmp_path, variable):
    words = (
        "from perenne.config.settings import DATABASES as d; d = d['default'];"
        "print(d['HOST'], d['PORT'], d['USER'], d['NAME'], d['OPTIONS']['sslmode'])"
    )
    told = subprocess.run(
        [sys.executable, "-c", words],
        env={**os.environ, "DATABASE_URL": variable, "PERENNE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["elsewhere", "5433", "someone", "theirs", "require"]
    assert not (tmp_path / "database").exists()
