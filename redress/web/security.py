"""The security headers that Django does not set itself, the same on every answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Nothing inline and nothing from elsewhere: a page that slips text through unescaped runs nothing.
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
    ]
)
# For what others sent: nothing runs, nothing is fetched, and it belongs to no site.
SANDBOX = "default-src 'none'; sandbox"
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Headers:
    """Adds the headers, and keeps pages out of every cache: they speak of people.

    Static files come with a Cache-Control of their own, which stays.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        sandboxed = response.headers.get("Content-Security-Policy") == SANDBOX
        for name, value in HEADERS.items():
            response.headers[name] = value
        if sandboxed:
            response.headers["Content-Security-Policy"] = SANDBOX
        response.headers.setdefault("Cache-Control", "no-store")
        return response
