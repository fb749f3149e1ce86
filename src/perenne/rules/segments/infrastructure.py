"""The trades of civil works: networks, roads, structures. Indications of practice."""

from perenne.rules.needs import ContractKind
from perenne.rules.segments.names import Segment
from perenne.rules.segments.trades import Family, Line, Marks, Ranges, Technicality, Trade

_trade = Line(Segment.WORKS, ContractKind.WORKS, Family.INFRASTRUCTURE).trade
LOW, MEDIUM, HIGH = Technicality
COST = (27, 30, 38)

INFRASTRUCTURE: tuple[Trade, ...] = (
    _trade(
        "roads_and_networks",
        "VRD, réseaux, terrassement",
        Ranges((20, 30, 45), COST, (5, 5, 10)),
        LOW,
        Marks(
            strong="VRD, voirie et réseaux divers, terrassement, réseaux humides, réseaux secs, "
            "assainissement, eau potable, canalisations, tranchées, "
            "réseaux d'assainissement, génie civil de réseaux, réseaux d'eau, eaux usées, "
            "eaux pluviales, aménagement urbain, aménagement de la rue, "
            "requalification … rue, centre-bourg, aménagement du bourg, "
            "aménagement de la place, cour d'école, city stade, terrain synthétique, "
            "gazon synthétique, football synthétique, viabilisation, terrassement VRD, "
            "terrassements généraux, station d'épuration, "
            "renouvellement de canalisations, branchements",
            cpv="45112 4523 45231 452313 45232 45233 45247 45246 45252 45240",
        ),
    ),
    _trade(
        "power_networks",
        "Réseaux électriques et de communication",
        Ranges((25, 30, 45), (27, 32, 38), (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="électrification rurale, électrification, enfouissement des réseaux, "
            "effacement des réseaux, réseaux électriques, fibre optique, fourreaux, "
            "dissimulation des réseaux, déploiement de la fibre, bornes de recharge, IRVE",
            cpv="452314 452316 45232200 45232300 45314",
        ),
    ),
    _trade(
        "street_lighting",
        "Éclairage public, signalisation lumineuse",
        Ranges((25, 35, 45), (27, 32, 38), (5, 5, 7)),
        MEDIUM,
        Marks(
            strong="éclairage public, candélabres, signalisation lumineuse, feux tricolores, "
            "illuminations de Noël, illuminations festives, signalisation tricolore",
            cpv="45316 50232 34928500",
        ),
    ),
    _trade(
        "road_surfaces",
        "Voirie, enrobés",
        Ranges((20, 25, 35), COST, (5, 5, 10)),
        MEDIUM,
        Marks(
            strong="voirie, enrobés, travaux de voirie, revêtements routiers, chaussée, "
            "trottoirs, réfection de chaussées, route, travaux routiers, piste cyclable, "
            "parking, carrefour, giratoire, ralentisseurs, réfection de voirie, "
            "réfection de trottoirs, point à temps",
            cpv="45233120 45233140 45233141 45233142 45233220 45233222 45233223",
        ),
    ),
    _trade(
        "road_marking",
        "Signalisation routière",
        Ranges((25, 30, 40), COST, (5, 5, 10)),
        LOW,
        Marks(
            strong="signalisation horizontale, signalisation verticale, marquage au sol, "
            "peinture routière, signalisation routière, panneaux de signalisation",
            cpv="452332 45233221 45233294 34992",
        ),
    ),
    _trade(
        "paving",
        "Pavage, bordures",
        Ranges((45, 50, 60), COST, (5, 5, 10)),
        LOW,
        Marks(strong="pavage, pavés, bordures, bordures et caniveaux", cpv="45233262 45233253"),
    ),
    _trade(
        "structures",
        "Ouvrages d’art, génie civil",
        Ranges((30, 35, 45), COST, (5, 5, 10)),
        MEDIUM,
        Marks(
            strong="ouvrage d'art, génie civil, pont, passerelle, mur de soutènement, "
            "soutènement, quai, écluse, barrage, digue, tunnel",
            cpv="45221 45220 45241 45243",
        ),
    ),
)
