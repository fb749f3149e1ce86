"""No form of the house lets a social security number in."""

import pytest
from django import forms

from perenne.web.design.forms import NO_NIR, Form

NUMBER = "2 55 08 14 168 025 38"


class Letter(Form):
    subject = forms.CharField()
    email = forms.EmailField(required=False)
    body = forms.CharField(widget=forms.Textarea, required=False)
    password = forms.CharField(widget=forms.PasswordInput, required=False)
    pages = forms.IntegerField(required=False)


@pytest.mark.parametrize("field", ["subject", "body"])
def test_it_is_refused_beside_its_field_and_the_rest_is_kept(field):
    form = Letter({"subject": "Bonjour", "pages": "3", field: f"Mon numéro est le {NUMBER}."})
    assert form.errors == {field: [NO_NIR]}
    assert NUMBER in form[field].value()


def test_ordinary_texts_pass_and_a_password_is_not_read():
    form = Letter({"subject": "SIRET 217 702 844 00010", "password": NUMBER.replace(" ", "")})
    assert form.is_valid(), form.errors


def test_one_form_does_not_change_the_next():
    assert len(Letter({}).fields["subject"].validators) == len(
        Letter({}).fields["subject"].validators
    )
