"""What an hour not done costs, after which steps, and who decides.

Sources: the clause d’insertion sociale of the CCAG of 2021 (x.1.5), the formulas of
`rules.penalties`, code civil 1231-5 for private contracts. No amount is national: the clause
writes its own.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from perenne.rules.penalties import Formula, Tariff
from perenne.rules.texts import PRIVATE_PENALTY
from perenne.rules.wording.articles import at_articles
from perenne.rules.wording.pieces import Paragraph, listing
from perenne.rules.wording.plan import Topic, article
from perenne.rules.wording.terms import ClauseTerms, Regime
from perenne.rules.wording.vocabulary import TO_FILL, in_general_terms, the_contract
from perenne.values import Share


def penalties(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    days = terms.monitoring.formal_notice_days
    notice = (
        "Lorsque le volume n’est pas atteint, l’acheteur communique au titulaire le décompte du "
        "facilitateur et recueille ses observations, puis le met en demeure de remplir ses "
        f"obligations dans un délai d’au moins {days} jours"
    )
    if terms.penalty is None:
        return (
            "Aucune pénalité par heure d’insertion non réalisée n’est prévue.",
            f"{notice}. Les autres sanctions prévues au {the_contract(terms)} restent applicables.",
            *_beside(terms),
        )
    return (
        f"{notice}. Si la mise en demeure reste sans effet, le titulaire encourt une pénalité "
        f"{AMOUNTS[terms.penalty.formula](terms)}{_ground(terms)}.",
        *_brackets(terms.penalty),
        *_cap(terms),
        "Les heures non réalisées sont les heures dues, diminuées des heures validées et des "
        "heures exonérées. Sont exonérées les heures pour lesquelles ni l’acheteur ni le "
        "facilitateur n’ont trouvé de moyen permettant au titulaire de remplir ses obligations. "
        f"Le signalement prévu à l’{article(terms, Topic.DIFFICULTY)} en garde la trace.",
        *_beside(terms),
        "L’acheteur seul décide de la pénalité, sur proposition chiffrée du facilitateur. La "
        "pénalité ne libère pas le titulaire de ses obligations.",
    )


def times(share: Share | None) -> str:
    """« 4 fois », « 1,5 fois »."""
    if share is None:
        return f"{TO_FILL} fois"
    figure = (Decimal(share.basis_points) / 10_000).normalize()
    return f"{figure:f} fois".replace(".", ",")


def _per_hour(terms: ClauseTerms) -> str:
    assert terms.penalty is not None
    return (
        f"forfaitaire de {terms.penalty.rate} par heure d’insertion non réalisée, au prorata des "
        "fractions d’heure"
    )


def _multiple(of: Callable[[ClauseTerms], str]) -> Callable[[ClauseTerms], str]:
    def written(terms: ClauseTerms) -> str:
        assert terms.penalty is not None
        return (
            f"égale, par heure d’insertion non réalisée, à {times(terms.penalty.times)} {of(terms)}"
        )

    return written


def _part(terms: ClauseTerms) -> str:
    assert terms.penalty is not None
    return (
        f"égale à {terms.penalty.part} du montant hors taxes du {the_contract(terms)}, multipliée "
        "par le rapport entre les heures non réalisées et les heures dues"
    )


def _progressive(terms: ClauseTerms) -> str:
    assert terms.penalty is not None
    return (
        "par heure d’insertion non réalisée, calculée par tranches à partir d’un montant de "
        f"{terms.penalty.rate}"
    )


AMOUNTS: Mapping[Formula, Callable[[ClauseTerms], str]] = {
    Formula.PER_HOUR: _per_hour,
    Formula.PER_HOUR_CEILING: _multiple(
        lambda _: (
            "le plafond horaire de la Sécurité sociale en vigueur à la date de la mise en demeure"
        )
    ),
    Formula.PER_HOUR_WAGE: _multiple(
        lambda _: "le SMIC horaire brut en vigueur à la date de la mise en demeure"
    ),
    Formula.PER_HOUR_COST: _multiple(
        lambda terms: f"le coût horaire du calibrage, soit {terms.hourly_cost or TO_FILL}"
    ),
    Formula.SHARE_OF_AMOUNT: _part,
    Formula.PROGRESSIVE: _progressive,
}


def _brackets(tariff: Tariff) -> tuple[Paragraph, ...]:
    if tariff.formula is not Formula.PROGRESSIVE:
        return ()
    reached = (
        "au-delà" if one.up_to is None else f"jusqu’à {one.up_to} des heures dues"
        for one in tariff.brackets
    )
    lines = (
        f"{where} : {times(one.times)} ce montant"
        for where, one in zip(reached, tariff.brackets, strict=True)
    )
    return ("Pour les heures non réalisées :", listing(*lines))


def _cap(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    if terms.penalty is None or terms.penalty.cap is None:
        return ()
    return (
        f"Le total des pénalités prévues au présent article ne dépasse pas {terms.penalty.cap} du "
        f"montant hors taxes du {the_contract(terms)}.",
    )


def _beside(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    """What costs something beside the hours: documents late, absences."""
    late = (
        (
            f"Tout relevé ou document demandé remis en retard, après un rappel écrit, donne lieu à "
            f"une pénalité de {terms.late_day} par jour de retard et par document.",
        )
        if terms.late_day
        else ()
    )
    absent = (
        (
            "L’absence non excusée du titulaire à la réunion de mise au point donne lieu à une "
            f"pénalité de {terms.absence}.",
        )
        if terms.absence
        else ()
    )
    return (*late, *absent)


def _ground(terms: ClauseTerms) -> str:
    if terms.regime is Regime.PRIVATE:
        return f". Cette clause pénale est soumise {at_articles([PRIVATE_PENALTY])}"
    return in_general_terms(terms, 5)
