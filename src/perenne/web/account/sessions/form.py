"""Which session to close; none said: all the others."""

from django import forms

from perenne.web.design.forms import Form


class CloseForm(Form):
    one = forms.IntegerField(label="Session", required=False, min_value=1, max_value=2**31 - 1)
