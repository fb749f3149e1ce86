"""A provider that can be bent to any lie, over real HTTP on the loopback."""

import base64
import hashlib
import json
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from django.test import Client

from perenne.web.account.conftest import EMAIL

LEAVE, BACK = "/connexion/proconnect/", "/connexion/proconnect/retour/"
TODAY = "/bureau/"
KEY, OTHER_KEY = (rsa.generate_private_key(65537, 2048) for _ in range(2))
CURVE = ec.generate_private_key(ec.SECP256R1())
CLIENT = "perenne"


class Liar:
    """A provider whose every answer can be bent; it checks PKCE as a real one does."""

    def __init__(self, address):
        self.address = address
        self.asked = {}
        self.bend_id = self.bend_info = lambda claims: claims
        self.sign_id = self.sign_info = lambda claims, key=KEY, alg="RS256", kid="one": jwt.encode(
            claims, key, algorithm=alg, headers={"kid": kid}
        )
        self.info_type = "application/jwt"
        self.configuration = {}
        self.verified = None

    def claims(self, **more):
        now = int(time.time())
        about = {"iss": self.address, "aud": CLIENT, "sub": "camille"}
        return {**about, "iat": now, "exp": now + 60, **more}

    def answer(self, path, body):
        if path.endswith("openid-configuration"):
            names = ("authorization", "token", "userinfo")
            usual = {f"{name}_endpoint": f"{self.address}/{name}" for name in names}
            usual |= {"issuer": self.address, "jwks_uri": f"{self.address}/jwks"}
            return "application/json", json.dumps({**usual, **self.configuration})
        if path == "/jwks":
            keys = [public(KEY, "one"), public(CURVE, "curve")]
            return "application/json", json.dumps({"keys": keys})
        if path == "/token":
            self.verified = challenge(body["code_verifier"]) == self.asked["code_challenge"]
            said = self.claims(nonce=self.asked["nonce"], acr="eidas1")
            token = self.sign_id(self.bend_id(said))
            return "application/json", json.dumps({"access_token": "a", "id_token": token})
        info = self.bend_info(self.claims(email=EMAIL))
        signed = self.info_type == "application/jwt"
        return self.info_type, self.sign_info(info) if signed else json.dumps(info)


def challenge(verifier):
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def public(key, kid):
    kind = jwt.algorithms.RSAAlgorithm if kid == "one" else jwt.algorithms.ECAlgorithm
    return {**json.loads(kind.to_jwk(key.public_key())), "kid": kid, "use": "sig"}


@pytest.fixture
def liar(settings):
    class Face(BaseHTTPRequestHandler):
        def do_GET(self):
            self.give({})

        def do_POST(self):
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.give(dict(parse_qsl(sent)))

        def give(self, body):
            kind, said = one.answer(urlsplit(self.path).path, body)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_said):
            pass

    server = HTTPServer(("127.0.0.1", 0), Face)
    one = Liar(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    settings.PROCONNECT = replace(
        settings.PROCONNECT, issuer=one.address, client_id=CLIENT, client_secret="s"
    )
    yield one
    server.shutdown()
    server.server_close()


def left(browser, liar):
    """What the provider is asked for."""
    asked = parse_qs(urlsplit(browser.get(LEAVE).url).query)
    liar.asked = {name: values[0] for name, values in asked.items()}
    return liar.asked


def come_back(browser, liar, **changed):
    """By a link that opens a session: it asks the database more than a page may."""
    said = {"code": "c", "state": liar.asked["state"], **changed}
    opener = Client()
    opener.cookies = browser.cookies
    return opener.get(BACK, {name: value for name, value in said.items() if value is not None})


def is_in(browser):
    return browser.get(TODAY).status_code == 200
