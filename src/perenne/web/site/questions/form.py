"""What one types to find an answer."""

from django import forms

from perenne.web.design.forms import Form


class SearchForm(Form):
    q = forms.CharField(
        label="Votre question, ou quelques mots",
        help_text="Les accents et les fautes de frappe ne gênent pas.",
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    missing = {"q": "Écrivez quelques mots de votre question."}
