"""Which file of structures, of which day, for which départements."""

import re
from datetime import date
from typing import Any

from django import forms

from perenne.domain.directory.actions import Scope
from perenne.kit.files.uses import Use
from perenne.web.design.forms import Form, FrenchDateField, Look


class ImportForm(Form):
    """Words only: what the file holds is looked at by the action."""

    file = forms.FileField(
        label="Fichier de structures",
        help_text=f"{Use.STRUCTURES.accepted} : l’export du Marché de l’inclusion, ou les "
        "structures de data·inclusion.",
        allow_empty_file=True,
    )
    departments = forms.CharField(
        label="Départements à prendre",
        max_length=60,
        help_text="Le vôtre, et ceux d’à côté si leurs structures y travaillent : « 77, 93, 94 ».",
    )
    dated_on = FrenchDateField(
        label="Date du fichier",
        help_text="Le jour où il a été téléchargé. Un fichier plus ancien ne change rien.",
    )
    missing = {
        "file": "Choisissez le fichier de structures.",
        "departments": "Indiquez au moins un département.",
        "dated_on": "Indiquez le jour où le fichier a été téléchargé.",
    }
    looks = {"departments": Look(width="medium"), "dated_on": Look(width="short")}

    def __init__(self, *args: Any, home: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"departments": home, "dated_on": today}, **kwargs)

    def scope(self) -> Scope:
        said: dict[str, Any] = self.cleaned_data
        codes = (code.upper() for code in re.split(r"[\s,;]+", said["departments"]) if code)
        return Scope(tuple(dict.fromkeys(codes)), said["dated_on"])
