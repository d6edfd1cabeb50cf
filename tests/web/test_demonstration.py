"""A demonstration says so on every page."""

import pytest
from django.test import Client

from redress.people.models import Landlord
from tests import builders

pytestmark = pytest.mark.django_db
SAYS = b"Please do not send a real complaint."


@pytest.mark.parametrize(("demonstration", "said"), [(True, True), (False, False)])
def test_every_page_of_a_demonstration_says_so(
    client: Client, demonstration: bool, said: bool
) -> None:
    landlord = builders.landlord()
    Landlord.objects.filter(pk=landlord.pk).update(demonstration=demonstration)
    for address in ("/code-model/", "/code-model/complain"):
        assert (SAYS in client.get(address).content) is said
