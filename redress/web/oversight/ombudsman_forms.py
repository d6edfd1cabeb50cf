"""The forms of the register of the Ombudsman's cases."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from redress.ombudsman.reading import Links
from redress.rules.decision import Reason
from redress.rules.ombudsman import Asks, Body, Duty, Element, Entry, Status
from redress.rules.statements_ombudsman import ASKS, BODY, FOUND, STATUS
from redress.web.forms import (
    Date,
    Form,
    Lines,
    LongText,
    Radios,
    Select,
    Submission,
    Text,
    WholeNumber,
)

REFUSED = {
    "received_missing": "Enter the day on which its letter came",
    "date_ahead": "This day lies ahead",
    "decided_before_received": "It cannot be decided before it came",
    "finding_missing": "Enter what was found, for each part (Code 8.1c)",
    "not_determined": "Findings belong to a case that is determined. Select “Determined”",
    "decided_missing": "Enter the day of the determination",
    "reference_there": "This reference is on the register already",
    "no_such_case": "We have no case of this reference that you may see",
    "duty_untold": "Enter what is asked",
    "due_missing": "Enter the day that its letter gives. It is never worked out",
    "stage_of_no_answer": "A stage belongs to a request to answer. Select none, or that request",
    "due_before_given": "It cannot be due before it was given",
    "proof_missing": "Enter how it can be shown that it was done",
}
MARK = "complaint handling"
LINE = re.compile(
    r"(?P<what>.+?)\s*[:–-]\s*(?P<found>[^:–-]+?)(?P<handling>\s*\(complaint handling\))?"
)
BY_WORDS = {words: found for found, words in FOUND.items()}
DONE = [("no", "Not yet"), ("yes", "Yes"), ("unknown", "It is not known")]


def _choices(words: Any) -> list[tuple[str, str]]:
    return [(each.value, said[:1].upper() + said[1:]) for each, said in words.items()]


def refuse(form: Form, reasons: Iterable[Reason]) -> None:
    """Say why it was not kept, where it is mended."""
    for reason in reasons:
        form.add_error(reason.field or None, REFUSED[reason.code])


class CaseForm(Form):
    """One case. Parts with findings, services and reasons have a line each."""

    submission = Submission()
    body = Radios("Which Ombudsman", _choices(BODY))
    reference = Text("The Ombudsman’s reference", optional=True, limit=40, width="20")
    received_on = Date("When its first letter came", optional=True, past=True)
    case = Text("Reference of our own case", optional=True, limit=40, width="20")
    contact = Text("Who deals with it there", optional=True, limit=200)
    services = Lines("Services", optional=True, limit=600, hint="One a line.")
    reasons = Lines("Reasons", optional=True, limit=600, hint="One a line. There may be several.")
    status = Select("Where it stands", _choices(STATUS))
    decided_on = Date("When it was decided or closed", optional=True, past=True)
    elements = Lines(
        "What was found",
        optional=True,
        limit=4_000,
        rows=4,
        hint="A line for each part of the complaint: what it is about, a colon, and the finding, "
        "such as “The leak: maladministration”. Put “(complaint handling)” after one on how the "
        "complaint was handled.",
    )
    note = LongText("Note", optional=True, limit=2_000, rows=3)

    def clean_elements(self) -> tuple[Element, ...]:
        """The parts. One whose finding is none that we know says which there are."""
        lines = [line.strip() for line in self.cleaned_data["elements"].split("\n")]
        return tuple(_element(line) for line in lines if line)

    def entry(self, held: Entry | None) -> Entry:
        """The case, once the form is valid."""
        given = self.cleaned_data
        return Entry(
            body=Body(given["body"]),
            reference=given["reference"],
            received_on=given["received_on"],
            year=held.year if held and given["received_on"] is None else "",
            case=given["case"],
            contact=given["contact"],
            services=_listed(given["services"]),
            reasons=_listed(given["reasons"]),
            status=Status(given["status"]),
            decided_on=given["decided_on"],
            elements=given["elements"],
            note=given["note"],
        )


def _element(line: str) -> Element:
    found = LINE.fullmatch(line)
    said = found["found"].strip().casefold() if found else ""
    if found is None or said not in BY_WORDS:
        raise ValidationError(
            f"“{line[:60]}” does not end in a colon and one of: {', '.join(BY_WORDS)}"
        )
    return Element(found["what"].strip(), BY_WORDS[said], bool(found["handling"]))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip()[:120] for line in text.split("\n") if line.strip()))


def first_values(held: Entry | None, today: date) -> dict[str, Any]:
    """What stands in the form of a case."""
    if held is None:
        return {"body": Body.HOUSING.value, "status": Status.OPEN.value, "received_on": today}
    first: dict[str, Any] = vars(held).copy()
    first |= {"body": held.body.value, "status": held.status.value}
    first |= {name: "\n".join(getattr(held, name)) for name in ("services", "reasons")}
    lines = (
        f"{each.what}: {FOUND[each.found]}{f' ({MARK})' if each.handling else ''}"
        for each in held.elements
    )
    return first | {"elements": "\n".join(lines)}


STAGES = [("", "It does not"), ("1", "Stage 1"), ("2", "Stage 2")]


class DutyForm(Form):
    """What the Ombudsman asks of us."""

    asks = Radios("What it is", _choices({asks: words[0] for asks, words in ASKS.items()}))
    what = LongText("What is asked", rows=3, limit=2_000)
    given_on = Date("When it was given", optional=True, past=True)
    due_on = Date("By when", optional=True)
    stage = Radios(
        "If it asks us to answer before our procedure has ended, at which stage?",
        STAGES,
        optional=True,
    )
    pounds = WholeNumber("Compensation in pounds", optional=True, most=999_999, width="5")
    done = Radios("Is it done?", DONE)
    done_on = Date("When it was done", optional=True, past=True)
    proof = LongText(
        "How it can be shown that it was done",
        optional=True,
        rows=2,
        limit=2_000,
        hint="Such as a letter, a payment or a job by its number.",
    )

    def duty(self) -> Duty:
        """What is asked, once the form is valid."""
        given = self.cleaned_data
        done = {"no": False, "yes": True, "unknown": None}[given["done"]]
        return Duty(
            asks=Asks(given["asks"]),
            what=given["what"],
            given_on=given["given_on"],
            due_on=given["due_on"],
            done=done,
            done_on=given["done_on"] if done else None,
            proof=given["proof"],
            pounds=given["pounds"],
            stage=int(given["stage"]) if given["stage"] else None,
        )


def duty_values(held: Duty | None, today: date) -> dict[str, Any]:
    """What stands in the form of a duty."""
    if held is None:
        return {"asks": Asks.INFORMATION.value, "done": "no", "given_on": today, "stage": ""}
    done = {False: "no", True: "yes", None: "unknown"}[held.done]
    pounds = "" if held.pounds is None else str(held.pounds)
    first = {"asks": held.asks.value, "done": done, "pounds": pounds}
    return {**vars(held), **first, "stage": str(held.stage or "")}


class LinksForm(Form):
    """What the Ombudsman published about the landlord in a year (Code 8.1 e, f)."""

    report = Text(
        "Address of the Ombudsman’s annual report about us",
        optional=True,
        limit=500,
        kind="url",
        hint="Code 8.1e.",
    )
    others = Lines(
        "Other reports and publications on our work",
        optional=True,
        limit=4_000,
        rows=4,
        hint="One a line: its name, a colon, and its address (Code 8.1f).",
    )
    note = LongText("Note on the year’s figures", optional=True, limit=2_000, rows=3)

    def clean_report(self) -> str:
        return _address(self.cleaned_data["report"])

    def clean_others(self) -> tuple[tuple[str, str], ...]:
        """Pairs of name and address."""
        pairs = []
        for line in filter(None, map(str.strip, self.cleaned_data["others"].split("\n"))):
            title, _, address = line.partition(": ")
            if not address:
                raise ValidationError(f"“{line[:60]}”: write its name, a colon, and its address")
            pairs.append((title.strip(), _address(address.strip())))
        return tuple(pairs)

    def links(self, year: str) -> Links:
        """The links, once the form is valid."""
        given = self.cleaned_data
        return Links(year, given["report"], given["others"], given["note"])


def _address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s<>\"']+", text):
        raise ValidationError(f"“{text[:60]}” is not an address that begins with https://")
    return text
