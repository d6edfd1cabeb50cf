"""The link by which somebody sets their password: signed, good for three days, and for once.

Nothing of it is kept: it is made as the e-mail is handed over, so neither the database nor a page
of the desk holds one. It ends with the setting of the password, with signing in, and when the
account is closed.
"""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import signing

from redress.people.models import User

KIND = "set_password"  # of the message that brings it
PAGE = "set-password"
DAYS = 3


class _Tokens(PasswordResetTokenGenerator):
    key_salt = "redress.people.set_password"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        """What ends the link when it changes: password, sign-in, address, and the opening."""
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}{user.open_since}"


_tokens = _Tokens()


def path(user: User) -> str:
    """The page's address, for this user alone."""
    return f"{PAGE}/{signing.Signer(salt=KIND).sign(str(user.pk))}:{_tokens.make_token(user)}"


def opened(token: str) -> User | None:
    """Whose password the link may set; None for one that is used, too old, or not ours."""
    signed, _, secret = token.rpartition(":")
    try:
        number = int(signing.Signer(salt=KIND).unsign(signed))
    except (signing.BadSignature, ValueError):
        return None
    user = User.objects.filter(pk=number, is_active=True).first()
    return user if user and _tokens.check_token(user, secret) else None


def with_link(kind: str, to_address: str, text: str) -> str:
    """The text of a message as it is handed over: with the link, where its kind brings one."""
    if kind != KIND:
        return text
    user = User.objects.filter(email=to_address, is_active=True).first()
    if user is None:
        return text
    return f"{text}\n\n{settings.SITE_ADDRESS}/{path(user)}"
