"""What lies under the map of facilitators: nothing, unless the environment says so.

A base map is asked for by the visitor’s browser: whoever serves it learns their address.
"""

from urllib.parse import urlsplit

from perenne.config.environment import ENVIRONMENT

IGN = (
    "https://data.geopf.fr/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png"
    "&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)
MAP_TILES = IGN if ENVIRONMENT.base_map == "ign" else ENVIRONMENT.base_map
_PARTS = urlsplit(MAP_TILES)
MAP_ORIGIN = f"{_PARTS.scheme}://{_PARTS.netloc}" if MAP_TILES else ""
MAP_CREDIT = "IGN, Plan IGN, Géoplateforme" if MAP_TILES == IGN else _PARTS.netloc
