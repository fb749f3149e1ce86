"""How it is followed: facilitator, statements, difficulties, penalties, data, final review.

Sources: the clause d’insertion sociale of the CCAG of 2021 (x.1.4 and x.1.5), the règlement
(UE) 2016/679, code civil 1231-5 for private contracts.
"""

from perenne.rules.texts import PRIVATE_PENALTY
from perenne.rules.wording.articles import at_articles
from perenne.rules.wording.departures import departures
from perenne.rules.wording.general_terms import GENERAL_TERMS
from perenne.rules.wording.pieces import Blank, Paragraph, listing
from perenne.rules.wording.plan import Topic, article
from perenne.rules.wording.terms import ClauseTerms, Regime
from perenne.rules.wording.vocabulary import (
    ANNEX,
    WORDS,
    day_of_month,
    in_general_terms,
    the_contract,
)


def contact(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    """Name, organisation, e-mail and phone; what is missing is a blank to fill."""
    known = terms.facilitator
    lines = (
        ("Facilitateur", known.name),
        ("Organisme", known.organisation),
        ("Courriel", known.email),
        ("Téléphone", known.phone),
    )
    return tuple(f"{label} : {value}" if value else Blank(label) for label, value in lines)


def facilitator(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "L’acheteur confie le suivi de la clause au facilitateur dont les coordonnées suivent"
        f"{in_general_terms(terms, 4)}. Tout changement est notifié par écrit au titulaire.",
        *contact(terms),
        "Le facilitateur :",
        listing(
            "informe le titulaire sur les publics, les structures et les modalités d’embauche",
            "vérifie l’éligibilité des personnes et propose des candidatures, avec les "
            "prescripteurs et les structures du territoire",
            "contrôle et valide les heures déclarées",
            "alerte le titulaire et l’acheteur lorsque les heures réalisées s’écartent des heures "
            "prévues",
            "établit les bilans",
        ),
        "Son intervention est gratuite pour le titulaire. Elle ne le décharge d’aucune de ses "
        "obligations.",
    )


def follow_up(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Dans les deux semaines qui suivent la notification, le titulaire prend contact avec le "
        "facilitateur et lui désigne un correspondant opérationnel (nom, fonction, courriel, "
        "téléphone). Il signale sans délai tout changement de correspondant.",
        "Dans le mois qui suit la notification, l’acheteur réunit le titulaire et le facilitateur "
        "pour une réunion de mise au point. Le titulaire y présente les postes, les modalités et "
        "le calendrier qu’il prévoit.",
        f"Au plus tard le {day_of_month(terms.statement_day)} de chaque mois, le titulaire "
        "adresse au facilitateur le relevé des heures du mois précédent : pour chaque personne, "
        "date d’embauche, employeur, type de contrat, poste et nombre d’heures. Un mois sans "
        "heures donne lieu à un relevé à zéro.",
        "Le titulaire transmet, à la demande du facilitateur, les pièces qui justifient les "
        "heures : contrats de travail ou de mise à disposition, bulletins de paie, factures ou "
        "attestations de structure. Le facilitateur valide le relevé ou le corrige en indiquant "
        "ses motifs, et adresse à l’acheteur un bilan périodique.",
    )


def sharing(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "En cas de groupement, les membres répartissent le volume entre eux dans l’annexe "
        f"« {ANNEX} ». Le mandataire est l’interlocuteur unique de l’acheteur et du facilitateur.",
        "Le titulaire peut confier une part du volume à un sous-traitant, après accord du "
        "facilitateur sur cette part. Il reste responsable de la totalité du volume envers "
        "l’acheteur.",
    )


def difficulty(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Dès qu’une difficulté l’empêche de réaliser tout ou partie des heures, le titulaire en "
        "informe l’acheteur et le facilitateur par lettre recommandée avec avis de réception, "
        "justificatifs à l’appui. Le facilitateur étudie avec lui les moyens d’y remédier et "
        "conserve la trace des solutions proposées.",
        "En cas de difficulté économique établie (plan de sauvegarde de l’emploi, redressement ou "
        "liquidation judiciaire), l’acheteur peut, par écrit, adapter ou suspendre le volume.",
    )


def penalties(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    notice = (
        "Lorsque le volume n’est pas atteint, l’acheteur communique au titulaire le décompte du "
        "facilitateur et recueille ses observations, puis le met en demeure de remplir ses "
        "obligations dans un délai d’au moins quinze jours"
    )
    if terms.penalty_per_hour is None:
        return (
            "Aucune pénalité par heure d’insertion non réalisée n’est prévue.",
            f"{notice}. Les autres sanctions prévues au {the_contract(terms)} restent applicables.",
        )
    return (
        f"{notice}. Si la mise en demeure reste sans effet, le titulaire encourt une pénalité "
        f"forfaitaire de {terms.penalty_per_hour} par heure d’insertion non réalisée, au prorata "
        f"des fractions d’heure{_penalty_ground(terms)}.",
        "Les heures non réalisées sont les heures dues, diminuées des heures validées et des "
        "heures exonérées. Sont exonérées les heures pour lesquelles ni l’acheteur ni le "
        "facilitateur n’ont trouvé de moyen permettant au titulaire de remplir ses obligations. "
        f"Le signalement prévu à l’{article(terms, Topic.DIFFICULTY)} en garde la trace.",
        "L’acheteur seul décide de la pénalité, sur proposition chiffrée du facilitateur. La "
        "pénalité ne libère pas le titulaire de ses obligations.",
    )


def _penalty_ground(terms: ClauseTerms) -> str:
    if terms.regime is Regime.PRIVATE:
        return f". Cette clause pénale est soumise {at_articles([PRIVATE_PENALTY])}"
    return in_general_terms(terms, 5)


def personal_data(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    organisation = terms.facilitator.organisation or "l’organisme du facilitateur"
    return (
        f"Les données des personnes sont traitées par {organisation} pour vérifier leur "
        "éligibilité, suivre leurs heures et leur parcours et établir les bilans, conformément au "
        "règlement (UE) 2016/679. Une convention précise les rôles de l’acheteur et de cet "
        "organisme.",
        "L’acheteur ne reçoit que des bilans qui ne nomment pas les personnes. Le titulaire ne "
        "reçoit ni justificatif ni motif d’éligibilité. Les données de santé et de justice ne "
        "sortent pas du dossier tenu par le facilitateur.",
        f"Les données sont conservées pendant l’exécution du {the_contract(terms)}, puis 24 mois, "
        "sauf durée plus longue imposée par un financement. Le titulaire remet à chaque personne "
        "qu’il présente une information sur ce traitement et sur ses droits d’accès, de "
        "rectification, d’effacement, de limitation et d’opposition, qui s’exercent auprès du "
        "facilitateur.",
    )


def final_review(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Dans les trois mois qui suivent la fin de l’exécution, le facilitateur remet à "
        "l’acheteur et au titulaire un bilan final : heures dues, heures validées, heures "
        "globalisées, nombre de personnes et de contrats, modalités, formations, situation des "
        "personnes à la sortie, difficultés rencontrées. Il délivre au titulaire une attestation "
        "de réalisation.",
    )


def derogations(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    found = departures(terms)
    if terms.ccag is None or not found:
        return ("La présente clause ne déroge pas aux stipulations du CCAG sur l’insertion.",)
    return (
        f"Par dérogation au {GENERAL_TERMS[terms.ccag].label}, et à reporter dans le dernier "
        f"article du {WORDS[terms.regime].terms_document} :",
        listing(*found),
    )
