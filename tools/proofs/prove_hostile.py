"""Hostile files get a sentence, within 600 MB and 20 s; every address × method × person its due."""

import os
import subprocess
import sys
from collections.abc import Iterator

from bound import bound
from empty_house import empty_house
from memory import Watch
from table import conclude, row
from upload import Answer, send

MOST_MEGABYTES = 600
LONGEST = 20.0  # seconds for one file
BOUND = 1_500  # seconds for the whole proof
BROKEN_SERVER = 500
RECEIVED, SHOWN_AGAIN = 302, 200
WIDTHS = (26, 6, 7, 6, 7, 60)


def main() -> int:
    bound(BOUND)
    with empty_house():
        from perenne.ops.management.commands.demo import collect_statics  # noqa: PLC0415
        from perenne.ops.serving import answers, children, free_port  # noqa: PLC0415

        collect_statics()
        port = free_port(18_100)
        with children(port) as (server, _worker):
            if not answers(port):
                return conclude("The site answers.", ["It does not."])
            watch = Watch(server.pid)
            watch.start()
            try:
                broken = [sentence for sentence in all_sent(port, watch) if sentence]
            finally:
                watch.stop()
    return conclude(
        f"no server error, a sentence for each refusal, {MOST_MEGABYTES} MB and {LONGEST:.0f} s; "
        "every address answers every method of every person as the matrix says.",
        [*broken, *all_asked()],
    )


def all_asked() -> list[str]:
    """Every address by seven methods, of each of the ten people of the matrix."""
    asked = [sys.executable, "-m", "pytest", "tests/house/test_matrix.py", "-q", "-s",
             "-p", "no:randomly"]  # fmt: skip
    os.environ.pop("PERENNE_HOME")  # of the files, which is no more
    os.environ["EVERY_METHOD"] = "1"
    done = subprocess.run(asked, check=False)  # noqa: S603 - our own words
    return ["the matrix is not what pages answer: see above."] if done.returncode else []


def all_sent(port: int, watch: Watch) -> list[str]:
    row(WIDTHS, ("file", "status", "seconds", "server", "sandbox", "sentence"))
    told = []
    for sent_name, content, expected in to_send():
        watch.forget_sandbox()
        answer = send(port, sent_name, content)
        watch.look()
        name = ascii(sent_name)[1:-1][:26]
        row(WIDTHS, (name, answer.status, f"{answer.seconds:.2f} s", watch.server,
                     watch.sandbox, answer.sentence[:60]))  # fmt: skip
        told.append(trouble(name, answer, max(watch.server, watch.sandbox), expected))
    told.append("" if send(port, "fin.csv", b"Objet;Montant\nVoirie;1200000\n").status == RECEIVED
                else "after all this, an honest file is no longer received.")  # fmt: skip
    return told


def to_send() -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes, a part of the sentence that refuses them: tables first, then all other kinds."""
    from perenne.domain.programming.actions.bundling import DOCUMENTS  # noqa: PLC0415 - once Django is ready
    from perenne.kit.files.tests.corpus import corpus  # noqa: PLC0415
    from perenne.kit.files.uses import Use  # noqa: PLC0415
    from perenne.kit.sheets.tests.hostile import hostile_files  # noqa: PLC0415

    for file in hostile_files():
        yield file.name, file.content, file.sentence_contains
    kept = {*Use.PROGRAMME.kinds, *DOCUMENTS}
    for sent in corpus():
        yield sent.name, sent.content, "" if sent.kind in kept else "."


def trouble(name: str, answer: Answer, megabytes: int, expected: str) -> str:
    """What breaks the promise, or nothing."""
    if answer.status >= BROKEN_SERVER:
        return f"{name}: the server answered {answer.status}."
    if answer.status == SHOWN_AGAIN and not answer.sentence:
        return f"{name}: neither received nor told why."
    if answer.status not in {RECEIVED, SHOWN_AGAIN}:
        return f"{name}: the answer was {answer.status}."
    if expected and expected not in answer.sentence:
        return f"{name}: the sentence does not say “{expected}”: {answer.sentence!r}"
    if answer.seconds > LONGEST:
        return f"{name}: {answer.seconds:.0f} s."
    return f"{name}: {megabytes} MB." if megabytes > MOST_MEGABYTES else ""


if __name__ == "__main__":
    sys.exit(main())
