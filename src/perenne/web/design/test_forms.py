"""Forms that speak French, keep what was typed, and give the values of the house."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from perenne.values import Euros, Hours, Share
from perenne.web.design.forms import (
    RENDERER,
    EurosField,
    Form,
    FrenchDateField,
    FrenchDecimalField,
    HoursField,
    PercentField,
)


class Everything(Form):
    subject = forms.CharField(label="Objet", max_length=5)
    email = forms.EmailField(label="Adresse")
    site = forms.URLField(label="Site", assume_scheme="https")
    amount = EurosField(label="Montant", min_value=1, max_value=1000)
    rate = PercentField(label="Taux")
    hours = HoursField(label="Heures", max_value=2000)
    coefficient = FrenchDecimalField(label="Coefficient", decimals=1)
    months = forms.IntegerField(label="Durée", min_value=1, max_value=120)
    launched_on = FrenchDateField(label="Lancement")
    segment = forms.ChoiceField(label="Segment", choices=[("a", "A")])
    pieces = forms.MultipleChoiceField(label="Pièces", choices=[("a", "A")])
    programme = forms.FileField(label="Programme")
    consent = forms.BooleanField(label="J’accepte à 100 %")

    missing = {"subject": "Indiquez l’objet du marché."}


class Choices(forms.Form):
    one = forms.ChoiceField(
        choices=[
            ("", "Aucun"), ("a", "<A> & « B »"), ("g", [("b", "B"), ("c\"d", "C'D")]), (3, "Trois"),
        ]
    )  # fmt: skip


@pytest.mark.parametrize("chosen", [None, "", "a", "b", 'c"d', "3", "<script>"])
def test_a_list_says_what_django_would_have_said(chosen):
    attributes = {"aria-describedby": "x", "disabled": True, "hidden": False, "class": "a&b"}
    said = {"one": chosen}
    written = [
        html.fromstring(str(form["one"].as_widget(attrs=attributes)))
        for form in (Choices(initial=said), Choices(initial=said, renderer=RENDERER))
    ]
    django, ours = (
        [(one.tag, dict(one.attrib), (one.text or "").strip()) for one in tree.iter()]
        for tree in written
    )
    assert ours == django


RIGHT = {
    "subject": "Ecole",
    "email": "a@b.fr",
    "site": "https://b.fr",
    "amount": "900,50 €",
    "rate": "7,5",
    "hours": "35 h 30",
    "coefficient": "1,5",
    "months": "12",
    "launched_on": "27.03.2027",
    "segment": "a",
    "pieces": ["a"],
    "consent": "on",
}


def errors(name, typed):
    return Everything({**RIGHT, name: typed}).errors.get(name, [])


def test_what_is_typed_becomes_the_values_of_the_house():
    form = Everything(RIGHT, {"programme": SimpleUploadedFile("p.csv", b"x")})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["amount"] == Euros(90050)
    assert form.cleaned_data["rate"] == Share(750)
    assert form.cleaned_data["hours"] == Hours(2130)
    assert form.cleaned_data["coefficient"] == Decimal("1.5")
    assert form.cleaned_data["launched_on"] == date(2027, 3, 27)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("subject", "Indiquez l’objet du marché."),
        ("amount", "Remplissez le champ «\u00a0Montant\u00a0»."),
        ("segment", "Choisissez une réponse pour «\u00a0Segment\u00a0»."),
        ("pieces", "Cochez au moins une réponse pour «\u00a0Pièces\u00a0»."),
        ("programme", "Choisissez un fichier pour «\u00a0Programme\u00a0»."),
        ("consent", "Cochez la case «\u00a0J’accepte à 100 %\u00a0» pour continuer."),
    ],
)
def test_an_empty_answer_says_what_to_do(name, sentence):
    assert Everything({}).errors[name] == [sentence]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("subject", "Écoles", "Raccourcissez ce texte\u00a0: 6 caractères, et 5 au plus."),
        ("subject", "a\x00b", "Retirez les caractères invisibles de ce texte."),
        ("email", "camille@", "Écrivez une adresse électronique complète"),
        ("site", "pas une adresse", "Écrivez l’adresse entière"),
        ("amount", "environ 20", "Écrivez un montant en euros, par exemple 1\u202f200,50."),
        ("amount", "1,234", "Écrivez le montant au centime près"),
        ("amount", "0,5", "Indiquez un montant d’au moins 1\u00a0€."),
        ("amount", "1 000,01", "Indiquez un montant d’au plus 1\u202f000\u00a0€."),
        ("rate", "140", "Indiquez un pourcentage d’au plus 100\u00a0%."),
        ("rate", "-1", "Indiquez un pourcentage d’au moins 0\u00a0%."),
        ("hours", "beaucoup", "Écrivez un nombre d’heures"),
        ("hours", "2 001", "Indiquez au plus 2\u202f000\u00a0h."),
        ("hours", "-1", "Indiquez au moins 0\u00a0h."),
        ("coefficient", "1,25", "Écrivez au plus 1 chiffres après la virgule."),
        ("months", "un an", "Écrivez un nombre entier, en chiffres."),
        ("months", "0", "Indiquez un nombre supérieur ou égal à 1."),
        ("launched_on", "30/02/2027", "Écrivez une date avec le jour, le mois et l’année"),
        ("segment", "b", "Choisissez une réponse de la liste."),
        ("pieces", "a", "Cochez les réponses dans la liste de «\u00a0Pièces\u00a0»."),
    ],
)
def test_a_wrong_answer_says_what_to_do(name, typed, sentence):
    assert [text.startswith(sentence) for text in errors(name, typed)] == [True]


def test_an_empty_file_is_told_from_a_missing_one():
    form = Everything(RIGHT, {"programme": SimpleUploadedFile("p.csv", b"")})

    assert form.errors["programme"] == ["Choisissez un autre fichier\u00a0: celui-ci est vide."]


def test_the_sentences_of_an_author_stay():
    class Own(Form):
        age = forms.IntegerField(error_messages={"invalid": "En chiffres, merci."})

    assert Own({"age": "x"}).errors["age"] == ["En chiffres, merci."]


def test_what_was_typed_is_shown_again_when_it_is_wrong():
    form = Everything({**RIGHT, "amount": "environ 20"})

    assert 'value="environ 20"' in str(form["amount"])


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("amount", Euros(120050), "1\u202f200,50"),
        ("rate", Share(750), "7,5"),
        ("hours", Hours(2130), "35\u00a0h 30"),
        ("hours", Hours(2100), "35"),
        ("coefficient", Decimal("1.5"), "1,5"),
        ("launched_on", date(2027, 3, 27), "27/03/2027"),
    ],
)
def test_a_known_value_is_shown_as_it_would_be_typed(name, value, shown):
    assert f'value="{shown}"' in str(Everything(initial={name: value})[name])


@given(st.integers(0, 10**14))
def test_any_amount_shown_is_read_back_to_the_cent(cents):
    field = EurosField()

    assert field.clean(field.prepare_value(Euros(cents))) == Euros(cents)


@given(st.integers(0, 10**6))
def test_any_duration_shown_is_read_back_to_the_minute(minutes):
    field = HoursField()

    assert field.clean(field.prepare_value(Hours(minutes))) == Hours(minutes)


@pytest.mark.parametrize(("typed", "changed"), [("1 200,50 €", False), ("1200", True), ("x", True)])
def test_a_field_knows_whether_its_answer_changed(typed, changed):
    assert EurosField().has_changed(Euros(120050), typed) is changed


def test_a_sum_beyond_reason_is_refused():
    assert EurosField(required=False).clean("") is None
    with pytest.raises(forms.ValidationError, match="au plus"):
        EurosField().clean("9" * 14)


def test_the_form_as_a_variable_is_drawn_with_our_components():
    drawn = str(Everything({}))

    assert "Il y a 13 problèmes" in drawn
    assert "required=" not in drawn.replace('aria-required="true"', "")
