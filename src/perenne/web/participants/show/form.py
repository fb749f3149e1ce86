"""The sheet of the facilitator: the situation, a proof just seen, what goes with the answer."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from django import forms
from django.forms import BoundField

from perenne.domain.participants.actions import NoticeMeans, SeenProof, Typed
from perenne.domain.participants.queries import MEANS, FileCard
from perenne.rules.eligibility import Course, EligibilityCategory, ProofKind
from perenne.web.design.forms import Form, FrenchDateField, Look
from perenne.web.participants.show.words import (
    ALLOWANCES,
    BODIES,
    COURSES,
    DIFFICULTIES,
    GROUNDS,
    KINDS,
    LEVELS,
    SCHEMES,
    SEEKING,
    STAYS,
    STRUCTURES,
    TITLES,
)

GROUPS = (
    ("Recherche d’emploi", ("seeking", "registered_on", "months_worked")),
    ("Études", ("diploma_level", "left_school_on", "idle_since")),
    ("Allocations et handicap", ("allowances", "disability", "disability_until")),
    (
        "Logement, séjour, difficultés",
        ("in_qpv", "qpv_checked_on", "stay", "stay_until", "difficulties"),
    ),
    (
        "Accompagnement, structure",
        (
            "scheme", "scheme_since", "scheme_until", "structure", "structure_since",
            "structure_until", "pass_begins_on",
        ),
    ),
    ("Avis motivé", ("opinion_body", "opinion_author", "opinion_reasons")),
    ("Critères annoncés", ("claimed",)),
)  # fmt: skip
SAID = {True: "yes", False: "no"}
LINES = forms.Textarea(attrs={"rows": 3})
SITUATION = tuple(name for _, names in GROUPS for name in names if name != "claimed")


def day(label: str) -> FrenchDateField:
    return FrenchDateField(label=label, required=False)


def one_of(label: str, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


def several(label: str, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class SheetForm(Form):
    seeking = one_of("Cherche un emploi", SEEKING)
    registered_on = day("Inscription à France Travail le")
    months_worked = forms.IntegerField(
        label="Mois travaillés sur les 12 derniers", min_value=0, max_value=12, required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    diploma_level = forms.TypedChoiceField(
        label="Diplôme le plus élevé", choices=LEVELS, coerce=int, empty_value=None, required=False
    )
    left_school_on = day("A quitté l’école le")
    idle_since = day("Sans emploi ni études depuis le")
    allowances = several("Allocations", ALLOWANCES)
    disability = one_of("Titre de travailleur handicapé", TITLES)
    disability_until = day("Titre valable jusqu’au")
    in_qpv = forms.BooleanField(label="Habite un quartier prioritaire (QPV)", required=False)
    qpv_checked_on = day("Adresse vérifiée sur la carte le")
    stay = one_of("Titre de séjour", STAYS)
    stay_until = day("Séjour valable jusqu’au")
    difficulties = several("Difficultés", DIFFICULTIES)
    scheme = one_of("Accompagnement", SCHEMES)
    scheme_since = day("Début de l’accompagnement")
    scheme_until = day("Fin de l’accompagnement")
    structure = one_of("Structure", STRUCTURES)
    structure_since = day("Entrée dans la structure le")
    structure_until = day("Sortie de la structure le")
    pass_begins_on = day("Début du PASS IAE")
    opinion_body = one_of("Organisme", BODIES)
    opinion_author = forms.CharField(label="Auteur de l’avis", max_length=120, required=False)
    opinion_reasons = forms.CharField(
        label="Motifs de l’avis", max_length=1000, required=False, widget=LINES
    )
    claimed = several("Critères annoncés par la personne ou qui l’accompagne", GROUNDS)
    kind = one_of("Justificatif vu aujourd’hui", KINDS)
    dated_on = day("Daté du")
    valid_until = day("Valable jusqu’au")
    notice = one_of(
        "La personne a reçu l’information sur ses données", (("", "Pas encore"), *MEANS)
    )
    course = one_of("Contrat de travail prévu", COURSES)
    ends_on = day("Fin de ce contrat, si elle est connue")
    reason = forms.CharField(
        label="Si vous refusez, pourquoi", max_length=1000, required=False, widget=LINES,
        help_text="Vous seul le lisez.",
    )  # fmt: skip
    looks = {"months_worked": Look(suffix="mois", width="figure")}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("kind") and not said.get("dated_on") and "dated_on" not in self.errors:
            self.add_error("dated_on", "Indiquez la date écrite sur le justificatif.")
        return said

    @property
    def groups(self) -> list[tuple[str, list[BoundField], bool]]:
        """Each group with its fields, open when something is said in it."""
        return [
            (
                title,
                [self[name] for name in names],
                not number or any(self[name].value() or self[name].errors for name in names),
            )
            for number, (title, names) in enumerate(GROUPS)
        ]

    def typed(self) -> Typed:
        said: Mapping[str, Any] = self.cleaned_data
        proof = None
        if said["kind"]:
            proof = SeenProof(ProofKind(said["kind"]), said["dated_on"], said["valid_until"])
        return Typed(
            situation_in(said),
            tuple(map(EligibilityCategory, said["claimed"])),
            proof,
            NoticeMeans(said["notice"]) if said["notice"] else None,
            Course(said["course"] or Course.FIXED_TERM),
            said["ends_on"],
            said["reason"],
        )


def situation_in(said: Mapping[str, Any]) -> dict[str, Any]:
    """The facts among what was typed, « oui » and « non » as the law reads them."""
    situation = {name: said[name] for name in SITUATION}
    situation["seeking"] = {"yes": True, "no": False}.get(said["seeking"])
    return situation


def held(card: FileCard) -> dict[str, Any]:
    """What the file says now, as the form takes it; what it does not say, as who knows said it."""
    said = {**dict(chain.from_iterable(one.situation.items() for one in card.said))}
    said |= card.situation
    if "seeking" in said:
        said["seeking"] = SAID[bool(said["seeking"])]
    return {**said, "claimed": [one.value for one in card.claimed], "reason": card.reason}
