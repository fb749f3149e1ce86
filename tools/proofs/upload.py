"""A visitor's browser, reduced to what it takes to send one file."""

import html
import re
from dataclasses import dataclass
from http.client import HTTPConnection
from secrets import token_hex
from time import perf_counter

ADDRESS = "/programmation/deposer/"
PATIENCE = 60  # seconds
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ERROR = re.compile(r'<p class="field__error" id="id_file_error">.*?</span>(.*?)</p>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
AS_BROWSERS_DO = str.maketrans({'"': "%22", "\n": "%0A", "\r": "%0D"})


@dataclass(frozen=True, slots=True)
class Answer:
    """`sentence` is what the page says of the file; empty when it was received."""

    status: int
    sentence: str
    seconds: float


def send(port: int, name: str, content: bytes) -> Answer:
    """Opens the form as a stranger, then sends it."""
    cookies, token = opened(port)
    boundary = token_hex(16)
    fields = {"csrfmiddlewaretoken": token, "buyer_kind": "local_authority"}
    parts = [part(boundary, f'name="{key}"', text.encode()) for key, text in fields.items()]
    label = name.translate(AS_BROWSERS_DO)
    parts.append(part(boundary, f'name="file"; filename="{label}"', content))
    body = b"".join(parts) + f"--{boundary}--\r\n".encode()
    headers = {
        "Content-Type": f"multipart/form-data; boundary={boundary}",
        "Cookie": cookies,
        "Host": "localhost",
    }
    began = perf_counter()
    status, page, _ = asked(port, "POST", headers, body)
    found = ERROR.search(page)
    sentence = html.unescape(TAG.sub("", found[1])) if found else ""
    return Answer(status, sentence, perf_counter() - began)


def opened(port: int) -> tuple[str, str]:
    _, page, cookies = asked(port, "GET", {"Host": "localhost"}, b"")
    token = TOKEN.search(page)
    if token is None:
        raise AssertionError("the page of the form bears no CSRF token")
    return cookies, token[1]


def asked(port: int, method: str, headers: dict[str, str], body: bytes) -> tuple[int, str, str]:
    """Status, page, cookies. A server that hangs up is a status of 599."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, ADDRESS, body, headers)
        answer = connection.getresponse()
        given = answer.headers.get_all("Set-Cookie") or []
        page = answer.read().decode()
    except OSError:
        return 599, "", ""
    finally:
        connection.close()
    return answer.status, page, "; ".join(cookie.split(";")[0] for cookie in given)


def part(boundary: str, label: str, content: bytes) -> bytes:
    head = f"--{boundary}\r\nContent-Disposition: form-data; {label}\r\n"
    return head.encode() + b"\r\n" + content + b"\r\n"
