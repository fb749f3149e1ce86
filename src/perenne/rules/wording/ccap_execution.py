"""How it is followed: facilitator, statements, difficulties, data, final review.

Sources: the clause d’insertion sociale of the CCAG of 2021 (x.1.4), the règlement
(UE) 2016/679.
"""

from perenne.rules.deadlines import Rhythm
from perenne.rules.french import in_words
from perenne.rules.practice import USUAL
from perenne.rules.retention.spans import CONTRACT_OVER_MONTHS
from perenne.rules.wording.departures import departures
from perenne.rules.wording.general_terms import GENERAL_TERMS
from perenne.rules.wording.pieces import Blank, Paragraph, listing
from perenne.rules.wording.terms import ClauseTerms
from perenne.rules.wording.vocabulary import (
    ANNEX,
    WORDS,
    day_of_month,
    every_months,
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
    held = terms.monitoring
    return (
        f"Dans les {held.first_contact_days} jours qui suivent la notification, le titulaire prend "
        "contact avec le facilitateur et lui désigne un correspondant opérationnel (nom, fonction, "
        "courriel, téléphone). Il signale sans délai tout changement de correspondant.",
        f"Dans les {held.kick_off_days} jours qui suivent la notification, l’acheteur réunit le "
        "titulaire et le facilitateur pour une réunion de mise au point. Le titulaire y présente "
        "les postes, les modalités et le calendrier qu’il prévoit.",
        f"{_statement(terms)} : pour chaque personne, date d’embauche, employeur, type de contrat, "
        "poste et nombre d’heures. Une période sans heures donne lieu à un relevé à zéro.",
        "Le titulaire transmet, à la demande du facilitateur, les pièces qui justifient les "
        "heures : contrats de travail ou de mise à disposition, bulletins de paie, factures ou "
        "attestations de structure. Le facilitateur valide le relevé ou le corrige en indiquant "
        "ses motifs.",
        f"Un point de suivi réunit l’acheteur, le titulaire et le facilitateur "
        f"{every_months(held.review_months)}. Le facilitateur adresse à l’acheteur un bilan "
        f"intermédiaire {every_months(held.assessment_months)}.",
    )


def _statement(terms: ClauseTerms) -> str:
    day = day_of_month(terms.monitoring.statement_day)
    if terms.monitoring.rhythm is Rhythm.QUARTERLY:
        return (
            f"Au plus tard le {day} du mois qui suit chaque trimestre civil, le titulaire adresse "
            "au facilitateur le relevé des heures du trimestre"
        )
    return (
        f"Au plus tard le {day} de chaque mois, le titulaire adresse au facilitateur le relevé des "
        "heures du mois précédent"
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


def personal_data(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    organisation = terms.facilitator.organisation or "l’organisme du facilitateur"
    kept = USUAL.of(CONTRACT_OVER_MONTHS)
    return (
        f"Les données des personnes sont traitées par {organisation} pour vérifier leur "
        "éligibilité, suivre leurs heures et leur parcours et établir les bilans, conformément au "
        "règlement (UE) 2016/679. Une convention précise les rôles de l’acheteur et de cet "
        "organisme.",
        "L’acheteur ne reçoit que des bilans qui ne nomment pas les personnes. Le titulaire ne "
        "reçoit ni justificatif ni motif d’éligibilité. Les données de santé et de justice ne "
        "sortent pas du dossier tenu par le facilitateur.",
        f"Les données sont conservées pendant l’exécution du {the_contract(terms)}, puis {kept} "
        "mois, "
        "sauf durée plus longue imposée par un financement. Le titulaire remet à chaque personne "
        "qu’il présente une information sur ce traitement et sur ses droits d’accès, de "
        "rectification, d’effacement, de limitation et d’opposition, qui s’exercent auprès du "
        "facilitateur.",
    )


def final_review(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    months = in_words(terms.monitoring.final_assessment_months)
    return (
        f"Dans les {months} mois qui suivent la fin de l’exécution, le facilitateur remet à "
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
