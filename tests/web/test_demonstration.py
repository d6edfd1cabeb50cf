"""A demonstration says so on every page."""

import pytest
from django.test import Client

from redress.demo.published import EVIDENCE, FROM_NOW, NO, WHY
from redress.people.models import Landlord
from redress.rules.provisions import SECTIONS
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


def test_what_it_publishes_gives_each_shortfall_a_reason_of_its_own() -> None:
    assert WHY.keys() == {"6.1", *NO, *FROM_NOW}
    assert len(set(WHY.values())) == len(WHY)
    assert EVIDENCE.keys() == SECTIONS.keys()
