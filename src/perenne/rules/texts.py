"""The texts that the rules cite, each written once."""

from perenne.rules.law import Source

_CODE = "Code de la commande publique"
_LABOUR = "Code du travail"
_CIVIL = "Code civil"


def _code(article: str) -> Source:
    return Source(_CODE, f"article {article}")


NEEDS = _code("L2111-1")
CONDITION = _code("L2112-2")
DUTY = _code("L2112-2-1")
DEFENCE = _code("L2312-1-1")
LOTS = _code("L2113-10")
RESERVED_DISABLED = _code("L2113-12")
RESERVED_INCLUSION = _code("L2113-13")
RESERVED_BOTH = _code("L2113-14")
RESERVED_SHARE = _code("R2113-7")
RESERVED_ESS = _code("L2113-15")
RESERVED_ESS_LIMITS = _code("L2113-16")
SOCIAL_SERVICES = _code("R2123-1, 3°")
SOCIAL_SERVICES_LIST = Source(
    _CODE, "annexe 3, avis relatif aux services sociaux et autres services spécifiques"
)
CRITERION = _code("L2152-7")
CRITERION_LIST = _code("R2152-7")
EU_THRESHOLDS = Source(_CODE, "annexe 2, avis relatif aux seuils de procédure")
CONCESSION_CONDITION = _code("L3114-2")
CONCESSION_DUTY = _code("L3114-2-1")
CONCESSION_CRITERION = _code("L3124-5 et R3124-4")
CONCESSION_RESERVED = _code("L3113-1 à L3113-3")
BUYERS = _code("L1211-1 et L1212-1")
CLIMATE_LAW = Source("Loi n° 2021-1104 du 22 août 2021", "article 35")
CRITERIA_DECREE = Source("Décret n° 2022-767 du 2 mai 2022", "article 2")

PRIVATE_CONTRACT = Source(_CIVIL, "article 1103")
PRIVATE_PENALTY = Source(_CIVIL, "article 1231-5")
LEGAL_YEAR = Source(_LABOUR, "article L3121-41")
HOLIDAYS = Source(_LABOUR, "article L3133-1")

SUD_77 = Source("Maison de l’emploi et de la formation Sud 77", "exemple de calcul publié")
BAM_2021 = Source("CCAP 21_BAM_048 (2021)", "article 1.4")
AQUAREEL_2025 = Source("CCAP TMA AQUAREEL (2025)", "article 4.5")
TRAINING_CLAUSE = Source("Clause sociale de formation, modèle du 7 février 2018", "barème")
ANRU = Source("Charte nationale d’insertion de l’ANRU", "objectifs d’heures travaillées")
CPV = Source("Règlement (CE) n° 213/2008", "vocabulaire commun pour les marchés publics")
PRACTICE = Source("Pratique des facilitateurs", "ordre de grandeur")
COMMITTEE_SEGMENTS = Source("Offre de service du comité départemental", "segments d’achats")
