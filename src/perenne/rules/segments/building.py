"""The trades of building works, with the words and CPV codes that tell them.

Labour shares of masonry, steel frames and painting: example published by the Maison de
l'emploi et de la formation Sud 77. Everything else is an indication of practice.
"""

from perenne.rules.law import Confidence
from perenne.rules.needs import ContractKind
from perenne.rules.segments.names import Segment
from perenne.rules.segments.trades import Family, Line, Marks, Ranges, Technicality, Trade
from perenne.rules.texts import SUD_77

_trade = Line(Segment.WORKS, ContractKind.WORKS, Family.BUILDING).trade
LOW, MEDIUM, HIGH = Technicality
COST = (27, 30, 38)

BUILDING: tuple[Trade, ...] = (
    _trade(
        "all_trades",
        "Bâtiment tous corps d’état",
        Ranges((30, 45, 50), COST, (5, 5, 10)),
        LOW,
        Marks(
            strong="tous corps d'état, TCE, clos couvert, second œuvre, entreprise générale",
            general="construction, reconstruction, réhabilitation, rénovation, extension, "
            "restructuration, réaménagement, surélévation, mise aux normes, "
            "mise en conformité, mise en accessibilité, travaux d'accessibilité, "
            "travaux d'aménagement, réfection, mise en sécurité, conception-réalisation, "
            "travaux de restauration, restauration de l'église, "
            "restauration du patrimoine, restauration du château, travaux de bâtiment, "
            "entretien des bâtiments, bâtiment modulaire, multitechnique, "
            "maintenance des bâtiments, portes automatiques, extincteurs",
            weak="travaux, bâtiment, pose, remplacement, installation",
            cpv="45 451 452 4521 4526 454",
        ),
    ),
    _trade(
        "demolition",
        "Démolition, curage",
        Ranges((35, 45, 65), COST, (5, 7, 10)),
        LOW,
        Marks(
            strong="démolition, déconstruction, curage du bâtiment, curage intérieur, "
            "curage et démolition, travaux de curage",
            cpv="45110 45111",
        ),
    ),
    _trade(
        "asbestos_removal",
        "Désamiantage",
        Ranges((50, 60, 65), (27, 35, 38), (3, 5, 5)),
        HIGH,
        Marks(
            strong="désamiantage, retrait d'amiante, déplombage, travaux amiante", cpv="45262660"
        ),
    ),
    _trade(
        "masonry",
        "Gros œuvre, maçonnerie",
        Ranges((40, 50, 55), COST, (5, 5, 10), SUD_77, Confidence.LIKELY),
        LOW,
        Marks(
            strong="gros œuvre, maçonnerie, béton armé, fondations, dallage, taille de pierre, "
            "pierre de taille",
            cpv="45223 45262",
        ),
    ),
    _trade(
        "timber_frame",
        "Charpente bois",
        Ranges((35, 40, 50), COST, (5, 5, 7)),
        MEDIUM,
        Marks(strong="charpente, charpente bois, ossature bois, charpente couverture", cpv="45422"),
    ),
    _trade(
        "steel_frame",
        "Charpente métallique, structure acier",
        Ranges((15, 20, 30), (27, 32, 38), (3, 5, 5), SUD_77, Confidence.LIKELY),
        HIGH,
        Marks(strong="charpente métallique, structure métallique, ossature métallique"),
    ),
    _trade(
        "roofing",
        "Couverture, zinguerie",
        Ranges((40, 45, 55), COST, (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="couverture, zinguerie, toiture, ardoise, couverture zinguerie, "
            "réfection de la toiture, réfection de toiture, couverture tuiles",
            cpv="452610 452611 452612 452613 45261900 45260",
        ),
    ),
    _trade(
        "waterproofing",
        "Étanchéité",
        Ranges((35, 40, 50), COST, (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="étanchéité, toiture-terrasse, couverture étanchéité, végétalisation de toiture",
            cpv="452614",
        ),
    ),
    _trade(
        "facade",
        "Ravalement, isolation par l’extérieur",
        Ranges((45, 55, 65), COST, (5, 7, 10)),
        LOW,
        Marks(
            strong="ravalement, façade, façades, nettoyage de façade, "
            "isolation thermique par l'extérieur, isolation extérieure, "
            "isolation par l'extérieur, ITE, ravalement de façade, bardage",
            cpv="45443 45452",
        ),
    ),
    _trade(
        "exterior_joinery",
        "Menuiseries extérieures",
        Ranges((20, 30, 35), COST, (3, 5, 5)),
        MEDIUM,
        Marks(
            strong="menuiseries extérieures, menuiserie aluminium, menuiserie PVC, fenêtres, "
            "remplacement des fenêtres, huisseries, mur-rideau, vitrerie, miroiterie, "
            "occultation, volets roulants, menuiseries extérieures aluminium",
            cpv="45421100 45421110 45421120 45421130 45441",
        ),
    ),
    _trade(
        "interior_joinery",
        "Menuiseries intérieures, agencement",
        Ranges((30, 40, 50), COST, (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="menuiserie, menuiserie bois, menuiseries intérieures, agencement, "
            "ébénisterie, menuiserie intérieure bois",
            cpv="45421 45420",
        ),
    ),
    _trade(
        "metalwork",
        "Serrurerie, métallerie",
        Ranges((30, 40, 50), (27, 32, 38), (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="serrurerie, métallerie, ferronnerie, garde-corps, serrurerie métallerie, "
            "métallerie serrurerie",
            cpv="44316500 45421140 45421160",
        ),
    ),
    _trade(
        "plastering",
        "Plâtrerie, cloisons, doublages, isolation",
        Ranges((45, 50, 65), COST, (5, 7, 10)),
        LOW,
        Marks(
            strong="plâtrerie, cloisons, doublage, plaques de plâtre, isolation intérieure, "
            "cloisonnement, isolation des combles, plâtrerie isolation, "
            "cloisons doublages, cloisons sèches, calorifugeage, isolation thermique",
            cpv="45410 45421141 45421152 4532",
        ),
    ),
    _trade(
        "suspended_ceilings",
        "Faux plafonds",
        Ranges((35, 45, 50), COST, (5, 5, 10)),
        LOW,
        Marks(strong="faux plafonds, plafonds suspendus", cpv="45421146"),
    ),
    _trade(
        "tiling",
        "Carrelage, faïence",
        Ranges((45, 50, 65), COST, (5, 5, 10)),
        MEDIUM,
        Marks(strong="carrelage, faïence, carrelage faïence", cpv="45431 45430"),
    ),
    _trade(
        "flooring",
        "Sols souples, parquets",
        Ranges((30, 35, 55), COST, (5, 5, 10)),
        MEDIUM,
        Marks(
            strong="sols souples, parquet, revêtements de sols, revêtement de sol, linoléum, "
            "sols sportifs, sol sportif, revêtement de sols souples",
            cpv="45432 45212290",
        ),
    ),
    _trade(
        "painting",
        "Peinture, revêtements muraux",
        Ranges((60, 70, 80), COST, (5, 10, 15), SUD_77, Confidence.LIKELY),
        LOW,
        Marks(
            strong="peinture, revêtements muraux, peinture intérieure, "
            "peinture revêtements muraux, mise en peinture, papier peint",
            cpv="45442 45451 45440",
        ),
    ),
    _trade(
        "plumbing",
        "Plomberie, sanitaire",
        Ranges((35, 40, 50), (27, 32, 38), (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="plomberie, installations sanitaires, équipements sanitaires, robinetterie, "
            "plomberie sanitaire",
            cpv="4533 45332",
        ),
    ),
    _trade(
        "heating",
        "Chauffage, ventilation, climatisation",
        Ranges((25, 35, 45), (27, 32, 38), (3, 5, 7)),
        HIGH,
        Marks(
            strong="chauffage, ventilation, climatisation, CVC, chaufferie, VMC, chaudière, "
            "génie climatique, installations thermiques, pompe à chaleur, "
            "réseau de chaleur, chauffage ventilation climatisation, "
            "chauffage ventilation, traitement de l'air, géothermie, chauffage plomberie",
            cpv="45331 42512 50720 50730",
        ),
    ),
    _trade(
        "electricity",
        "Électricité, courants forts et faibles",
        Ranges((35, 40, 50), (27, 32, 38), (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="électricité, courants forts, courants faibles, installations électriques, "
            "CFO CFA, courants forts et faibles, électricité courants forts, "
            "électricité courants faibles, électricité courants forts courants faibles, "
            "précâblage, alarme incendie, sécurité incendie, SSI, photovoltaïque, "
            "panneaux photovoltaïques, vidéoprotection, vidéosurveillance, "
            "contrôle d'accès",
            cpv="4531 50711 09331 09332",
        ),
    ),
    _trade(
        "lifts",
        "Ascenseurs",
        Ranges((15, 20, 35), (27, 38, 38), (0, 2, 5)),
        HIGH,
        Marks(
            strong="ascenseur, élévateur, monte-charge, appareils élévateurs, escalier mécanique",
            cpv="45313 50750 4241",
        ),
    ),
    _trade(
        "site_cleaning",
        "Nettoyage de chantier",
        Ranges((70, 80, 90), (21, 25, 28), (10, 20, 100)),
        LOW,
        Marks(
            strong="nettoyage de chantier, nettoyage de fin de chantier, "
            "nettoyage fin de travaux, nettoyage après travaux",
            cpv="45452100",
        ),
    ),
    _trade(
        "site_base",
        "Base vie, logistique de chantier",
        Ranges((60, 70, 80), (24, 28, 32), (5, 10, 20)),
        LOW,
        Marks(
            strong="base vie, base-vie, logistique de chantier, installations de chantier, "
            "bungalows de chantier",
        ),
    ),
)
