"""A server of ours on loopback that answers as the OpenAPI file of the real one says."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

SIRET = "73282932000074"
PLACE = {
    "siret": SIRET,
    "adresse": "12 RUE DES ÉCOLES 77100 MEAUX",
    "commune": "77284",
    "libelle_commune": "MEAUX",
    "code_postal": "77100",
    "etat_administratif": "A",
    "est_siege": True,
    "statut_diffusion_etablissement": "O",
}
UNIT = {
    "siren": SIRET[:9],
    "nom_complet": "bâti brie",
    "nom_raison_sociale": "BÂTI BRIE",
    "nature_juridique": "5710",
    "etat_administratif": "A",
    "siege": PLACE,
    "matching_etablissements": [PLACE],
}


def payload(*units: object) -> dict[str, object]:
    return {
        "results": list(units),
        "total_results": len(units),
        "page": 1,
        "per_page": 1,
        "total_pages": 1,
    }


@dataclass
class Asked:
    """What the server was asked, and what it answers from now on."""

    answer: Callable[[BaseHTTPRequestHandler], None]
    paths: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    over: Event = field(default_factory=Event)
    address: str = ""


def says(body: object, status: int = 200, **headers: str) -> Callable[..., None]:
    """An answer: JSON, or these very bytes."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


@contextmanager
def serving(answer: Callable[..., None]) -> Iterator[Asked]:
    asked = Asked(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.paths.append(self.path)
            asked.agents.append(self.headers["User-Agent"])
            with suppress(OSError):  # whoever asked may have left
                asked.answer(self)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    asked.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield asked
    finally:
        asked.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
