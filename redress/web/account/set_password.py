"""Setting a password by the link in an e-mail."""

from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from redress.people import admin_log, passwords
from redress.people.models import Landlord, User
from redress.rules.access import Actor
from redress.web import clock
from redress.web.forms import Form, Secret
from redress.web.pages import anyone, site_page

SET = "Your password is set. Sign in with it."
DIFFERENT = "The two passwords are not the same"


class PasswordForm(Form):
    """The new password, twice."""

    password = Secret("New password", hint="At least 12 characters. Three words together are good.")
    again = Secret("The same password again")


@site_page(needs=anyone, posts=True)
def set_password(request: HttpRequest, token: str) -> HttpResponse:
    """The form, for a link that still works; opening it uses nothing up."""
    user = passwords.opened(token)
    if user is None:
        return render(request, "account/link_over.html", status=410)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _kept(user, form):
        messages.success(request, SET)
        return redirect("sign-in")
    return render(request, "account/set_password.html", {"form": form, "user_name": user.name})


def _kept(user: User, form: PasswordForm) -> bool:
    secret = form.cleaned_data["password"]
    if secret != form.cleaned_data["again"]:
        form.add_error("again", DIFFERENT)
        return False
    try:
        validate_password(secret, user)
    except ValidationError as weak:
        form.add_error("password", weak)
        return False
    with transaction.atomic():
        user.set_password(secret)
        user.save(update_fields=["password"])
        for landlord in Landlord.objects.filter(membership__user=user).distinct():
            by = Actor(user.pk, user.name)
            admin_log.note(landlord, by, "password", user.name, clock.now())
    return True
