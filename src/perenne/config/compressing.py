"""Pages travel compressed: text alone, for a PDF or a picture would only cost time.

Django pads each compressed answer with a random length and masks its CSRF token, so that the size
of a page gives away nothing of what it holds (the BREACH attack).
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXTS = ("text/", "application/json", "application/xml", "application/rss+xml", "image/svg+xml")


class TextCompressed(GZipMiddleware):
    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
