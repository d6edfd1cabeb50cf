"""What somebody sees when a request itself is at fault."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read; one that is too large says so."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        limits = {"megabytes": settings.MOST_REQUEST_BYTES >> 20, "files": settings.MOST_FILES}
        return render(request, "413.html", limits, status=413)
    return render(request, "400.html", status=400)
