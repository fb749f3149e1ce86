"""A worker that has stopped is gone, whatever its threads wait for."""

import os
import subprocess
import sys

import pytest

ENDED = """
import sys, threading
import perenne.config.__main__ as door
threading.Thread(target=threading.Event().wait).start()  # as a pool whose database is away
def main():
    print("arrêté")
    {last}
door.main = main
door.end_at_once()
"""


@pytest.mark.parametrize(
    ("last", "status"),
    [("return 0", 0), ("return 130", 130), ("sys.exit(1)", 1), ("sys.exit('cut')", 1)],
)
def test_it_ends_although_a_thread_waits_for_ever(tmp_path, last, status):
    done = subprocess.run(
        [sys.executable, "-c", ENDED.format(last=last)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PERENNE_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (status, "arrêté\n")
