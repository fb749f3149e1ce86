"""The texts that the rules cite, each written once."""

from perenne.rules.law import Source

_CODE = "Code de la commande publique"
_LABOUR = "Code du travail"
_CIVIL = "Code civil"


def _code(article: str) -> Source:
    return Source(_CODE, f"article {article}")


def _labour(article: str) -> Source:
    return Source(_LABOUR, f"article {article}")


NEEDS = _code("L2111-1")
RENEWALS = _code("R2112-4")
CONDITION = _code("L2112-2")
DUTY = _code("L2112-2-1")
DEFENCE = _code("L2312-1-1")
PHASES = _code("R2113-4 à R2113-6")
RESERVED_DISABLED = _code("L2113-12")
RESERVED_INCLUSION = _code("L2113-13")
RESERVED_BOTH = _code("L2113-14")
RESERVED_SHARE = _code("R2113-7")
RESERVED_ESS = _code("L2113-15")
RESERVED_ESS_LIMITS = _code("L2113-16")
SOCIAL_SERVICES = _code("R2123-1, 3°")
ADAPTED_PROCEDURE = _code("L2123-1")
SOCIAL_SERVICES_LIST = Source(
    _CODE, "annexe 3, avis relatif aux services sociaux et autres services spécifiques"
)
CRITERION = _code("L2152-7")
CRITERION_LIST = _code("R2152-7")
IRREGULAR_TENDER = _code("L2152-2")
CALL_OFFS = _code("R2162-13 et R2162-14")
FRAMEWORK_LENGTH = _code("L2125-1, 1°")
FRAMEWORK_MOST = _code("R2162-4")
AMENDMENTS = _code("L2194-1")
SMALL_AMENDMENTS = _code("R2194-8")
LARGE_AMENDMENTS = _code("R2194-3")
SUBCONTRACTING = _code("L2193-1 à L2193-4")
CONSORTIUM = _code("R2142-23 et R2142-24")
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
LEGAL_YEAR = _labour("L3121-41")
LEGAL_WEEK = _labour("L3121-27")
HOLIDAYS = _labour("L3133-1")
SUNDAY_REST = _labour("L3132-3")

