"""The headers that every answer carries, pages, errors and files alike."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from redress.web.security import Headers

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'"
)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("a fault")


def shared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a sheet of colours", headers={"Cache-Control": "max-age=600"})


urlpatterns = [
    path("page", page),
    path("broken", broken),
    path("shared", shared),
    path("", include("redress.web.urls")),  # whose addresses the page of a 404 names
]


@pytest.fixture
def client() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status"), [("/page", 200), ("/no/such/page", 404), ("/broken", 500)]
)
def test_every_page_carries_the_headers(client: Client, address: str, status: int) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Cache-Control"] == "no-store"


def test_a_wrong_host_is_refused_with_the_headers(client: Client) -> None:
    response = client.get("/page", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert response.headers["Content-Security-Policy"] == POLICY


def test_a_view_may_allow_its_answer_to_be_kept(client: Client) -> None:
    assert client.get("/shared").headers["Cache-Control"] == "max-age=600"


def test_a_policy_cannot_be_weakened_by_a_view() -> None:
    lax = {"Content-Security-Policy": "default-src *"}
    answer = Headers(lambda request: HttpResponse(headers=lax))(HttpRequest())
    assert answer.headers["Content-Security-Policy"] == POLICY
