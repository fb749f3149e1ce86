"""The fields of a text, the same whether it is new or known."""

from django import forms

from perenne.domain.library.queries import Block, Said, Word
from perenne.web.design.forms import Form, FrenchDateField

BLOCKS = ", ".join(f"[[{block.value}]]" for block in Block)
WORDS = ", ".join(f"[[{word.value}]]" for word in Word)


class TextForm(Form):
    title = forms.CharField(label="Titre", max_length=200)
    summary = forms.CharField(
        label="Résumé",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Une phrase : elle figure sous le titre et dans les listes.",
    )
    body = forms.CharField(
        label="Texte",
        max_length=60_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true"}),
        help_text="Une ligne vide sépare les paragraphes ; ## pour un titre, - pour une liste, "
        "**gras**, [lien](/adresse/), ![description](/image.png). Ce que le site tient à jour "
        f"lui-même, seul sur sa ligne : {BLOCKS}. Dans une phrase : {WORDS}.",
    )
    valid_since = FrenchDateField(label="Valable depuis le")
    checked_on = FrenchDateField(label="Vérifié le")
    responsible = forms.CharField(
        label="Qui en répond", max_length=200, help_text="Une fonction ou un service."
    )
    keywords = forms.CharField(
        label="Mots que les gens emploient",
        max_length=500,
        required=False,
        help_text="Pour la recherche seulement : séparez-les par des virgules.",
    )
    missing = {
        "title": "Indiquez le titre.",
        "body": "Écrivez le texte.",
        "valid_since": "Indiquez depuis quand ce texte vaut.",
        "checked_on": "Indiquez quand il a été vérifié.",
        "responsible": "Indiquez qui répond de ce texte.",
    }

    def said(self) -> Said:
        kept = self.cleaned_data
        return Said(
            title=kept["title"],
            summary=kept["summary"],
            body=kept["body"].replace("\r\n", "\n"),
            valid_since=kept["valid_since"],
            checked_on=kept["checked_on"],
            responsible=kept["responsible"],
            keywords=kept["keywords"],
        )

    def clean_body(self) -> str:
        body = str(self.cleaned_data["body"])
        if not body.strip():
            raise forms.ValidationError(self.missing["body"])
        return body


def as_kept(said: Said) -> dict[str, object]:
    """What the fields hold at first."""
    return {
        "title": said.title,
        "summary": said.summary,
        "body": said.body,
        "valid_since": said.valid_since,
        "checked_on": said.checked_on,
        "responsible": said.responsible,
        "keywords": said.keywords,
    }
