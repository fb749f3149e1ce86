"""What the structures around a place can do of the hours of a clause, and what they refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perenne.rules.calibration.capacity import local_capacity
from perenne.rules.calibration.supply import LocalSupply, SupplyAnswer, local_supply
from perenne.rules.french import in_words, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import INCLUSION_SITE, PRACTICE
from perenne.values import Euros, Hours, Share, add_months

REFUSAL_MONTHS = parameter(
    "promises.refusal_months",
    "Temps pendant lequel « personne de disponible » vaut plus qu’une capacité dite avant",
    6,
    between=(1, 24),
    unit="mois",
)


@dataclass(frozen=True, slots=True)
class LocalOffer:
    """Of one trade around one place.

    `known`: structures that do the trade there; `stating`: of these, those that say how many hours
    they have and have not refused since; `free`: the hours that they have not promised, over the
    whole contract. `refusing`: those that answered since that nobody is available, whose hours are
    left out; `faded`: those whose word is old, whose hours count in part. `declined`: answers
    « nobody available » among all those `answered` of late.
    """

    known: int
    stating: int
    free: Hours
    refusing: int = 0
    faded: int = 0
    declined: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class LocalAnswer:
    """`is_enough`: None when no structure says its hours. `monthly`: free, by month, on the mean.
    `share`: of the volume that they can carry, the whole at most."""

    is_enough: bool | None
    monthly: Hours
    share: Share
    reason: str
    cautions: tuple[str, ...]
    supply: SupplyAnswer


@cites(
    INCLUSION_SITE,
    PRACTICE,
    says="Les structures du territoire peuvent-elles porter ces heures ?",
    confidence=Confidence.VARIES,
)
def local_offer(
    offer: LocalOffer,
    *,
    hours: Hours,
    months: int,
    budget: Euros,
    practice: Practice = USUAL,
) -> LocalAnswer:
    """`months` from 1 (ValueError, in French, else). People hired by the company itself come on
    top of what is told here."""
    needed = local_capacity(hours, persons=0, months=months, practice=practice).needed
    enough = offer.free.minutes >= hours.minutes if offer.stating else None
    monthly = Hours(offer.free.minutes // months)
    return LocalAnswer(
        is_enough=enough,
        monthly=monthly,
        share=_share(offer.free, hours),
        reason=typeset(_reason(offer, hours, months, needed)),
        cautions=tuple(map(typeset, _cautions(offer))),
        supply=local_supply(LocalSupply(offer.known, None, budget), practice=practice),
    )


@cites(
    PRACTICE,
    says="Un refus « personne de disponible » contredit-il encore la capacité dite ?",
    confidence=Confidence.VARIES,
)
def still_refuses(refused_on: date, *, said_on: date, on: date, practice: Practice = USUAL) -> bool:
    """Until the structure says its hours anew, and for some months at most."""
    until = add_months(refused_on, practice.of(REFUSAL_MONTHS))
    return said_on <= refused_on <= on < until


def _share(free: Hours, hours: Hours) -> Share:
    if free.minutes >= hours.minutes:
        return Share(10_000)
    return Share(int(Fraction(10_000 * free.minutes, hours.minutes)))


def _reason(offer: LocalOffer, hours: Hours, months: int, needed: int) -> str:
    if not offer.known:
        return "Aucune structure connue ne fait ce métier ici : comptez sur l'embauche directe."
    if not offer.stating:
        many = offer.known > 1
        return (
            f"{_structures(offer.known)} {'font' if many else 'fait'} ce métier ici, sans dire "
            f"combien d'heures {'leur' if many else 'lui'} restent : demandez-le."
        )
    monthly = Hours(offer.free.minutes // months)
    free = (
        f"{_structures(offer.stating)} {'ont' if offer.stating > 1 else 'a'} encore "
        f"{monthly.rounded} h par mois, soit {offer.free.rounded} h sur {months} mois"
    )
    if offer.free.minutes >= hours.minutes:
        return f"{free} : le volume peut être fait sur le territoire."
    return (
        f"{free}, pour {hours.rounded} h demandées, qui occupent {needed} "
        f"personne{_s(needed)} : prévoyez aussi des embauches directes, étalez le volume ou "
        "baissez-le."
    )


def _cautions(offer: LocalOffer) -> Iterator[str]:
    if offer.declined:
        yield (
            f"{offer.declined} réponse{_s(offer.declined)} sur {offer.answered} à des besoins de "
            "ce métier ici : « personne de disponible »."
        )
    if offer.refusing:
        said = "ont répondu cela depuis qu'elles ont dit leur capacité"
        if offer.refusing == 1:
            said = "a répondu cela depuis qu'elle a dit sa capacité"
        yield f"{_structures(offer.refusing)} {said} : {_left_out(offer.refusing)}."
    if offer.faded:
        many = offer.faded > 1
        said = "ont dit leur capacité" if many else "a dit sa capacité"
        yield (
            f"{_structures(offer.faded)} {said} il y a longtemps : {'leurs' if many else 'ses'} "
            "heures ne comptent qu'en partie."
        )


def _structures(number: int) -> str:
    return f"{in_words(number, feminine=True)} structure{_s(number)}".capitalize()


def _left_out(number: int) -> str:
    return "ses heures ne sont pas comptées" if number == 1 else "leurs heures ne sont pas comptées"


def _s(number: int) -> str:
    return "s" if number > 1 else ""
