"""Two hundred files made to harm: each is read or refused in French, none is lost, none is slow."""

import json
import random
import time

import pytest

from perenne.kit.decp import read, record_of
from perenne.kit.decp.child import lines_of
from perenne.kit.decp.items import LIMITS, Item
from perenne.kit.decp.tests.makers import contract, file_of, in_pieces
from perenne.kit.refusals import Refused

MANY = 200
WHOLE = json.dumps(contract())
OPEN = '{"marches":{"marche":['
TRAPS = (
    "[" * 100_000,
    '{"marches":' * 5_000,
    OPEN + "[" * 50_000,
    OPEN + '{"id":' * 30_000,
    OPEN + '"' + "\\" * 99_999,
    OPEN + "1" * 9_000 + "]}}",
    OPEN + "1e999,-1e999,NaN,Infinity,-0.0]}}",
    OPEN + '{"id":"' + "x" * 2_000_000 + '"},' + WHOLE + "]}}",
    OPEN + '{"objet":"\\u0000\\ud800\\udfff"}]}}',
    OPEN + "{" + ",".join(f'"k{n}":{n}' for n in range(20_000)) + "}]}}",
    OPEN + ",".join(["{}"] * 3_000) + "]}}",
    OPEN + '{"acheteur":{"id":["21770284400010"]},"id":{"a":1}}]}}',
    OPEN + '{"modifications":[{"modification":{"id":1e400}}],"titulaires":{"titulaire":7}}]}}',
    OPEN + '{"dateNotification":"9999-99-99","dureeMois":99999999999999999999}]}}',
    "]" * 50_000,
    "}{" * 20_000,
    '{"marches":{"marche":{"id":"1"},"marche":[],"contrat-concession":"x"}}',
    '{"marche":[{}],"marches":[{}]}',
    "\ufeff" + OPEN + WHOLE + "]}}",
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><marches>&c;</marches>',
    '<!DOCTYPE m SYSTEM "file:///etc/passwd"><marches><marche><id>1</id></marche></marches>',
    "<marches>" + "<marche>" * 5_000,
    "<marches><marche><id>" + "x" * 1_500_000 + "</id></marche></marches>",
    "<marches><marche " + " ".join(f'a{n}="b"' for n in range(5_000)) + "/></marches>",
    "<marches xmlns:x='y'><x:marche><x:id>1</x:id></x:marche></marches>",
    "<marches><marche><id>1</id></marche></oups>",
)  # fmt: skip


def harmed(seed):
    """A valid file of three contracts, of which some bytes were changed, cut or repeated."""
    chance = random.Random(seed)
    content = bytearray(file_of(*(contract(id=str(n)) for n in range(3))))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randint(1, 40)]
            case 2:
                content[at:at] = content[at : at + 200] * 3
            case _:
                content[at:at] = chance.choice([b'"', b"{", b"]", b"\\", b"\xff", b"\x00"])
    return bytes(content)


def test_two_hundred_hostile_files():
    files = [trap.encode("utf-8", "surrogatepass") for trap in TRAPS]
    files += [harmed(seed) for seed in range(MANY - len(files))]
    refused = told = 0
    slowest = 0.0
    for content in files:
        began = time.process_time()
        *lines, last = list(lines_of(in_pieces(content, 65_536)))
        for line in lines[1:]:
            record = record_of(Item(line["n"], line["kind"], line["raw"], line["trouble"]))
            told += len(record.anomalies)
            json.dumps(line, allow_nan=False).encode()
        slowest = max(slowest, time.process_time() - began)
        if "refused" in last:
            refused += 1
            assert last["refused"].endswith(".")
        else:
            assert last["over"] == len(lines) - 1
    print(
        f"{len(files)} hostile files: {refused} refused, {len(files) - refused} read, "
        f"{told} anomalies told, slowest {slowest:.2f} s"
    )
    assert len(files) == MANY
    assert slowest < 20


@pytest.mark.parametrize("trap", [TRAPS[0], TRAPS[7], TRAPS[19], TRAPS[22]])
def test_the_process_that_reads_them_is_lost_without_harm(trap):
    """By the real door."""
    try:
        records = list(read(in_pieces(trap.encode())).records)
    except Refused:
        records = []
    assert all(record.anomalies for record in records if not record.raw)


def test_a_file_larger_than_the_limit_is_refused_without_being_held():
    def pieces():
        yield b'{"marches":{"marche":['
        for _ in range(LIMITS.file_bytes // 1_000_000 + 2):
            yield b" " * 1_000_000

    with pytest.raises(Refused, match="dépasse 200 Mo"):
        list(read(pieces()).records)
