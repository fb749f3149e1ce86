"""The process that looks inside can be lost, and can do nothing else."""

import json
import subprocess
import sys

import pytest

from perenne.kit.files.inspecting import asking
from perenne.kit.files.inspecting.findings import Stranger
from perenne.kit.files.tests.makers import pdf
from perenne.kit.files.uses import Kind, Use
from perenne.kit.refusals import Refused
from perenne.kit.sheets import sandbox
from perenne.kit.sheets.workbook import Limits

OPEN = "import sys; sys.path.insert(0, sys.argv[1])\n"


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        ("import os; os.abort()", "abîmé"),
        ("print('pas du JSON')", "abîmé"),
        ("print('[1]')", "abîmé"),
        ("import time; time.sleep(60)", "trop long à vérifier"),
        ("while True: print('x' * 10_000)", "abîmé"),
    ],
)
def test_whatever_becomes_of_the_child_there_is_a_sentence(monkeypatch, deed, sentence):
    monkeypatch.setattr(asking, "OPEN_THE_DOOR", deed)
    monkeypatch.setattr(sandbox, "LIMITS", Limits(wall_seconds=1, answer_bytes=100_000))
    with pytest.raises(Refused, match=sentence):
        asking.finding_on(pdf(), Use.PROOF)


def test_a_text_and_a_stranger_are_told_without_any_child(monkeypatch):
    monkeypatch.setattr(asking, "OPEN_THE_DOOR", "import os; os.abort()")
    assert asking.finding_on(b"a;b\n1;2\n", Use.PROGRAMME).kind is Kind.CSV
    with pytest.raises(Stranger, match="un programme"):
        asking.finding_on(b"MZ" + bytes(100), Use.PROGRAMME)


def told_by(words):
    return subprocess.run(
        [sys.executable, "-I", "-c", OPEN + words, str(sandbox.SOURCES), "document"],
        input=pdf(), capture_output=True, check=True,
    ).stdout  # fmt: skip


@pytest.mark.parametrize(
    "deed",
    ["open(os.__file__).read()", "_socket.socket()", "bytearray(600_000_000)", "os.pipe()"],
)
def test_once_it_has_given_up_it_opens_no_file_no_socket_and_little_memory(deed):
    told = told_by(
        "import _socket, os\n"
        "from perenne.kit.files.inspecting.child import rehearse, renounce\n"
        "from perenne.kit.files.uses import Use\n"
        "from perenne.kit.sheets.workbook import LIMITS\n"
        "rehearse(Use.DOCUMENT); renounce(LIMITS)\n"
        "try:\n"
        f"    {deed}\n"
        "    print('done')\n"
        "except (OSError, MemoryError) as no:\n"
        "    print(type(no).__name__)\n"
    )
    assert told.strip() in {b"OSError", b"MemoryError"}


def test_it_imports_neither_the_framework_nor_anything_that_talks_to_a_server():
    told = told_by(
        "import perenne.kit.files.inspecting.child, json\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    assert not {"django", "boto3", "botocore", "lxml", "PIL", "pikepdf"} & set(json.loads(told))


def test_its_answer_is_a_kind_and_what_to_keep():
    words = "from perenne.kit.files.inspecting.child import main; main()"
    assert json.loads(told_by(words)) == {"kind": "pdf", "pieces": []}
