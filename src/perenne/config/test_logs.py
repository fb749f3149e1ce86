"""The log never holds the address of a page that a link opens, in words or in JSON."""

import json
import logging
import sys

import pytest

from perenne.config.logs import NOWHERE, AsJson, without_addresses
from perenne.kit.actors import VISITOR
from perenne.kit.journal.correlation import correlated

SECRET = "un-secret-de-lien"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "page"),
    [
        (f"/attestation/{SECRET}/", "/attestation/<str:token>/"),
        (f"/{SECRET}/nulle/part/", NOWHERE),
    ],
)
def test_an_answer_that_is_logged_hides_its_address(client_of, caplog, path, page):
    with caplog.at_level(logging.WARNING, logger="django.request"):
        assert client_of(VISITOR).get(path).status_code == 404
    record = next(one for one in caplog.records if one.name == "django.request")
    assert without_addresses()(record)
    with correlated("request 12"):
        told = json.loads(AsJson().format(record))
    print(told["message"])
    assert SECRET not in json.dumps(told)
    assert told["message"].endswith(page)
    assert (told["level"], told["correlation"]) == ("WARNING", "request 12")


def test_a_fault_is_told_with_its_traceback():
    try:
        raise ValueError("trop tard")
    except ValueError:
        record = logging.LogRecord(
            "perenne", logging.ERROR, __file__, 1, "%s heures", (35,), sys.exc_info()
        )
    told = json.loads(AsJson().format(record))
    assert told["message"] == "35 heures"
    assert "ValueError: trop tard" in told["fault"]
