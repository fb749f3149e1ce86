"""What one does of a shortfall by a form of its own: a table, a page for each line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.compliance import actions
from perenne.rules.penalties import StepCode
from perenne.web.compliance.act.forms import (
    ActForm,
    CloseForm,
    DecideForm,
    SummonForm,
    WithdrawForm,
)


@dataclass(frozen=True, slots=True)
class ShortfallAct:
    """`path` in the address; `done` is what is said once it is done; `kind` of its button.

    `step`: the one whose reasons say why the act is not possible yet.
    """

    act: str
    path: str
    title: str
    lede: str
    button: str
    form: type[ActForm]
    action: Callable[..., Any]
    done: str
    kind: str = "primary"
    step: StepCode | None = None

    @property
    def name(self) -> str:
        return self.act.partition(".")[2]


def _withdraw(*, on: date, **said: Any) -> None:
    actions.withdraw_proposal(**said)


def _close(*, on: date, **said: Any) -> None:
    actions.close_shortfall(**said)


ACTS = (
    ShortfallAct(
        "shortfall.summon",
        "lettre",
        "Écrire à l’entreprise",
        "La mise en demeure lui laisse un délai pour rattraper ; l’invitation, un délai pour "
        "répondre, montant envisagé à l’appui. Rien ne se décide avant la fin des deux.",
        "Envoyer",
        SummonForm,
        actions.summon_by,
        "C’est parti. Notez le jour de la réception dès que vous le connaissez : les délais "
        "courent de ce jour.",
    ),
    ShortfallAct(
        "shortfall.withdraw",
        "retirer",
        "Retirer la proposition",
        "L’acheteur n’a plus rien à décider ; vous pourrez en faire une autre.",
        "Retirer la proposition",
        WithdrawForm,
        _withdraw,
        "La proposition est retirée.",
        kind="warning",
    ),
    ShortfallAct(
        "shortfall.decide",
        "decider",
        "Décider",
        "Vous seul décidez. La décision est définitive et motivée ; l’entreprise la reçoit.",
        "Enregistrer ma décision",
        DecideForm,
        actions.decide_shortfall,
        "Votre décision est enregistrée : l’entreprise et le facilitateur sont prévenus.",
        step=StepCode.DECISION,
    ),
    ShortfallAct(
        "shortfall.close",
        "clore",
        "Clore sans suite",
        "Les heures sont venues, ou il n’y a pas lieu de poursuivre : rien n’est décidé contre "
        "l’entreprise.",
        "Clore sans suite",
        CloseForm,
        _close,
        "Le dossier est clos : l’entreprise et l’acheteur sont prévenus.",
    ),
)
