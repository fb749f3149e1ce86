"""The adapter against a real HTTP server: whatever it answers, the form is never stuck."""

import json
import socket
from time import monotonic, sleep

import pytest
from django.core.cache import cache

from perenne.kit.sirene import Said, register
from perenne.kit.sirene.asking import HEAVIEST, MOST_IN_A_SECOND, HttpRegister
from perenne.kit.sirene.port import NothingKnown
from perenne.kit.sirene.tests.server import PLACE, SIRET, UNIT, payload, says, serving
from perenne.values import Siret

HERE = frozenset({"127.0.0.1"})
ASKED = Siret(SIRET)


def looked_up(address, patience=1.0):
    return HttpRegister(address, hosts=HERE, patience=patience).look_up(ASKED)


def test_an_establishment_is_found_by_its_number_as_the_openapi_file_says():
    with serving(says(payload(UNIT))) as server:
        answer = looked_up(server.address)
    assert answer.said is Said.FOUND
    found = answer.establishment
    assert (found.name, found.commune_code, found.legal_nature) == ("BÂTI BRIE", "77284", "5710")
    assert found.address == "12 RUE DES ÉCOLES 77100 MEAUX"
    (path,) = server.paths
    assert path.startswith(f"/search?q={SIRET}&minimal=true&include=siege%2Cmatching_eta")
    assert server.agents == ["Perenne (clauses sociales)"]


def test_a_closed_establishment_is_told_closed():
    closed = PLACE | {"etat_administratif": "F"}
    unit = UNIT | {"siege": closed, "matching_etablissements": [closed]}
    with serving(says(payload(unit))) as server:
        assert looked_up(server.address).said is Said.CLOSED


@pytest.mark.parametrize(
    "units",
    [[], [UNIT | {"siege": PLACE | {"siret": "1"}, "matching_etablissements": []}]],
    ids=["nothing", "another establishment"],
)
def test_a_number_of_which_nothing_is_published_is_unknown(units):
    with serving(says(payload(*units))) as server:
        assert looked_up(server.address).said is Said.UNKNOWN


HOSTILE = {
    "500": says({"erreur": "panne"}, 500),
    "400": says({"erreur": "Requête incorrecte."}, 400),
    "a redirect": says(b"", 302, Location="http://169.254.169.254/latest/meta-data/"),
    "not json": says(b"<html>maintenance</html>"),
    "half a json": says(json.dumps(payload(UNIT)).encode()[:-40]),
    "not utf-8": says(b'{"results": ["\xff\xfe"]}'),
    "another json": says(["results"]),
    "no list": says({"results": {"0": UNIT}}),
    "too deep": says(b"[" * 100_000),
    "a number without end": says(b'{"results": ' + b"9" * 5_000 + b"}"),
    "too heavy": says(b" " * (HEAVIEST + 20_000)),
}


@pytest.mark.parametrize("answer", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_cannot_be_used_is_silence_and_never_an_error(answer):
    with serving(answer) as server:
        assert looked_up(server.address).said is Said.SILENT
        assert len(server.paths) == 1


def test_too_many_requests_are_answered_by_a_pause_as_long_as_it_was_said():
    with serving(says({}, 429, Retry_After="120")) as server:
        assert looked_up(server.address).said is Said.SILENT
        server.answer = says(payload(UNIT))
        assert looked_up(server.address).said is Said.SILENT
        assert len(server.paths) == 1
        cache.clear()
        assert looked_up(server.address).said is Said.FOUND


def test_we_ask_no_more_than_so_many_times_a_second():
    with serving(says(payload(UNIT))) as server:
        for _ in range(3 * MOST_IN_A_SECOND):
            looked_up(server.address)
        assert MOST_IN_A_SECOND <= len(server.paths) <= 2 * MOST_IN_A_SECOND


def test_who_never_answers_is_left_in_time():
    def never(handler):
        handler.server.over.wait(10)

    with serving(never) as server:
        server.answer = lambda _handler: server.over.wait(10)
        start = monotonic()
        assert looked_up(server.address, patience=0.3).said is Said.SILENT
        assert monotonic() - start < 3


def test_who_answers_drop_by_drop_is_left_in_time():
    def drop_by_drop(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            sleep(0.05)

    with serving(drop_by_drop) as server:
        start = monotonic()
        assert looked_up(server.address, patience=0.4).said is Said.SILENT
        assert monotonic() - start < 3


def test_a_network_that_is_down_is_silence():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound, and nobody listens
        assert looked_up(f"http://127.0.0.1:{held.getsockname()[1]}").said is Said.SILENT


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example",
        "http://recherche-entreprises.api.gouv.fr",
        "file:///etc/passwd",
        "https://recherche-entreprises.api.gouv.fr@evil.example",
        "https://someone:secret@recherche-entreprises.api.gouv.fr",
        "ftp://recherche-entreprises.api.gouv.fr",
    ],
)
def test_an_address_that_was_not_allowed_is_refused_at_once(address):
    with pytest.raises(ValueError, match=r"PERENNE_SIRENE_HOSTS|http"):
        HttpRegister(address, hosts=frozenset({"recherche-entreprises.api.gouv.fr"}))


def test_without_an_address_nothing_is_known(settings):
    settings.SIRENE_ADDRESS = ""
    assert isinstance(register(), NothingKnown)
    assert register().look_up(ASKED).said is Said.ABSENT


def test_the_settings_say_where_the_register_is(settings):
    with serving(says(payload(UNIT))) as server:
        settings.SIRENE_ADDRESS, settings.SIRENE_HOSTS = server.address, ("127.0.0.1",)
        assert register().look_up(ASKED).said is Said.FOUND
