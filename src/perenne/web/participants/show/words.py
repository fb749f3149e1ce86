"""How the facts of a situation are called, for the facilitator who ticks them."""

from perenne.rules.eligibility import (
    PROOFS,
    PUBLICS,
    WINDOWS,
    Allowance,
    Difficulty,
    DisabilityTitle,
    OpinionBody,
    Scheme,
    StayStatus,
    Structure,
)

NONE = (("", "Sans objet"),)
SEEKING = (("", "Je ne sais pas"), ("yes", "Oui"), ("no", "Non"))
LEVELS = (
    ("", "Je ne sais pas"), ("0", "Aucun diplôme"), ("3", "CAP ou BEP"), ("4", "Baccalauréat"),
    ("5", "Bac + 2"), ("6", "Bac + 3 ou 4"), ("7", "Bac + 5"), ("8", "Doctorat"),
)  # fmt: skip
ALLOWANCES = (
    (Allowance.RSA, "RSA"), (Allowance.RSA_HOUSEHOLD, "Ayant droit du RSA"),
    (Allowance.ASS, "ASS"), (Allowance.AAH, "AAH"),
    (Allowance.INSERTION, "Allocation d’insertion ou pour demandeur d’asile"),
    (Allowance.WIDOWHOOD, "Allocation veuvage"), (Allowance.INVALIDITY, "Pension d’invalidité"),
)  # fmt: skip
DIFFICULTIES = (
    (Difficulty.SINGLE_PARENT, "Parent isolé"), (Difficulty.NO_HOME, "Sans hébergement stable"),
    (Difficulty.FRENCH_BELOW_A1, "Français à un niveau inférieur à A1"),
    (Difficulty.MOBILITY, "Difficulté de mobilité"),
)  # fmt: skip
TITLES = (
    *NONE,
    (DisabilityTitle.RQTH, "RQTH"),
    (DisabilityTitle.WORK_ACCIDENT_ANNUITY, "Rente d’accident du travail"),
    (DisabilityTitle.INVALIDITY_PENSION, "Pension d’invalidité"),
    (DisabilityTitle.MILITARY_PENSION, "Pension militaire d’invalidité"),
    (DisabilityTitle.FIREFIGHTER, "Sapeur-pompier volontaire invalide"),
    (DisabilityTitle.INVALIDITY_CARD, "Carte mobilité inclusion, invalidité"),
    (DisabilityTitle.AAH, "AAH"),
    (DisabilityTitle.CHILD_RIGHTS, "AEEH, PCH ou projet de scolarisation"),
)
STAYS = (
    *NONE,
    (StayStatus.REFUGEE, "Réfugié"),
    (StayStatus.SUBSIDIARY_PROTECTION, "Protection subsidiaire"),
    (StayStatus.TEMPORARY_PROTECTION, "Protection temporaire"),
    (StayStatus.ASYLUM_SEEKER, "Demandeur d’asile"),
)
SCHEMES = (
    *NONE,
    (Scheme.PACEA, "PACEA"), (Scheme.CEJ, "Contrat d’engagement jeune"),
    (Scheme.YOUTH_GUARANTEE, "Garantie jeunes"), (Scheme.SMA, "SMA"), (Scheme.SMV, "SMV"),
    (Scheme.EPIDE, "Epide"), (Scheme.E2C, "École de la deuxième chance"), (Scheme.PLIE, "PLIE"),
    (Scheme.IAE, "Parcours IAE"), (Scheme.CHILD_WELFARE, "Aide sociale à l’enfance"),
    (Scheme.PROBATION, "Suivi judiciaire en milieu ouvert"), (Scheme.DETENTION, "Détention"),
    (Scheme.REDUNDANCY, "Licenciement économique, CSP"),
)  # fmt: skip
STRUCTURES = (
    *NONE,
    (Structure.EI, "Entreprise d’insertion"), (Structure.ACI, "Atelier ou chantier d’insertion"),
    (Structure.AI, "Association intermédiaire"), (Structure.ETTI, "ETTI"),
    (Structure.EITI, "EITI"), (Structure.GEIQ, "GEIQ"), (Structure.REGIE, "Régie de quartier"),
    (Structure.EA, "Entreprise adaptée"), (Structure.EATT, "Entreprise adaptée de travail "
    "temporaire"), (Structure.ESAT, "ESAT"),
    (Structure.PRISON_WORK, "Travail pénitentiaire"),
    (Structure.EBE, "Entreprise à but d’emploi"),
    (Structure.TIH, "Travailleur indépendant handicapé"),
)  # fmt: skip
BODIES = (
    *NONE,
    (OpinionBody.FRANCE_TRAVAIL, "France Travail"),
    (OpinionBody.EMPLOYMENT_HOUSE, "Maison de l’emploi"), (OpinionBody.PLIE, "PLIE"),
    (OpinionBody.MISSION_LOCALE, "Mission locale"), (OpinionBody.CAP_EMPLOI, "Cap emploi"),
    (OpinionBody.MDPH, "MDPH"), (OpinionBody.FACILITATOR, "Le facilitateur"),
)  # fmt: skip
KINDS = (("", "Aucune pièce nouvelle"), *(
    (row.code.value, row.label[0].upper() + row.label[1:]) for row in PROOFS
))  # fmt: skip
GROUNDS = tuple((row.code.value, row.label) for row in PUBLICS)
COURSES = tuple((row.code.value, row.label) for row in WINDOWS)
