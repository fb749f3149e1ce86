"""The process that opens files can be lost, and can do nothing else."""

import json
import subprocess
import sys
import time

import pytest

from perenne.kit.refusals import Refused
from perenne.kit.sheets import sandbox
from perenne.kit.sheets.workbook import Limits

GOOD = b"Objet;Montant\nVoirie;12\n"


def test_a_small_file_is_read_in_less_than_a_second():
    sandbox.read(GOOD, "a.csv")
    began = time.monotonic()
    sandbox.read(GOOD, "a.csv")
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        ("import os; os.abort()", "n’a pas pu être lu"),
        ("import sys; sys.exit(3)", "n’a pas pu être lu"),
        ("print('pas du JSON')", "n’a pas pu être lu"),
        ("print('[1]')", "n’a pas pu être lu"),
        ("import time; time.sleep(60)", "trop long à lire"),
        ("while True: print('x' * 10_000)", "n’a pas pu être lu"),
    ],
)
def test_whatever_becomes_of_the_child_the_user_gets_a_sentence(monkeypatch, deed, sentence):
    monkeypatch.setattr(sandbox, "OPEN_THE_DOOR", deed)
    monkeypatch.setattr(sandbox, "LIMITS", Limits(wall_seconds=1, answer_bytes=100_000))
    with pytest.raises(Refused, match=sentence):
        sandbox.read(GOOD, "a.csv")


@pytest.mark.parametrize(
    "deed",
    [
        "open(os.__file__).read()",
        "open(os.devnull, 'w')",
        "import _socket; _socket.socket()",
        "bytearray(600_000_000)",
        "import os; os.pipe()",
    ],
)
def test_the_child_can_open_no_file_no_socket_and_little_memory(deed):
    words = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import _socket, os\n"
        "from perenne.kit.sheets.child import confine\n"
        "from perenne.kit.sheets.workbook import LIMITS\n"
        "confine(LIMITS)\n"
        "try:\n"
        f"    {deed}\n"
        "    print('done')\n"
        "except (OSError, MemoryError) as no:\n"
        "    print(type(no).__name__)\n"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", words, str(sandbox.SOURCES)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() in ("OSError", "MemoryError")


def test_the_child_imports_neither_the_framework_nor_the_writer():
    words = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import perenne.kit.sheets.child, json\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", words, str(sandbox.SOURCES)],
        capture_output=True,
        check=True,
    )
    assert not {"django", "xlsxwriter", "stdnum", "lxml"} & set(json.loads(told.stdout))


def test_without_the_limits_of_unix_files_are_still_read():
    words = "import sys; sys.modules['resource'] = None;" + sandbox.OPEN_THE_DOOR
    told = subprocess.run(
        [sys.executable, "-I", "-c", words, str(sandbox.SOURCES)],
        input=GOOD,
        capture_output=True,
        check=True,
    )
    assert json.loads(told.stdout)["kind"] == "csv"
