"""How old a proof may be on the day of hiring: the usual ages are those of the IAE file."""

from perenne.rules.practice import parameter
from perenne.rules.texts import IAE_CRITERIA

EMPLOYMENT_MONTHS = parameter(
    "eligibility.proof_months.employment",
    "Ancienneté la plus grande à l’embauche : France Travail, mission locale",
    3,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
PAYER_MONTHS = parameter(
    "eligibility.proof_months.payer",
    "Ancienneté la plus grande à l’embauche : attestation d’un organisme payeur",
    3,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
DECLARATION_MONTHS = parameter(
    "eligibility.proof_months.declaration",
    "Ancienneté la plus grande à l’embauche : attestation sur l’honneur",
    3,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
SCHEME_MONTHS = parameter(
    "eligibility.proof_months.scheme",
    "Ancienneté la plus grande à l’embauche : attestation d’accompagnement",
    3,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
OPINION_MONTHS = parameter(
    "eligibility.proof_months.opinion",
    "Ancienneté la plus grande à l’embauche : avis motivé",
    3,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
ADDRESS_MONTHS = parameter(
    "eligibility.proof_months.address",
    "Ancienneté la plus grande à l’embauche : justificatif de domicile",
    6,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
JUSTICE_MONTHS = parameter(
    "eligibility.proof_months.justice",
    "Ancienneté la plus grande à l’embauche : attestation judiciaire",
    6,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
DIAGNOSIS_MONTHS = parameter(
    "eligibility.proof_months.diagnosis",
    "Ancienneté la plus grande à l’embauche : évaluation ou diagnostic",
    6,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
HOUSING_MONTHS = parameter(
    "eligibility.proof_months.housing",
    "Ancienneté la plus grande à l’embauche : domiciliation",
    3,
    between=(1, 12),
    unit="mois",
    source=IAE_CRITERIA,
)
EXIT_MONTHS = parameter(
    "eligibility.proof_months.exit",
    "Ancienneté la plus grande à l’embauche : attestation de sortie",
    12,
    between=(1, 24),
    unit="mois",
    source=IAE_CRITERIA,
)
