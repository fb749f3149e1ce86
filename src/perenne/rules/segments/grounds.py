"""Outdoors and premises: green spaces, cleaning, streets, nature, security, waste."""

from perenne.rules.needs import ContractKind
from perenne.rules.segments.names import Segment
from perenne.rules.segments.trades import Line, Marks, Ranges, Technicality, Trade

LOW, MEDIUM, HIGH = Technicality
_green = Line(Segment.GREEN_SPACES, ContractKind.SERVICES).trade
_planting = Line(Segment.GREEN_SPACES, ContractKind.WORKS).trade
_cleaning = Line(Segment.CLEANING, ContractKind.SERVICES).trade
_street = Line(Segment.STREET_CLEANING, ContractKind.SERVICES).trade
_nature = Line(Segment.ENVIRONMENT, ContractKind.SERVICES).trade
_guards = Line(Segment.SECURITY, ContractKind.SERVICES).trade
_waste = Line(Segment.WASTE, ContractKind.SERVICES).trade

GROUNDS: tuple[Trade, ...] = (
    _planting(
        "green_creation",
        "Espaces verts, création et plantations",
        Ranges((30, 40, 75), (24, 28, 32), (5, 10, 20)),
        LOW,
        Marks(
            strong="création d'espaces verts, aménagement paysager, aménagements paysagers, "
            "plantation, plantations, travaux d'espaces verts, engazonnement, "
            "aménagement d'espaces verts, fourniture et plantation d'arbres, "
            "aménagement des espaces verts, végétalisation, désimperméabilisation, "
            "travaux paysagers, aire de jeux, clôture",
            cpv="45112700 45112710 45112711 45112712 45112720 45112723",
        ),
    ),
    _green(
        "green_upkeep",
        "Espaces verts, entretien",
        Ranges((60, 70, 80), (24, 26, 32), (10, 15, 100)),
        LOW,
        Marks(
            strong="espaces verts, entretien des espaces verts, tonte, élagage, taille de haies, "
            "fauchage, débroussaillage, désherbage, fleurissement, arrosage, "
            "abattage d'arbres, entretien paysager, terrains de sport engazonnés, "
            "entretien du cimetière, entretien des cimetières, entretien des abords, "
            "jardinage, entretien du patrimoine arboré, arbres, "
            "entretien des terrains sportifs, haies",
            weak="jardin, parc, cimetière, paysage",
            cpv="773 77300 77310 77311 77312 77313 77314 77320 77330 77340 77342",
        ),
    ),
    _cleaning(
        "premises_cleaning",
        "Nettoyage des locaux",
        Ranges((75, 80, 90), (21, 22, 28), (5, 10, 20)),
        LOW,
        Marks(
            strong="nettoyage, nettoyage des locaux, entretien des locaux, ménage, "
            "vitrerie … nettoyage, nettoyage de vitrerie, nettoyage de la vitrerie, "
            "bionettoyage, entretien ménager, propreté des locaux, "
            "entretien et nettoyage, nettoyage de vitres, entretien des parties communes, "
            "nettoyage des parties communes, lavage de vitres, hygiène des locaux, "
            "entretien des bureaux, entretien ménager des locaux",
            cpv="90910 90911 90919 90900",
        ),
    ),
    _cleaning(
        "pest_control",
        "Hygiène : dératisation, désinsectisation, désinfection",
        Ranges((50, 60, 75), (22, 26, 30), (3, 5, 10)),
        MEDIUM,
        Marks(
            strong="dératisation, nuisibles, désinsectisation, désinfection, dépigeonnage, "
            "lutte antiparasitaire, nettoyage de hottes, dégraissage des hottes, "
            "nettoyage des conduits",
            cpv="90920 90921 90922 90923 90924 90913",
        ),
    ),
    _street(
        "street_cleaning",
        "Balayage, propreté urbaine",
        Ranges((50, 60, 80), (23, 24, 30), (5, 10, 20)),
        LOW,
        Marks(
            strong="propreté urbaine, balayage, nettoiement, nettoyage de la voirie, "
            "nettoyage des rues, graffitis, tags, enlèvement des graffitis, désaffichage, "
            "nettoyage urbain, nettoyage des marchés, nettoyage des espaces publics, "
            "déneigement, viabilité hivernale, corbeilles de rue, balayage de la voirie, "
            "propreté des espaces publics, nettoyage des plages, sanitaires publics, "
            "enlèvement des dépôts sauvages, dépôts sauvages",
            cpv="906 9061 90611 90612 9062 9063 9064 9068 9069",
        ),
    ),
    _nature(
        "natural_areas",
        "Entretien des milieux naturels et des cours d’eau",
        Ranges((50, 70, 80), (24, 26, 33), (10, 20, 100)),
        LOW,
        Marks(
            strong="milieux naturels, espaces naturels, cours d'eau, rivières, berges, "
            "ripisylve, zones humides, éco-pâturage, plantes invasives, "
            "espèces invasives, sentiers, sentiers de randonnée, entretien des berges, "
            "restauration écologique, renaturation, entretien des fossés, fossés, mares, "
            "forêt, travaux forestiers, sylviculture, bois communal, "
            "restauration de cours d'eau, restauration de rivière, "
            "restauration de zones humides, restauration des berges, faucardage, étang",
            weak="environnement, biodiversité",
            cpv="907 90700 90720 90721 90722 772 77200 77230 77231",
        ),
    ),
    _nature(
        "drains",
        "Curage et entretien des réseaux d’assainissement",
        Ranges((30, 40, 50), (24, 28, 33), (3, 5, 10)),
        MEDIUM,
        Marks(
            strong="curage des réseaux, hydrocurage, curage de canalisations, vidange de fosses, "
            "curage des réseaux d'assainissement, inspection télévisée, bacs à graisse, "
            "entretien des réseaux d'assainissement, curage … assainissement, "
            "nettoyage des réseaux d'assainissement",
            cpv="904 90400 90460 90470 90480 90490",
        ),
    ),
    _guards(
        "guarding",
        "Sécurité, gardiennage",
        Ranges((80, 88, 92), (24, 24, 30), (3, 5, 10)),
        MEDIUM,
        Marks(
            strong="gardiennage, surveillance des bâtiments, agents de sécurité, "
            "télésurveillance, sécurité privée, SSIAP, sûreté, rondes, "
            "prestations de sécurité, surveillance, gardiennage et sécurité, "
            "surveillance et gardiennage, sécurité des bâtiments, "
            "sécurité incendie et assistance à personnes, service de sécurité, "
            "prestation de sécurité incendie, prévention et sécurité, maître-chien",
            weak="sécurité",
            cpv="797 79700 79710 79711 79713 79714 79715 98341140",
        ),
    ),
    _waste(
        "waste_collection",
        "Collecte des déchets",
        Ranges((40, 55, 65), (24, 26, 32), (3, 5, 10)),
        LOW,
        Marks(
            strong="collecte des déchets, ordures ménagères, enlèvement des déchets, collecte, "
            "déchets, bennes, gravats, encombrants, déchèterie, déchetterie, "
            "location de bennes, gestion des déchets, collecte et traitement, "
            "transport des déchets, biodéchets, haut de quai, gestion de déchèterie, "
            "exploitation de déchèterie, déchets verts, points d'apport volontaire, "
            "enlèvement et traitement des déchets",
            cpv="905 90500 90511 90512 90513 90530",
        ),
    ),
    _waste(
        "hazardous_waste",
        "Collecte et traitement des déchets dangereux",
        Ranges((30, 40, 55), (24, 28, 32), (2, 3, 5)),
        HIGH,
        Marks(
            leading="déchets dangereux, déchets ménagers dangereux, déchets chimiques, DASRI, "
            "déchets d'activités de soins, déchets amiantés",
            strong="huiles usagées",
            cpv="9052",
        ),
    ),
    _waste(
        "waste_sorting",
        "Tri, ressourcerie, recyclage",
        Ranges((40, 50, 65), (24, 24, 32), (10, 20, 100)),
        LOW,
        Marks(
            strong="tri des déchets, centre de tri, ressourcerie, recyclerie, recyclage, "
            "réemploi, tri sélectif, valorisation des déchets, démantèlement des D3E, "
            "collecte de textiles, collecte et recyclage du papier, "
            "tri et conditionnement, compostage, exploitation du centre de tri, "
            "recyclage du papier",
            cpv="90514",
        ),
    ),
)
