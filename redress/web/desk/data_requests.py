"""The register of those who asked for everything that is kept about them."""

from django.http import HttpResponse

from redress.privacy import requests
from redress.rules.access import may_answer_data_requests
from redress.web.pages import Visit, page


@page(needs=may_answer_data_requests)
def data_requests(visit: Visit) -> HttpResponse:
    """What is still to be answered first, by its day."""
    rows = requests.register(visit.landlord)
    return visit.render("desk/data_requests.html", rows=rows)
