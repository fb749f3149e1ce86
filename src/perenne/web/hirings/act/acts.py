"""What one does of a hiring besides confirming it: a table, a page for each line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.hirings import actions
from perenne.web.hirings.act.forms import ActForm, CancelForm, EndForm, RegulariseForm


@dataclass(frozen=True, slots=True)
class HiringAct:
    """`path` in the address; `done` is what is said once it is done; `kind` of its button."""

    act: str
    path: str
    title: str
    lede: str
    form: type[ActForm]
    action: Callable[..., Any]
    done: str
    kind: str = "primary"

    @property
    def name(self) -> str:
        return self.act.partition(".")[2]


def _end(*, on: date, **said: Any) -> None:
    actions.end_hiring(on=on, **said)


def _regularise(*, on: date, **said: Any) -> None:
    actions.regularise_hiring(**said)


def _cancel(*, on: date, **said: Any) -> None:
    actions.cancel_hiring(**said)


ACTS = (
    HiringAct(
        "hiring.regularise",
        "regulariser",
        "Régulariser la vérification",
        "La personne était éligible au premier jour : ses heures compteront depuis l’embauche.",
        RegulariseForm,
        _regularise,
        "C’est régularisé : les heures comptent depuis l’embauche.",
    ),
    HiringAct(
        "hiring.end",
        "terminer",
        "Terminer l’embauche",
        "Aucune heure ne pourra être déclarée après ce jour.",
        EndForm,
        _end,
        "L’embauche est terminée.",
    ),
    HiringAct(
        "hiring.cancel",
        "annuler",
        "Annuler l’embauche",
        "Elle n’a pas eu lieu : rien n’en a été compté.",
        CancelForm,
        _cancel,
        "L’embauche est annulée.",
        kind="warning",
    ),
)
