"""The form to sign in."""

from redress.web.forms import Email, Form, Secret


class SignInForm(Form):
    """An e-mail address and a password."""

    email = Email(autocomplete="username", missing="Enter your email address")
    password = Secret(missing="Enter your password")
