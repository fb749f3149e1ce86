"""Meals, desks, print, delegated facilities, computing, surveys, engineering."""

from perenne.rules.needs import ContractKind
from perenne.rules.segments.names import Segment
from perenne.rules.segments.trades import Line, Marks, Ranges, Technicality, Trade

LOW, MEDIUM, HIGH = Technicality
_meals = Line(Segment.CATERING, ContractKind.SERVICES).trade
_desk = Line(Segment.RECEPTION, ContractKind.SERVICES).trade
_print = Line(Segment.PRINT, ContractKind.SERVICES).trade
_delegated = Line(Segment.DELEGATED_FACILITIES, ContractKind.CONCESSION).trade
_computing = Line(Segment.IT_SUPPORT, ContractKind.SERVICES).trade
_survey = Line(Segment.SURVEYS, ContractKind.SERVICES).trade
_studies = Line(Segment.ENGINEERING, ContractKind.SERVICES).trade

OFFICES: tuple[Trade, ...] = (
    _meals(
        "collective_catering",
        "Restauration collective",
        Ranges((35, 42, 55), (22, 22, 29), (5, 7, 10)),
        LOW,
        Marks(
            strong="restauration scolaire, restauration collective, repas, cantine, "
            "liaison froide, liaison chaude, restaurant administratif, portage de repas, "
            "restaurant scolaire, restauration des agents, restauration municipale, "
            "confection de repas, fourniture de repas, fourniture et livraison de repas, "
            "goûters, restauration du personnel, exploitation du restaurant",
            weak="restauration, restaurant",
            cpv="553 5551 55510 55511 55512 5552 55520 55521 55523 55524 55300",
        ),
    ),
    _meals(
        "events_catering",
        "Traiteur",
        Ranges((35, 40, 55), (22, 23, 29), (5, 10, 100)),
        LOW,
        Marks(
            strong="traiteur, cocktail, plateaux-repas, buffet, réceptions et cocktails, "
            "prestations de traiteur, plateaux repas",
            cpv="55520000 55321000 55322000",
        ),
    ),
    _desk(
        "reception_desk",
        "Accueil, secrétariat, standard",
        Ranges((80, 88, 92), (24, 24, 32), (5, 7, 10)),
        MEDIUM,
        Marks(
            strong="accueil du public, accueil physique, accueil téléphonique, standard, "
            "hôtesses, secrétariat, standard téléphonique, prestation d'accueil, "
            "prestations d'accueil, accueil du siège, accueil et standard, "
            "agents d'accueil, permanence téléphonique, centre d'appels, saisie, "
            "saisie de données, conciergerie, accueil des visiteurs, télésecrétariat, "
            "numérisation de documents, numérisation, archivage, courrier, "
            "affranchissement, mise sous pli et affranchissement",
            weak="accueil, archives",
            cpv="7951 79500 79511 79512 7955 79992 79995 72312 79999100 79996100",
        ),
    ),
    _print(
        "printing",
        "Impression, façonnage, routage",
        Ranges((25, 32, 60), (26, 28, 38), (3, 5, 10)),
        MEDIUM,
        Marks(
            strong="impression, imprimerie, routage, mise sous pli, reprographie, façonnage, "
            "magazine municipal, bulletin municipal, travaux d'impression, "
            "distribution du magazine, distribution de documents, boîtage, affiches, "
            "publipostage, impression et façonnage, brochures, reliure, "
            "distribution en boîtes aux lettres",
            cpv="798 79800 79810 79820 79821 79823 79824 79570 79571 222 2245 2246 7982",
        ),
    ),
    _print(
        "graphic_design",
        "Création graphique",
        Ranges((55, 65, 75), (26, 35, 38), (3, 5, 10)),
        HIGH,
        Marks(
            strong="création graphique, graphisme, infographie, mise en page, PAO, maquette, "
            "identité visuelle, charte graphique, conception graphique, signalétique, "
            "conception et réalisation de supports de communication, "
            "supports de communication, production audiovisuelle, photographies",
            weak="communication",
            cpv="79822 79415200 79340 79341 79961",
        ),
    ),
    _delegated(
        "delegated_operation",
        "Exploitation d’équipements délégués",
        Ranges((35, 45, 70), (24, 26, 35), (3, 5, 10)),
        MEDIUM,
        Marks(
            leading="délégation de service public, DSP, affermage, régie intéressée, "
            "contrat de concession, concession, concession de service public, "
            "concession de services",
            strong="gestion d'équipements, exploitation du centre aquatique, "
            "exploitation de la piscine, gestion et exploitation, "
            "exploitation d'équipements, exploitation du camping, "
            "exploitation du parc de stationnement, exploitation du réseau de transport, "
            "gestion de la fourrière, aire d'accueil des gens du voyage, "
            "exploitation du golf",
            cpv="926 98300000 92610 983",
        ),
    ),
    _computing(
        "it_support",
        "Assistance informatique, support, maintenance applicative",
        Ranges((65, 75, 90), (28, 50, 55), (1, 3, 5)),
        HIGH,
        Marks(
            strong="assistance informatique, infogérance, support informatique, "
            "tierce maintenance applicative, TMA, développement informatique, "
            "développement d'applications, assistance utilisateurs, hotline, helpdesk, "
            "centre de services, prestations informatiques, services informatiques, "
            "maintenance informatique, refonte du site internet, site internet, site web, "
            "maintenance du parc informatique, parc informatique, "
            "assistance aux utilisateurs, recette fonctionnelle, accessibilité numérique, "
            "médiation numérique, maintenance applicative, hébergement et maintenance, "
            "intégration de logiciels, infrastructures informatiques, "
            "système d'information",
            weak="informatique, numérique",
            cpv="72 50312 50320 50324",
        ),
    ),
    _survey(
        "field_surveys",
        "Enquêtes de terrain ou par téléphone, comptages",
        Ranges((60, 70, 85), (22, 26, 30), (5, 10, 20)),
        LOW,
        Marks(
            strong="enquête, enquêtes de satisfaction, sondage, comptages, recensement, "
            "enquête de satisfaction, enquêtes origine-destination, "
            "réalisation d'enquêtes, enquêtes ménages, comptages routiers, "
            "occupation du parc social, étude de satisfaction, client mystère, "
            "enquêtes téléphoniques, enquête mobilité",
            cpv="7931 79310 79311 79320 79330",
        ),
    ),
    _studies(
        "engineering",
        "Maîtrise d’œuvre, études, assistance à maîtrise d’ouvrage",
        Ranges((60, 70, 90), (32, 55, 60), (1, 3, 5)),
        HIGH,
        Marks(
            leading="maîtrise d'œuvre, MOE, maître d'œuvre, AMO, assistance à maîtrise d'ouvrage, "
            "assistance à maître d'ouvrage, OPC, ordonnancement pilotage coordination, "
            "coordination SPS, coordonnateur SPS, mission SPS, CSPS, contrôle technique, "
            "étude de faisabilité, études préalables, bureau d'études, "
            "mission de programmation, étude de programmation, programmiste, "
            "assistance technique, mandat de maîtrise d'ouvrage, conduite d'opération, "
            "étude d'impact, études géotechniques, étude géotechnique, géomètre, "
            "levés topographiques, relevés topographiques, topographie, "
            "prestations topographiques, schéma directeur, plan local d'urbanisme, PLU, "
            "PLUI, étude urbaine, audit énergétique, études de maîtrise d'œuvre, "
            "étude de circulation, étude hydraulique, commissionnement",
            strong="ingénierie, étude, études",
            weak="conseil, audit, programmation",
            cpv="71 794 79415 73",
        ),
    ),
    _studies(
        "technical_surveys",
        "Diagnostics et repérages techniques",
        Ranges((60, 70, 90), (32, 45, 60), (1, 2, 5)),
        HIGH,
        Marks(
            leading="repérage amiante, repérage … amiante, diagnostic amiante, "
            "diagnostic immobilier, diagnostics immobiliers, diagnostics techniques, "
            "diagnostic plomb, diagnostics amiante, diagnostic … amiante, "
            "diagnostic énergétique, DPE, analyses et prélèvements, diagnostic structure, "
            "diagnostics avant travaux",
            strong="diagnostic, repérage, vérifications réglementaires, "
            "vérifications périodiques, contrôles réglementaires, vérification périodique",
            cpv="716 71600 71630 71631 71632",
        ),
    ),
)
