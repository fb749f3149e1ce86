"""Outside the fourteen segments: trades with labour all the same, and purchases without any."""

from perenne.rules.law import Confidence
from perenne.rules.needs import ContractKind
from perenne.rules.segments.trades import Excluded, Line, Marks, Ranges, Technicality, Trade
from perenne.rules.texts import SOCIAL_SERVICES, SOCIAL_SERVICES_LIST

LOW, MEDIUM, HIGH = Technicality
_trade = Line(None, ContractKind.SERVICES).trade
COST = (20, 30, 60)

RESERVE_OR_ACT = (
    "Proposez plutôt un lot réservé (entreprises adaptées, ESAT, insertion) si l'offre existe, "
    "ou une action qualitative (visite, stage, formation)."
)
ACT = "Proposez plutôt une action qualitative : accueil de stagiaires, alternance, formation."

OUTSIDE_TRADES: tuple[Trade, ...] = (
    _trade(
        "removals",
        "Déménagement, manutention",
        Ranges((60, 65, 75), COST, (5, 5, 10)),
        LOW,
        Marks(
            strong="déménagement, manutention, transfert de mobilier, montage de stands, "
            "installation de matériel événementiel, manutentions",
            cpv="98392",
        ),
    ),
    _trade(
        "passenger_transport",
        "Transport de personnes",
        Ranges((60, 65, 75), COST, (3, 5, 10)),
        HIGH,
        Marks(
            strong="transport scolaire, transports scolaires, transport de personnes, navette, "
            "transport d'élèves, transport à la demande, transport en commun, "
            "transport par autocar, autocars, transport des élèves, "
            "transport de voyageurs, transport collectif",
            weak="transport",
            cpv="601 60100 60112 60130 60140 60170 60172",
        ),
    ),
    _trade(
        "laundry",
        "Blanchisserie, location et entretien de textile",
        Ranges((50, 55, 65), COST, (5, 5, 10)),
        LOW,
        Marks(
            strong="blanchisserie, entretien du linge, nettoyage du linge, lavage du linge, "
            "location et entretien de linge, vêtements de travail … entretien, "
            "location et entretien de vêtements, entretien des vêtements, "
            "traitement du linge, nettoyage de vêtements, blanchissage, "
            "location entretien de linge, lavage de vêtements",
            cpv="98310 98311 98312 98315",
        ),
    ),
)

_WITHOUT_LABOUR = "où la main-d'œuvre ne pèse presque rien"

