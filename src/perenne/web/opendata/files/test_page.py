"""What the files tell, and what none of them ever tells."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from perenne.web.opendata.conftest import closing, third_quarter

pytestmark = pytest.mark.django_db


def test_files_tell_the_same_and_nothing_of_who_stands_behind(browser):
    closing()
    third_quarter()
    lines = browser.get(reverse("opendata:csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(lines), delimiter=";"))
    told = json.loads(browser.get(reverse("opendata:json")).content)
    assert len(rows) == len(told["chiffres"]) == 8
    assert [(it["minutes"], it["secret"]) for it in rows if it["code_1"] == "works"] == [
        ("", "1"), ("60000", "0"),
    ]  # fmt: skip
    assert {it["minutes"] for it in told["chiffres"] if it["secret"]} == {None}
    assert told["licence"]["nom"].startswith("Licence Ouverte")
    assert "4242" not in lines + json.dumps(told)
    words = browser.get(reverse("opendata:dictionary")).content.decode("utf-8-sig")
    assert [line.partition(";")[0] for line in words.splitlines()[1:]] == list(rows[0])
    channel = ElementTree.fromstring(browser.get(reverse("opendata:feed")).content).find("channel")
    assert len(channel.findall("item")) == 2
