from perenne.domain.territories.actions import (
    OfficialCommune,
    OfficialDepartment,
    load_communes,
    load_departments,
)

MEAUX_COUNTRY = ("247700057", "CA du Pays de Meaux")
MELUN_VALLEY = ("247700131", "CA Melun Val de Seine")


def official(
    insee_code: str, name: str, *postcodes: str, epci: tuple[str, str] = ("", "")
) -> OfficialCommune:
    return OfficialCommune(insee_code, name, insee_code[:2], postcodes, *epci)


PLACES = (
    official("77284", "Meaux", "77100", epci=MEAUX_COUNTRY),
    official("77330", "Nanteuil-lès-Meaux", "77100", epci=MEAUX_COUNTRY),
    official("77475", "Trilport", "77470", epci=MEAUX_COUNTRY),
    official("77288", "Melun", "77000", epci=MELUN_VALLEY),
    official("77285", "Le Mée-sur-Seine", "77350", epci=MELUN_VALLEY),
    official("77445", "Savigny-le-Temple", "77176"),
    official("77407", "Saint-Fargeau-Ponthierry", "77310", epci=MELUN_VALLEY),
    official("77402", "Sainte-Colombe", "77650"),
    official("77186", "Fontainebleau", "77300"),
    official("77337", "Noisiel", "77186"),
    official("77477", "Ury", "77760"),
)
"""Enough of Seine-et-Marne to route by commune, EPCI and département, with its traps."""


def load_places(*more: OfficialCommune) -> None:
    load_communes([*PLACES, *more])


def load_around() -> None:
    """Two communes next door, one of which has a homonym at home, and their départements."""
    load_communes([
        official("91228", "Évry-Courcouronnes", "91000", "91080"),
        official("89339", "Sainte-Colombe", "89440"),
    ])  # fmt: skip
    load_departments([OfficialDepartment("91", "Essonne", 5), OfficialDepartment("89", "Yonne", 5)])
