"""What no browser of good will would send: no crash, nothing lost, every word in French."""

import os
import random
import re
from itertools import islice
from urllib.parse import quote

import pytest
from django.urls import reverse

from perenne.web.tests.browser import plain, summary_of, tree_of
from perenne.web.tests.hostile import HOSTILE, LONE_SURROGATE
from perenne.web.tools.answers import AddressForm
from perenne.web.tools.calibrate.form import CalibrationForm
from perenne.web.tools.clause.form import ClauseForm
from perenne.web.tools.clauses.form import SearchForm
from perenne.web.tools.devices import DEVICES
from perenne.web.tools.share.form import EXAMPLE, IN_ADDRESS
from perenne.web.tools.simulate.form import SimulationForm

pytestmark = pytest.mark.django_db
NUMBER = int(os.environ.get("SUBMISSIONS", "60"))
"""Of each form; `./run prove forms` sends two hundred."""
FRENCH = re.compile(
    r"^(Écrivez|Indiquez|Choisissez|Retirez|Raccourcissez|Vous répartissez|Le marché finit|"
    r"Pour un|Cochez|Remplissez|Corrigez) .*\.$"
)
BASES = {
    "calibrate": {"montant": "1000000"},
    "simulate": {"heures": "833"},
    "share": dict(EXAMPLE),
    "clauses": {},
    "clause": {},
}


def names_of(form: type[AddressForm]) -> list[str]:
    return [form.in_address.get(name, name) for name in form.base_fields]


FORMS = {
    "calibrate": (reverse, names_of(CalibrationForm)),
    "simulate": (reverse, names_of(SimulationForm)),
    "share": (reverse, list(IN_ADDRESS.values())),
    "clauses": (reverse, names_of(SearchForm)),
    "clause": (reverse, names_of(ClauseForm)),
}


def query(typed):
    """Already encoded values are left as they are: no text of Python holds a lone surrogate."""
    return "&".join(
        f"{name}={value if value == LONE_SURROGATE else quote(value, safe='')}"
        for name, value in typed
    )


def submissions(form):
    """Each hostile value in a field at random (in three of them when many are sent), then all
    fields at once, doubled and in brackets.
    """
    names, chance = FORMS[form][1], random.Random(form)
    base = BASES[form]
    for value in HOSTILE:
        for name in chance.sample(names, min(NUMBER // len(HOSTILE), len(names))):
            yield [(name, value)], [*(base | {name: value}).items()]
    while True:
        short = [value for value in HOSTILE if len(value) < 1_000]
        typed = [(name, chance.choice(short)) for name in names]
        yield (
            typed,
            chance.choice(
                [
                    typed,
                    [*base.items(), *typed],
                    [(f"{n}[]", v) for n, v in typed] + [*base.items()],
                ]
            ),
        )


def addresses(form):
    if form == "clause":
        return [reverse("tools:clause", args=[device.slug]) for device in DEVICES]
    return [reverse(f"tools:{form}")]


@pytest.mark.parametrize("form", FORMS)
def test_hundreds_of_malformed_submissions_are_answered_in_french(form, visitor, committee, capsys):
    sent = told = 0
    for number, (typed, whole) in enumerate(islice(submissions(form), NUMBER)):
        urls = addresses(form)
        page = visitor.get(f"{urls[number % len(urls)]}?{query(whole)}")
        assert page.status_code == 200, typed
        sent += 1
        sentences = summary_of(page)
        told += len(sentences)
        assert [one for one in sentences if not FRENCH.match(one)] == []
        kept_and_told(page, dict(whole), sentences)
    with capsys.disabled():
        print(f"\n{form}: {sent} malformed submissions, 0 crash, {told} sentences, all in French")
    assert sent == NUMBER
    assert told >= NUMBER // 2


def kept_and_told(page, typed, sentences):
    """Each sentence of the summary stands by its field, where what was typed is still there."""
    tree = tree_of(page)
    beside = [
        plain(one.text_content()).removeprefix("Erreur : ")
        for one in tree.xpath("//main//form//*[contains(@class, 'field__error')]")
    ]
    wrong = tree.xpath("//main//form//*[@aria-invalid='true'][@name]")
    assert sorted(beside) == sorted(sentences)
    assert len(wrong) == len(sentences)
    for one in tree.xpath("//main//form//input[@name][not(@type='hidden')]"):
        value = typed.get(one.get("name"), "")
        if value and value != LONE_SURROGATE and "\0" not in value:
            assert (one.get("value") or "").split() == value.split(), one.get("name")


@pytest.mark.parametrize("form", FORMS)
def test_hostile_methods_and_bodies_are_no_crash(form, visitor):
    for url in addresses(form):
        for body in (b"", b"\x00\xff", b'{"montant": [1, 2]}', b"montant[]=1&montant[]=2"):
            for kind in ("application/json", "application/x-www-form-urlencoded", "text/plain"):
                assert visitor.post(url, body, content_type=kind).status_code == 200


@pytest.mark.parametrize("name", ["note", "annex_word", "annex_pdf"])
def test_hostile_values_in_the_address_of_a_file_lead_to_the_page(name, visitor):
    answered = {
        visitor.get(
            f"{reverse(f'tools:{name}')}?{query([('montant', v), ('heures', v)])}"
        ).status_code
        for v in HOSTILE
        if len(v) < 1_000
    }
    assert answered <= {200, 302}


def test_a_crowd_of_parameters_that_nobody_asked_for_is_left_aside(visitor):
    crowd = "&".join(f"x{number}=1" for number in range(2_000))
    page = visitor.get(f"{reverse('tools:calibrate')}?{crowd}")
    assert page.status_code == 200
    assert summary_of(page) == []
