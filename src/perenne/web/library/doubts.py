"""Which question of the site is answered under which field: where the doubt arises."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString

from perenne.domain.library.queries import Kind, edition_of, questions_called
from perenne.kit.tenancy import current_committee
from perenne.web.design.forms import Form
from perenne.web.site.texts import shown, words

HERE = "perenne.web."
DOUBTS: Mapping[str, Mapping[str, str]] = {
    "programming.receive.form.ProgrammeForm": {
        "file": "fichier-programmation",
        "buyer_kind": "seuils-europeens",
    },
    "programming.send.form.NewcomerForm": {
        "commune": "facilitateur-definition",
        "consent": "mes-donnees",
    },
    "membership.join.form.CharterForm": {"charter": "adhesion-gratuite"},
    "membership.join.form.AdhesionForm": {"kind": "qui-porte-comite", "consent": "mes-donnees"},
    "contact.letters.AgreedForm": {"consent": "mes-donnees"},
    "contact.review.form.ReviewForm": {
        "place": "facilitateur-definition",
        "launch_on": "quand-y-penser",
        "message": "role-facilitateur-avant",
    },
    "contact.problem.form.ProblemForm": {"email": "mes-donnees"},
    "tools.calibrate.form.CalibrationForm": {
        "amount": "par-lot",
        "effort_rate": "quel-volume",
        "months": "petit-marche",
    },
    "tools.simulate.form.SimulationForm": {
        "hours": "heures-manquantes",
        "trade": "qui-embaucher",
        "commune": "appui-entreprise",
        "entrusted": "sous-traiter-insertion",
    },
    "tools.clause.form.ClauseForm": {
        "reserved_to": "marche-reserve",
        "criterion_weight": "critere-insertion",
        "hours": "quel-volume",
        "publics": "personne-eligible",
        "globalisation": "globalisation-quoi",
        "penalty_per_hour": "penalites-fixer",
    },
    "clauses.word.form.TermsForm": {
        "basis": "quel-article",
        "criterion_weight": "critere-insertion",
        "globalisation": "globalisation-quoi",
        "penalty_per_hour": "penalites-fixer",
    },
    "site.duty.form.DutyForm": {
        "amount": "seuils-europeens",
        "defence": "clause-defense",
        "ground": "motif-dispense",
    },
}


@dataclass(frozen=True, slots=True)
class Doubt:
    title: str
    html: SafeString


def slugs_for(form: type[Form]) -> dict[str, str]:
    """Field → slug, those of the forms that it extends included."""
    found: dict[str, str] = {}
    for kind in reversed(form.__mro__):
        name = f"{kind.__module__}.{kind.__qualname__}".removeprefix(HERE)
        found |= DOUBTS.get(name, {})
    return found


def doubts_for(form: type[Form]) -> dict[str, Doubt]:
    """Field → its question, as the coordination published it; one query, none without a doubt."""
    slugs = slugs_for(form)
    if not slugs:
        return {}
    edition = edition_of(Kind.QUESTION)
    told = _told(tuple(slugs.values()), current_committee(), edition, *words().values())
    return {field: told[slug] for field, slug in slugs.items() if slug in told}


@lru_cache(maxsize=64)
def _told(
    slugs: tuple[str, ...], committee: str, edition: tuple[Any, ...], *said: str
) -> dict[str, Doubt]:
    """Everything that they depend on is an argument; what they say is read here."""
    cards = questions_called(slugs)
    told = {slug: shown(card, under=3, with_blocks=False) for slug, card in cards.items()}
    return {slug: Doubt(one.title, one.html) for slug, one in told.items()}
