"""`redress admin`: the way in for the first."""

import pytest
from django.conf import settings

from redress.cli import main
from redress.people import passwords
from redress.people.models import AdminEntry, Membership

JO = ("admin", "code-model", "jo@example.org", "Jo Whitfield")


@pytest.mark.django_db
def test_the_link_that_is_printed_sets_the_password(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(list(JO)) == 0
    token = capsys.readouterr().out.strip().removeprefix(f"{settings.SITE_ADDRESS}/set-password/")
    user = passwords.opened(token)
    assert user and user.email == "jo@example.org"
    assert Membership.objects.get(user=user).role == "administrator"
    assert set(AdminEntry.objects.values_list("by_name", flat=True)) == {"Redress"}


@pytest.mark.django_db
def test_twice_and_nonsense_are_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    main(list(JO))
    for words in (JO, (*JO[:2], "jo", "Jo"), ("admin", "nowhere", "a@b.org", "A")):
        capsys.readouterr()
        assert main(list(words)) == 2
        assert "Traceback" not in capsys.readouterr().err
    assert Membership.objects.count() == 1
