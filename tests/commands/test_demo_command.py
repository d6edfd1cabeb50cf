"""The demonstration as `redress demo` makes it: all that the README’s first command shows."""

from argparse import Namespace

import pytest

from redress.cases.models import Case
from redress.cases.verify import verify
from redress.commands import demo
from redress.people.models import Landlord
from redress.publishing.models import Edition
from redress.reports.models import Pack
from redress.rules.policy_files import landlord_slugs


@pytest.mark.sqlite  # half a minute: its parts are tested on both
@pytest.mark.django_db
def test_all_of_it_is_made_once_and_the_record_is_sound() -> None:
    assert demo.run(Namespace()) == 0
    slugs = set(landlord_slugs())
    for model in (Case, Pack):
        assert set(model.objects.values_list("landlord__slug", flat=True)) == slugs
    assert not Landlord.objects.filter(demonstration=False).exists()
    (edition,) = Edition.objects.all()
    assert (edition.landlord.slug, edition.year) == ("harrow", "2023-24")
    assert edition.published_at
    assert verify().faults == []
    made = Case.objects.count(), Pack.objects.count()
    assert demo.run(Namespace()) == 0
    assert (Case.objects.count(), Pack.objects.count(), Edition.objects.count()) == (*made, 1)
