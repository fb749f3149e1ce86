"""What only the buyer knows of a contract, asked in the words of the official schema."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.forms import BoundField

from perenne.kit.decp.schema import CHOICES, TITLES
from perenne.values import Share
from perenne.web.design.forms import Form, Look, PercentField

LISTS = {
    "techniques": "technique",
    "modalitesExecution": "modaliteExecution",
    "typesPrix": "typePrix",
    "considerationsSociales": "considerationSociale",
    "considerationsEnvironnementales": "considerationEnvironnementale",
}
ONE_OF = ("nature", "procedure", "ccag", "formePrix")
TRUTHS = ("marcheInnovant", "attributionAvance", "sousTraitanceDeclaree")
YES_NO = (("", "Je ne sais pas encore"), ("oui", "Oui"), ("non", "Non"))
OTHER_TITLES = {"typesPrix": "Types de prix", "techniques": "Techniques d’achat"}
SAID = {"True": "oui", "False": "non"}
UNKNOWN = ("", "Je ne sais pas encore")
PLACE = ("placeCode", "placeKind")
PLACES = (
    "Code commune", "Code postal", "Code arrondissement", "Code canton", "Code département",
    "Code région", "Code pays",
)  # fmt: skip


def typographic(text: str) -> str:
    return text.replace("'", "’")


def titled(name: str) -> str:
    """As the schema calls it, but where it says nothing to a reader."""
    title = typographic(OTHER_TITLES.get(name) or TITLES[name])
    return title[0].upper() + title[1:]


def chosen(name: str) -> forms.Field:
    choices = [UNKNOWN, *((value, typographic(value)) for value in CHOICES[name])]
    return forms.ChoiceField(label=titled(name), choices=choices, required=False)


def several(name: str) -> forms.Field:
    return forms.MultipleChoiceField(
        label=titled(name),
        choices=[(value, typographic(value)) for value in CHOICES[name]],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def told(name: str) -> forms.Field:
    return forms.ChoiceField(label=titled(name), choices=YES_NO, required=False)


class ComplementForm(Form):
    """Every field may wait; `answers` gives what was said, in the shape of the format."""

    looks = {"offresRecues": Look(width="figure"), "codeCPV": Look(width="short")}

    def __init__(self, *args: Any, with_social: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_social:
            del self.fields["considerationsSociales"]

    def shares(self, missing: Collection[str]) -> tuple[list[BoundField], list[BoundField]]:
        """What is missing, asked first; what is answered already."""
        wanted = {*missing, *(PLACE if "lieuExecution" in missing else ())}
        first = [self[name] for name in self.fields if name in wanted]
        return first, [self[name] for name in self.fields if name not in wanted]

    def answers(self) -> dict[str, Any]:
        """Field of the format → value, None where nothing is said yet."""
        said = self.cleaned_data
        found: dict[str, Any] = {name: said[name] or None for name in (*ONE_OF, "codeCPV")}
        found |= {
            name: {inner: said[name]} if said[name] else None
            for name, inner in LISTS.items()
            if name in said
        }
        found |= {name: {"oui": True, "non": False}.get(said[name]) for name in TRUTHS}
        found["offresRecues"] = said["offresRecues"]
        share = said["tauxAvance"]
        found["tauxAvance"] = share.basis_points / 10_000 if share is not None else None
        code = said["placeCode"].strip()
        found["lieuExecution"] = {"code": code, "typeCode": said["placeKind"]} if code else None
        return found


ComplementForm.base_fields = {
    **{name: chosen(name) for name in ONE_OF},
    **{name: several(name) for name in LISTS},
    **{name: told(name) for name in TRUTHS},
    "codeCPV": forms.CharField(
        label=titled("codeCPV"), max_length=10, required=False, help_text="8 chiffres."
    ),
    "placeCode": forms.CharField(
        label="Lieu d’exécution : code",
        max_length=20,
        required=False,
        help_text="Par exemple 77284 pour la commune de Meaux.",
    ),
    "placeKind": forms.ChoiceField(
        label="Lieu d’exécution : type de code",
        choices=[(value, value) for value in PLACES],
        required=False,
    ),
    "offresRecues": forms.IntegerField(
        label=titled("offresRecues"),
        min_value=1,
        max_value=10_000,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    ),
    "tauxAvance": PercentField(label=titled("tauxAvance"), required=False),
}
"""Named as in the format, and asked in its words."""


def as_kept(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the form shows of a contract as it would be published."""
    place = data.get("lieuExecution", {})
    shown = {name: data.get(name, "") for name in (*ONE_OF, "codeCPV", "offresRecues")}
    shown |= {name: data.get(name, {}).get(inner, []) for name, inner in LISTS.items()}
    shown |= {name: SAID.get(str(data.get(name)), "") for name in TRUTHS}
    share = data.get("tauxAvance")
    shown["tauxAvance"] = None if share is None else Share(round(share * 10_000))
    shown["placeCode"], shown["placeKind"] = place.get("code", ""), place.get("typeCode", PLACES[0])
    return shown