WITHOUT_HOURS: tuple[Excluded, ...] = (
    Excluded(
        "supplies",
        "Achat de fournitures",
        ContractKind.SUPPLIES,
        f"c'est un achat de fournitures, {_WITHOUT_LABOUR}",
        RESERVE_OR_ACT,
        expressions=Marks(
            strong="fourniture, achat, acquisition, approvisionnement, denrées alimentaires, "
            "produits d'entretien, matériel informatique, matériels informatiques, "
            "véhicules, fournitures de bureau, papeterie, denrées, livraison, "
            "manuels scolaires, livres, vêtements de travail, EPI, "
            "équipements de protection individuelle, médicaments, dispositifs médicaux, "
            "carburant, mobilier, mobilier scolaire, mobilier de bureau, mobilier urbain, "
            "produits alimentaires, pain, viande, fruits et légumes, épicerie, surgelés, "
            "ordinateurs, pièces détachées, jouets, produits lessiviels, quincaillerie, "
            "engins, tracteur, balayeuse, sel de déneigement, consommables, cartouches, "
            "papier, habillement",
        ).expressions,
        cpv=Marks(cpv="03 14 15 16 18 19 22 24 30 31 32 33 34 35 37 38 39 41 42 43 44").prefixes,
    ),
    Excluded(
        "software",
        "Logiciels et licences",
        ContractKind.SUPPLIES,
        f"c'est un achat de logiciels ou de licences, {_WITHOUT_LABOUR}",
        ACT,
        expressions=Marks(
            strong="logiciel, licences, progiciel, abonnement, solution logicielle, "
            "acquisition de logiciel, maintenance de logiciel, maintenance du progiciel, "
            "abonnements, bases de données",
        ).expressions,
        cpv=("48",),
    ),
    Excluded(
        "energy",
        "Fourniture d’énergie et de fluides",
        ContractKind.SUPPLIES,
        f"c'est un achat d'énergie ou de fluides, {_WITHOUT_LABOUR}",
        ACT,
        expressions=Marks(
            strong="fourniture d'électricité, fourniture de gaz, fourniture d'énergie, "
            "gaz naturel, acheminement d'électricité, fioul, fourniture de fioul, "
            "achat d'électricité, fourniture et acheminement, bois énergie, "
            "granulés de bois",
        ).expressions,
        cpv=("09", "65"),
    ),
    Excluded(
        "insurance",
        "Assurances, services bancaires et financiers",
        ContractKind.SERVICES,
        f"c'est un contrat d'assurance ou financier, {_WITHOUT_LABOUR}",
        ACT,
        expressions=Marks(
            leading="assurance, assurances, courtage",
            strong="mutuelle, prévoyance, services bancaires, emprunt, prestations bancaires, "
            "tickets restaurant, titres-restaurant, chèques vacances",
        ).expressions,
        cpv=("66",),
    ),
    Excluded(
        "telecoms",
        "Télécommunications et poste",
        ContractKind.SERVICES,
        f"c'est un abonnement de télécommunications ou postal, {_WITHOUT_LABOUR}",
        ACT,
        expressions=Marks(
            strong="téléphonie, télécommunications, téléphonie mobile, téléphonie fixe, "
            "services de télécommunications, accès internet, services postaux, "
            "abonnements téléphoniques",
        ).expressions,
        cpv=("64", "32510"),
    ),
    Excluded(
        "rental",
        "Location de matériel ou de véhicules",
        ContractKind.SUPPLIES,
        f"c'est une location de matériel, {_WITHOUT_LABOUR}",
        ACT,
        expressions=Marks(
            strong="location, location de nacelles, crédit-bail, location de véhicules, "
            "copieurs, location de matériel, photocopieurs, location longue durée, "
            "fontaines à eau",
        ).expressions,
    ),
    Excluded(
        "training",
        "Formation",
        ContractKind.SERVICES,
        "la formation est un métier qualifié, hors des quatorze segments, et le volume d'heures "
        "ouvert à l'insertion y est faible",
        ACT,
        expressions=Marks(
            leading="formation, formations, action de formation, e-learning, bilan de compétences",
        ).expressions,
        cpv=("80",),
    ),
    Excluded(
        "social_services",
        "Services sociaux, de santé, culturels et d’animation",
        ContractKind.SERVICES,
        "ces services de santé, sociaux ou culturels sont hors des quatorze segments et demandent "
        "des intervenants qualifiés",
        "Étudiez un marché réservé aux entreprises de l'économie sociale et solidaire "
        "(article L2113-15 du Code de la commande publique, trois ans au plus).",
        source=SOCIAL_SERVICES_LIST,
        confidence=Confidence.LIKELY,
        social_economy=True,
        expressions=Marks(
            strong="animation, médiation, accueil de loisirs, périscolaire, crèche, "
            "centre social, petite enfance, aide à domicile, accompagnement social, "
            "spectacle, festival, feu d'artifice, accueil périscolaire, "
            "structure d'accueil, services culturels, médiation sociale, "
            "animation jeunesse, centre de loisirs, séjours, soins, services sociaux, "
            "gestion de la crèche, multi-accueil, activités périscolaires, colonies",
        ).expressions,
        cpv=("85", "921", "923", "925", "92000000", "98133"),
    ),
    Excluded(
        "insertion",
        "Services d’insertion et de qualification professionnelle",
        ContractKind.SERVICES,
        "l'insertion est l'objet même du marché, qui se mesure en places et en parcours plutôt "
        "qu'en heures calculées sur un montant",
        "Précisez le nombre de personnes, la durée des parcours et l'activité qui sert de support.",
        source=SOCIAL_SERVICES,
        confidence=Confidence.LIKELY,
        expressions=Marks(
            leading="chantier d'insertion, chantier école, service d'insertion, "
            "action d'insertion, marché d'insertion, insertion par l'activité économique, "
            "insertion et qualification, accompagnement à l'insertion, "
            "parcours d'insertion",
        ).expressions,
        cpv=("85312",),
    ),
    Excluded(
        "legal",
        "Services juridiques",
        ContractKind.SERVICES,
        "les services juridiques sont un métier réglementé, hors des quatorze segments",
        ACT,
        expressions=Marks(
            leading="prestations juridiques, services juridiques, représentation en justice, "
            "conseil juridique, assistance juridique",
            strong="avocat, notaire, huissier, commissariat aux comptes, commissaire aux comptes",
        ).expressions,
        cpv=("791", "7921"),
    ),
    Excluded(
        "travel",
        "Voyages, hébergement",
        ContractKind.SERVICES,
        f"c'est un achat de voyages ou d'hébergement, {_WITHOUT_LABOUR}",
        ACT,
        expressions=Marks(
            strong="agence de voyages, voyages, billetterie, hébergement hôtelier, "
            "transport aérien, déplacements professionnels",
        ).expressions,
        cpv=("63", "551", "552", "604"),
    ),
)
