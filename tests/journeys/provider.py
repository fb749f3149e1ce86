"""A real OpenID provider on the loopback, in a process of its own: idpyoidc behind `http.server`.

It speaks as ProConnect does: PKCE, a signed userinfo, and the level of the authentication (`acr`).
Its page asks who is there, so that a journey crosses it with the keyboard.

    python -m tests.journeys.provider PORT REDIRECT_URI
"""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from tempfile import mkdtemp
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from idpyoidc.server import Server

CLIENT, SECRET = "perenne", "un-secret-de-trente-deux-signes-au-moins"
STRONG, WEAK = "eidas2", "eidas1"
PEOPLE = {
    "acheteuse": {"email": "acheteuse@demo.example", "email_verified": True},
    "facilitateur": {"email": "facilitateur.brie@demo.example", "email_verified": True},
    "inconnue": {"email": "inconnue@ailleurs.example", "email_verified": True},
}
KEYS = [
    {"type": "RSA", "use": ["sig"]},
    {"type": "EC", "crv": "P-256", "use": ["sig"]},  # for its own access tokens
]
PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Identité</title>
<style>a:focus{outline:3px solid}</style></head><body><main><h1>Qui êtes-vous ?</h1>%s</main>
<footer>Fournisseur d’identité d’essai</footer></body></html>"""


def provider(port: int, redirect_uri: str) -> Server:
    place = mkdtemp()
    no_authn = "idpyoidc.server.user_authn.user.NoAuthn"
    return Server(
        {
            "issuer": f"http://127.0.0.1:{port}",
            "key_conf": {"key_defs": KEYS},
            "keys": {"key_defs": KEYS, "uri_path": "jwks.json"},
            "authentication": {
                level: {"acr": level, "class": no_authn, "kwargs": {"user": "acheteuse"}}
                for level in (STRONG, WEAK)
            },
            "userinfo": {"class": "idpyoidc.server.user_info.UserInfo", "kwargs": {"db": PEOPLE}},
            "add_on": {
                "pkce": {
                    "function": "idpyoidc.server.oauth2.add_on.pkce.add_support",
                    "kwargs": {"essential": True, "code_challenge_method": {"S256": ""}},
                }
            },
            "token_handler_args": {
                "jwks_file": f"{place}/token_jwks.json",
                "jwks_def": {
                    "private_path": f"{place}/token_jwks.json",
                    "key_defs": [
                        {"type": "oct", "bytes": 24, "use": ["enc"], "kid": kind}
                        for kind in ("code", "token", "refresh")
                    ],
                    "read_only": False,
                },
                "code": {"kwargs": {"lifetime": 600}},
                "token": {
                    "class": "idpyoidc.server.token.jwt_token.JWTToken",
                    "kwargs": {"lifetime": 3600},
                },
                "id_token": {"class": "idpyoidc.server.token.id_token.IDToken", "kwargs": {}},
            },
            "oidc_clients": {},
        }
    )


class Face(BaseHTTPRequestHandler):
    """What the browser and Pérenne meet; the server decides everything."""

    op: Server

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path == "/jwks.json":
            self._give(200, self.op.keyjar.export_jwks_as_json(), "application/json")
        elif asked.path == "/authorization":
            self._give(200, PAGE % choices(asked.query), "text/html; charset=utf-8")
        elif asked.path == "/choose":
            self._chosen(dict(parse_qsl(asked.query)))
        elif asked.path == "/userinfo":
            self._endpoint("userinfo", {})
        else:
            self._endpoint("provider_config", {})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._endpoint("token", dict(parse_qsl(body)))

    def _chosen(self, request: dict[str, str]) -> None:
        person, level = request.pop("person"), request.pop("level")
        endpoint = self.op.get_endpoint("authorization")
        for method in self.op.context.authn_broker.db.values():
            method["method"].user = person
        args = endpoint.process_request(
            endpoint.parse_request({**request, "acr_values": level}), http_info={}
        )
        answer = endpoint.do_response(**args)
        self.send_response(302)
        self.send_header("Location", answer["response"])
        self.end_headers()

    def _endpoint(self, name: str, request: dict[str, str]) -> None:
        endpoint = self.op.get_endpoint(name)
        read = endpoint.parse_request(request, http_info={"headers": self._headers()})
        extra = {"exp": int(time.time()) + 60, "iat": int(time.time())}
        known = {"extra_claims": extra} if name == "userinfo" else {}
        args = endpoint.process_request(read, http_info={"headers": self._headers()}, **known)
        if hasattr(args, "to_dict"):  # an error
            self._give(400, json.dumps(args.to_dict()), "application/json")
            return
        answer = endpoint.do_response(**args)
        kinds = {name.lower(): value for name, value in answer["http_headers"]}
        self._give(200, answer["response"], kinds["content-type"])

    def _headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    def _give(self, status: int, body: str, kind: str) -> None:
        sent = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_said: object) -> None:
        """Silent."""


def choices(query: str) -> str:
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    return "".join(
        f'<p><a href="/choose?{urlencode({**asked, "person": person, "level": level})}">'
        f"{person} ({level})</a></p>".replace("&", "&amp;")
        for person in PEOPLE
        for level in (STRONG, WEAK)
    )


def serve(port: int, redirect_uri: str) -> None:
    op = provider(port, redirect_uri)
    op.context.cdb[CLIENT] = {
        "client_id": CLIENT,
        "client_secret": SECRET,
        "redirect_uris": [(redirect_uri, {})],
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
        "token_endpoint_auth_method": "client_secret_post",
        "userinfo_signed_response_alg": "RS256",
        "allowed_scopes": ["openid", "email"],
        "scope": ["openid", "email"],
    }
    op.keyjar.add_symmetric(CLIENT, SECRET)
    Face.op = op
    HTTPServer(("127.0.0.1", port), Face).serve_forever()


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2])
