"""What people call those who do a trade: « peintre », « carreleur », « agent de propreté ».

Words by which somebody looks for a trade and which its own label does not say, separated by commas.
They only help to find: nothing is decided by them. Source: names in use of the ROME of France
Travail for these trades, and those that offers of the insertion sector write.
"""

from collections.abc import Mapping

JOBS: Mapping[str, str] = {
    "all_trades": "btp, bâtiment, ouvrier polyvalent, second œuvre, rénovation, bricolage, "
    "aide-ouvrier, petits travaux, homme toutes mains",
    "demolition": "démolisseur, déconstruction, curage",
    "asbestos_removal": "désamianteur, amiante",
    "masonry": "maçon, coffreur, bancheur, ferrailleur, aide-maçon, béton",
    "timber_frame": "charpentier, ossature bois",
    "steel_frame": "charpentier métallique, monteur, soudeur",
    "roofing": "couvreur, zingueur, toiture",
    "waterproofing": "étancheur",
    "facade": "façadier, ravaleur, isolation thermique",
    "exterior_joinery": "menuisier poseur, fenêtres",
    "interior_joinery": "menuisier, agenceur, ébéniste",
    "metalwork": "serrurier, métallier, ferronnier, soudeur",
    "plastering": "plaquiste, plâtrier, placo",
    "suspended_ceilings": "plafiste",
    "tiling": "carreleur, faïencier",
    "flooring": "solier, poseur de sols, parqueteur, moquette",
    "painting": "peintre, tapissier, papier peint",
    "plumbing": "plombier, sanitaires",
    "heating": "chauffagiste, frigoriste, climaticien",
    "electricity": "électricien, câbleur",
    "site_cleaning": "nettoyeur de chantier, fin de chantier",
    "site_base": "homme trafic, gardien de chantier, manœuvre",
    "roads_and_networks": "terrassier, canalisateur, conducteur d’engins, travaux publics",
    "power_networks": "monteur réseaux, tireur de câbles, fibre",
    "road_surfaces": "ouvrier routier, goudron, bitume",
    "paving": "paveur, bordurier",
    "green_creation": "paysagiste, jardinier, clôtures",
    "green_upkeep": "jardinier, paysagiste, élagueur, bûcheron, agent d’espaces verts, pelouse, "
    "tondre, haie",
    "premises_cleaning": "agent de propreté, agent d’entretien, femme de ménage, laveur de vitres, "
    "technicien de surface, bio-nettoyage",
    "pest_control": "dératiseur, rats, insectes",
    "street_cleaning": "cantonnier, balayeur, agent de propreté urbaine, cantonnage, rue",
    "natural_areas": "agent d’entretien des rivières, garde forestier, berges, biodiversité",
    "guarding": "gardien, agent de sécurité, vigile, ssiap, maître-chien, médiateur",
    "waste_collection": "ripeur, éboueur, collecteur, ordures, encombrants",
    "waste_sorting": "trieur, valoriste, recyclerie, agent de tri, réemploi, déconsigne",
    "collective_catering": "cuisinier, plongeur, commis de cuisine, serveur, "
    "agent de restauration, repas, cuisine centrale",
    "events_catering": "traiteur, plateaux-repas, cocktail, buffet, petits-déjeuners",
    "reception_desk": "hôtesse, agent d’accueil, secrétaire, assistante, saisie, standardiste",
    "printing": "imprimeur, conditionnement, mise sous pli, façonneur, routage, emballage",
    "graphic_design": "graphiste, infographiste, site internet, vidéo",
    "it_support": "technicien informatique, développeur, reconditionnement, ordinateurs",
    "field_surveys": "enquêteur, compteur, recenseur",
    "removals": "déménageur, manutentionnaire, cariste, livreur, logistique, entrepôt, "
    "garde-meubles, magasinier",
    "passenger_transport": "chauffeur, conducteur, accompagnateur scolaire, navette",
    "laundry": "blanchisseur, repassage, pressing, couture, couturière, retouches, linge, textile",
}
"""By the code of the trade, as `TRADES` has it."""