MAXIMUM_DAY = _labour("L3121-18")
MAXIMUM_WEEK = _labour("L3121-20")
LONGER_DAY = _labour("L3121-19")
WORKING_TIME = _labour("L3121-1")
TRAVEL_TIME = _labour("L3121-4")
YOUNG_WORKERS = _labour("L3162-1")
SEVERAL_JOBS = _labour("L8261-1 et L8261-2")
LOCAL_HOLIDAYS = _labour("L3134-13")
OVERSEAS_HOLIDAYS = _labour("L3422-2")
ALSACE_HOLIDAYS = Source("Ordonnance du 16 août 1892 (Alsace-Moselle)", "jours fériés locaux")
ABOLITION_DECREE = Source("Décret n° 83-1003 du 23 novembre 1983", "article 1er")
ABOLITION_ISLANDS_DECREE = Source("Décret n° 2012-553 du 23 avril 2012", "article 1er")
SAINT_MARTIN_CIRCULAR = Source(
    "Circulaire interministérielle du 4 mai 2018", "28 mai à Saint-Martin"
)
MINIMUM_WAGE = _labour("L3231-4 et L3231-5")
SOCIAL_SECURITY_CEILING = Source("Code de la sécurité sociale", "articles L241-3 et D242-19")
INCLUSION_STRUCTURES = _labour("L5132-4")
INCLUSION_ENTERPRISE = _labour("L5132-5")
INCLUSION_TEMPORARY = _labour("L5132-6")
INCLUSION_ASSOCIATION = _labour("L5132-7 à L5132-9")
INCLUSION_WORKSITE = _labour("L5132-15 et L5132-15-1")
INCLUSION_SELF_EMPLOYED = _labour("L5132-6-1")
INCLUSION_PERMANENT = _labour("L5132-5-1 et L5132-15-1-1")
INCLUSION_ASSOCIATION_CAP = _labour("L5132-9, R5132-18 et D5132-18-1")
INCLUSION_SHORT_WEEK = _labour("L5132-15-1 et R5132-43-5")
DISABLED_WORKERS = _labour("L5212-13")
ADAPTED_ENTERPRISE = _labour("L5213-13 et L5213-13-1")
GEIQ = _labour("L1253-1")
SHELTERED_WORK = Source("Code de l’action sociale et des familles", "article L344-2")
YOUTH_COMMITMENT = _labour("L5131-6")
FULL_EMPLOYMENT_LAW = Source("Loi n° 2023-1196 du 18 décembre 2023", "article 1er")
IAE_PATHWAY = _labour("L5132-3")
IAE_DECREE = Source("Décret n° 2021-1128 du 30 août 2021", "PASS IAE")
IAE_PASS_FOR_ALL = Source("Loi n° 2020-1577 du 14 décembre 2020", "article 1er")
ZERO_UNEMPLOYMENT = Source("Loi n° 2020-1577 du 14 décembre 2020", "articles 9 et suivants")
ADAPTED_TEMPORARY = _labour("L5213-13-3")
STEPPING_STONE = _labour("L5213-13-2")
RECOGNITION = _labour("L5213-2")
PLIE = _labour("L5131-2")
REDUNDANCY_SUPPORT = _labour("L1233-65")
NO_DISCRIMINATION = _labour("L1132-1")
PRIORITY_ZONES = _labour("L1133-5")
EQUALITY = _labour("L1142-1")
APPRENTICESHIP = _labour("L6222-7-1")
APPRENTICE_AGE = _labour("L6222-1 et L6222-2")
APPRENTICE_TRAINING = _labour("L6222-24")
PROFESSIONAL_TRAINING = _labour("L6325-11 et L6325-12")
PRE_HIRE_TRAINING = _labour("L6326-1 et L6326-3")
IMMERSION = _labour("L5135-1 à L5135-8")
FIXED_TERM = _labour("L1242-8-1")
TEMPORARY_WORK = _labour("L1251-1 et L1251-12-1")
SCHOOL_AGE = Source("Code de l’éducation", "article L131-1")
RSA_AGE = Source("Code de l’action sociale et des familles", "articles L262-4 et L262-7-1")
REFUGEE_STATUS = Source(
    "Code de l’entrée et du séjour des étrangers et du droit d’asile", "articles L511-1 et L512-1"
)
TEMPORARY_STAY = Source(
    "Code de l’entrée et du séjour des étrangers et du droit d’asile", "articles L554-1 et L581-1"
)
URBAN_LAW = Source("Loi n° 2014-173 du 21 février 2014", "article 5")
RURAL_ZONES = Source("Code général des impôts", "article 44 quindecies A")
AQUAREEL_2025_PUBLICS = Source("CCAP TMA AQUAREEL (2025)", "article 4.5.2")
AQUAREEL_2025_CONSORTIUM = Source("CCAP TMA AQUAREEL (2025)", "article 4.5.5")
IAE_CRITERIA = Source("Arrêté du 1er septembre 2021 (critères d’éligibilité à l’IAE)", "annexe")
CCAG_TRAVAUX = Source("CCAG-Travaux du 30 mars 2021", "article 20.1")
CCAG_FCS = Source("CCAG-FCS du 30 mars 2021", "article 16.1")
CCAG_TIC = Source("CCAG-TIC du 30 mars 2021", "article 16.1")
CCAG_PI = Source("CCAG-PI du 30 mars 2021", "article 16.1")
CCAG_MI = Source("CCAG-MI du 30 mars 2021", "article 17.1, numéro à confirmer")
CCAG_MOE = Source("CCAG-MOE du 30 mars 2021", "article 18.1, numéro à confirmer")
CCAG_CLAUSE = Source("CCAG de 2021", "clause d’insertion sociale (16.1, Travaux 20.1)")
CCAG_PUBLICS_BY_STRUCTURE = Source("CCAG de 2021", "clause d’insertion sociale, point 1.1")
CCAG_PUBLICS_BY_SITUATION = Source("CCAG de 2021", "clause d’insertion sociale, point 1.2")
CCAG_WAYS = Source("CCAG de 2021", "clause d’insertion sociale, point 2")
CCAG_GLOBALISATION = Source("CCAG de 2021", "clause d’insertion sociale, point 3")
CCAG_FOLLOW_UP = Source("CCAG de 2021", "clause d’insertion sociale, point 4")
CCAG_PENALTIES = Source("CCAG de 2021", "clause d’insertion sociale, point 5")
CCAG_HEARING = Source(
    "CCAG de 2021", "pénalités, procédure contradictoire (14.1.1, Travaux 19.2.4)"
)
CCAG_CAP = Source("CCAG de 2021", "plafond des pénalités de retard (14.1.2, Travaux 19.2.2)")
CCAG_EXEMPTION = Source("CCAG de 2021", "petites pénalités de retard (14.1.3, Travaux 19.2.1)")
CCAG_PENALTY_DAYS = Source("CCAG de 2021", "jours comptés dans les pénalités (Travaux 19.1.1)")
CCAG_PERIODS = Source("CCAG de 2021", "computation des délais (3.2)")
PENALTIES_GUIDE = Source(
    "Direction des affaires juridiques, fiche « Les pénalités »", "TVA et jours comptés"
)
LINK = _code("L2112-3")
PRINCIPLES = _code("L3")
RESERVED_PRISON = _code("L2113-13-1")
RESERVED_NOTICE = _code("R2113-7 et R2113-8")
CRITERIA_PUBLIC = _code("L2152-8")
PRESENTATION_REPORT = _code("R2184-1")
CONCESSION_RESERVED_DISABLED = _code("L3113-1")
CONCESSION_RESERVED_INCLUSION = _code("L3113-2")
CONCESSION_RESERVED_PRISON = _code("L3113-2-1")
CONCESSION_RESERVED_BOTH = _code("L3113-3")
CODE_ORDER = Source("Ordonnance n° 2018-1074 du 26 novembre 2018", "entrée en vigueur")
ASAP_LAW = Source("Loi n° 2020-1525 du 7 décembre 2020", "article 141")
PRISON_ORDER = Source("Ordonnance n° 2022-1336 du 19 octobre 2022", "article 19")
PRISON_DECREE = Source("Décret n° 2022-1683 du 28 décembre 2022", "marchés réservés")
OLD_CODE = Source("Code des marchés publics (2006)", "articles 5, 14, 15, 30 et 53")
OLD_ORDER = Source("Ordonnance n° 2015-899 du 23 juillet 2015", "articles 36, 37, 38 et 52")
SPASER = _code("L2111-3")
SPASER_THRESHOLD = _code("D2111-3")
SPASER_OLD_DECREE = Source("Décret n° 2015-90 du 28 janvier 2015", "article 1er")
GREEN_INDUSTRY_LAW = Source("Loi n° 2023-973 du 23 octobre 2023", "article 29")
ESSENTIAL_DATA = _code("L2196-2 et R2196-1")
ESSENTIAL_DATA_ORDER = Source(
    "Arrêté du 22 décembre 2022 relatif aux données essentielles", "annexe"
)
CONCESSION_RESERVED_SHARE = _code("R3113-1")
BAM_2021_PENALTIES = Source("CCAP 21_BAM_048 (2021)", "article 8.2.2")
AQUAREEL_2025_PENALTIES = Source("CCAP TMA AQUAREEL (2025)", "article 13.2")
AQUAREEL_2025_CONTACT = Source("AE TMA AQUAREEL (2025)", "article 6")
GDPR_MINIMUM = Source("Règlement (UE) 2016/679 (RGPD)", "article 5, 1, c")
GDPR_LIMITS = Source("Règlement (UE) 2016/679 (RGPD)", "article 5, 1, e")
GDPR_ERASURE = Source("Règlement (UE) 2016/679 (RGPD)", "article 17")
GDPR_HEALTH = Source("Règlement (UE) 2016/679 (RGPD)", "article 9")
GDPR_JUSTICE = Source("Règlement (UE) 2016/679 (RGPD)", "article 10")
GDPR_ANSWER = Source("Règlement (UE) 2016/679 (RGPD)", "article 12, 3")
GDPR_JOINT_CONTROLLERS = Source("Règlement (UE) 2016/679 (RGPD)", "article 26")
EU_PERIODS = Source("Règlement (CEE, Euratom) n° 1182/71", "article 3, 4")
CNIL_SOCIAL = Source(
    "CNIL, délibération n° 2023-095 du 14 septembre 2023", "durées de conservation"
)
ESF_ARCHIVE = Source("Règlement (UE) 2021/1060", "article 82")
CNIL_LOGS = Source("CNIL, délibération n° 2021-122 du 14 octobre 2021", "durées de conservation")
CNIL_INACTIVE = Source("CNIL, référentiel de gestion commerciale", "contacts et comptes inactifs")
ESF_ARCHIVE_2014 = Source("Règlement (UE) n° 1303/2013", "article 140")
CONTRACT_ARCHIVE = _code("R2184-13")
PRESCRIPTION = Source(_CIVIL, "article 2224")
AQUAREEL_2025_DATA = Source("CCAP TMA AQUAREEL (2025)", "article 4.5.7")
STATISTICAL_SECRECY = Source("Loi n° 51-711 du 7 juin 1951", "article 6")
INSEE_SECRECY = Source("Insee, guide du secret statistique", "seuils de diffusion")
COMMITTEE_GLOBALISATION = Source(
    "Doctrine du comité départemental", "globalisation de 12 à 24 mois, alternance ou CDI 2 ans"
)
COMMITTEE_CHECK = Source(
    "Doctrine du comité départemental", "éligibilité vérifiée avant tout recrutement"
)
NANTES = Source("Conseil d’État, 25 mai 2018, Nantes Métropole", "n° 417580")
PUTEAUX = Source("Conseil d’État, 29 décembre 2008, OPHLM de Puteaux", "n° 296930")
LAVALIN = Source("Conseil d’État, 20 décembre 2019, Société Lavalin", "n° 428290")
NETWORK_2021 = Source(
    "Alliance Villes Emploi, consolidation de 2021",
    "25 124 684 heures pour 15 703 équivalents temps plein",
)
SUD_77 = Source("Maison de l’emploi et de la formation Sud 77", "exemple de calcul publié")
BAM_2021 = Source("CCAP 21_BAM_048 (2021)", "article 1.4")
AQUAREEL_2025 = Source("CCAP TMA AQUAREEL (2025)", "article 4.5")
TRAINING_CLAUSE = Source("Clause sociale de formation, modèle du 7 février 2018", "barème")
TRAINING_CLAUSE_PENALTIES = Source(
    "Clause sociale de formation, modèle du 7 février 2018", "pénalités et pièces"
)
ANRU = Source("Charte nationale d’insertion de l’ANRU", "objectifs d’heures travaillées")
CPV = Source("Règlement (CE) n° 213/2008", "vocabulaire commun pour les marchés publics")
PRACTICE = Source("Pratique des facilitateurs", "ordre de grandeur")
BUYERS_PRO_RATA = Source("Pratique des acheteurs", "volume au prorata du montant exécuté")
BUYERS_REMISSION = Source("Pratique des acheteurs", "remise de pénalités par décision motivée")
GINI = Source("Corrado Gini, Variabilità e mutabilità (1912)", "indice de concentration")
INCLUSION_SITE = Source("Le marché de l’inclusion", "calculateurs du site (août 2026)")
INCLUSION_SECTORS = Source("Le marché de l’inclusion", "secteurs d’activité du site (août 2026)")
ROME = Source("France Travail", "répertoire opérationnel des métiers et des emplois (ROME 4.0)")
COMMITTEE_SEGMENTS = Source("Offre de service du comité départemental", "segments d’achats")
AVE_CONSOLIDATION = Source(
    "Alliance Villes Emploi", "consolidation nationale des clauses sociales, indicateurs publiés"
)
REGIONAL_OBSERVATORY = Source(
    "Observatoires régionaux de la clause", "indicateurs publiés (Île-de-France, La Réunion)"
)
ESF_INDICATORS = Source(
    "Règlement (UE) 2021/1057",
    "annexe I, indicateurs communs",
    "https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX%3A32021R1057",
)
DECP_SCHEMA = Source(
    "Données essentielles de la commande publique",
    "schéma 2.0.3, considerationsSociales",
    "https://github.com/139bercy/format-commande-publique",
)
