"""How many letters a second the worker sends: 1,000 letters, as e-mail with their PDF, by SMTP.

    python -m bench.sending --letters 1000 --database sqlite

The mail server is the tests' own, in a process of its own on the same machine, so what is measured
is the two together. The second figure is without making PDFs.
"""

import argparse
import sys
import time
from unittest.mock import patch

from bench.kills import laboratory


def fill(letters: int) -> None:
    """So many letters that are due, and nothing else."""
    from redress.cases.models import Message
    from redress.people.models import Landlord
    from tests.work.messages import letter_mail

    Message.objects.all().delete()
    first = letter_mail(Landlord.objects.get())
    values = {
        field.name: getattr(first, field.name)
        for field in Message._meta.fields
        if field.name != "id"
    }
    first.delete()
    Message.objects.bulk_create(
        Message(**(values | {"message_id": f"{n:032x}", "to_address": f"r{n}@example.org"}))
        for n in range(letters)
    )


def measured(letters: int) -> float:
    """Letters a second."""
    from redress.cases.models import Message
    from redress.work.sending import send_due
    from tests.work.messages import START

    fill(letters)
    began = time.perf_counter()
    send_due(lambda: START, most=letters + 1)
    took = time.perf_counter() - began
    states = set(Message.objects.values_list("state", flat=True))
    if states != {"accepted"}:
        raise SystemExit(f"not all were accepted: {states}")
    return letters / took


def main() -> int:
    """Measures and prints one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    args = parser.parse_args()
    with laboratory(args.database):
        whole = measured(args.letters)
        with patch("redress.work.mail.pdf", lambda paper: b""):
            bare = measured(args.letters)
    print(f"{args.database}: {args.letters} letters, {whole:.0f} a second, {bare:.0f} without PDF")
    return 0


if __name__ == "__main__":
    sys.exit(main())
