"""Who plays in the demo. Communes and EPCIs are real (source beside); everyone else is invented."""

from dataclasses import dataclass

from perenne.rules.needs import BuyerKind

PASSWORD = "perenne-demonstration"  # noqa: S105 - printed on the terminal, for the demo only


@dataclass(frozen=True, slots=True)
class Player:
    """A person, the organisation they act for, the commune of its seat (INSEE code)."""

    full_name: str
    email: str
    organisation: str
    commune: str
    phone: str = "01 60 00 00 00"


COORDINATION = Player(
    "Nadia Benali",
    "coordination@demo.example",
    "Coordination départementale (démonstration)",
    "77288",
)

FACILITATORS: dict[Player, tuple[str, ...]] = {
    Player("Claire Moreau", "facilitatrice.marne@demo.example",
           "Maison de l’emploi du Pays de Meaux (démonstration)", "77284", "01 60 00 00 11"): (
        "CA du Pays de Meaux", "CC du Pays de l'Ourcq", "CC Plaines et Monts de France",
        "CA Roissy Pays de France", "CA Marne et Gondoire", "CA Val d'Europe Agglomération",
        "CA Paris - Vallée de la Marne",
    ),
    Player("Youssef Haddad", "facilitateur.seine@demo.example",
           "Plateforme insertion Melun Sénart (démonstration)", "77288", "01 60 00 00 12"): (
        "CA Melun Val de Seine", "CA Grand Paris Sud Seine Essonne Sénart",
        "CC Brie des Rivières et Châteaux",
        "CC Les Portes Briardes Entre Villes et Forêts",
    ),
    Player("Élodie Petit", "facilitatrice.sud@demo.example",
           "Clauses sociales Sud 77 (démonstration)", "77186", "01 60 00 00 13"): (
        "CA du Pays de Fontainebleau", "CC Moret Seine et Loing", "CC Pays de Montereau",
        "CC Pays de Nemours", "CC Gâtinais Val de Loing",
    ),
    Player("Thomas Girard", "facilitateur.brie@demo.example",
           "Emploi et insertion en Brie (démonstration)", "77379", "01 60 00 00 14"): (
        "CC du Provinois", "CC Bassée-Montois", "CC Brie Nangissienne", "CC Val Briard",
        "CC des Deux Morin", "CA Coulommiers Pays de Brie",
    ),
}  # fmt: skip

BY_COMMUNE: dict[str, tuple[str, ...]] = {
    "facilitateur.seine@demo.example": ("77053", "77114"),
}
"""Of the CC de l’Orée de la Brie, Brie-Comte-Robert and Chevry-Cossigny are covered one by one:
Servon is left to the coordination, which covers the whole département, so that the report of
the territory has something to say."""

BUYERS: dict[BuyerKind, Player] = {
    BuyerKind.LOCAL_AUTHORITY: Player(
        "Sophie Lambert", "acheteuse@demo.example",
        "Agglomération des Boucles de la Marne (démonstration)", "77284"),
    BuyerKind.SOCIAL_LANDLORD: Player(
        "Marc Dubois", "bailleur@demo.example",
        "Habitat Seine et Gâtinais (démonstration)", "77288"),
    BuyerKind.HOSPITAL: Player(
        "Inès Faure", "hopital@demo.example",
        "Centre hospitalier du Grand Morin (démonstration)", "77131"),
    BuyerKind.PUBLIC_BODY: Player(
        "Paul Rey", "etablissement@demo.example",
        "Établissement public d’aménagement de la Brie (démonstration)", "77296"),
    BuyerKind.STATE: Player(
        "Anne Colin", "etat@demo.example",
        "Service de l’État en Seine-et-Marne (démonstration)", "77288"),
    BuyerKind.NETWORK_OPERATOR: Player(
        "Hugo Blanc", "reseaux@demo.example",
        "Régie des eaux du Loing (démonstration)", "77333"),
    BuyerKind.PRIVATE: Player(
        "Léa Roux", "promoteur@demo.example",
        "Promotion Val de Seine (démonstration)", "77305"),
}  # fmt: skip

ACCOUNTS = (
    ("Acheteuse, agglomération", BUYERS[BuyerKind.LOCAL_AUTHORITY].email),
    ("Acheteur, bailleur social", BUYERS[BuyerKind.SOCIAL_LANDLORD].email),
    *(("Facilitateur, " + player.organisation.removesuffix(" (démonstration)"), player.email)
      for player in FACILITATORS),
    ("Coordination départementale", COORDINATION.email),
)  # fmt: skip
