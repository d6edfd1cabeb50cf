"""What the record says of who speaks for the resident, and of who signed."""

from redress.rules.actions.record_consent import Said
from redress.rules.facts_people import ConsentBy, LettersTo, Scope, SpeaksAs, Wish
from redress.rules.words_people import CONSENT_BY, LETTERS_TO, SCOPE, SPEAKS_AS, WISH
from redress.web.desk.telling.shared import Content, Line, Names, Told, day

SAID = {
    Said.ASKED: "Asked by letter",
    Said.GIVEN: "Agrees",
    Said.REFUSED: "Says no",
    Said.WITHDRAWN: "Takes it back",
}


def _of(content: Content) -> Content:
    found: Content = content["patch"]["representatives"][0]
    return found


def _named(content: Content, names: Names) -> list[Line]:
    one = _of(content)
    claim = {True: "Yes", False: "No", None: ""}[one["claim_filed"]]
    return [
        ("Who", ", ".join(filter(None, (one["name"], one["relation"])))),
        ("As", SPEAKS_AS[SpeaksAs(one["kind"])]),
        ("A claim is filed", claim),
        ("The resident is asked", f"by {day(one['answer_by'])}" if one["answer_by"] else "No"),
    ]


def _consent(content: Content, names: Names) -> list[Line]:
    one, said = _of(content), Said(content["note"]["said"])
    lines = [("Who", one["name"]), ("The resident", SAID[said])]
    if said is not Said.GIVEN:
        return lines
    return [
        *lines,
        ("How", CONSENT_BY[ConsentBy(one["given_by"])]),
        ("Kept", one["document"]),
        ("How far", SCOPE[Scope(one["scope"])]),
        ("Letters", LETTERS_TO[LettersTo(one["letters"])]),
        ("From", day(one["starts_on"]) if one["starts_on"] else ""),
        ("Until", day(one["until"]) if one["until"] else ""),
    ]


def _ended(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Who", note["name"]), ("From", day(_of(content)["ended_on"])), ("Why", note["why"])]


def _told(content: Content, names: Names) -> list[Line]:
    return [("Who", content["note"]["name"])]


def _signed(content: Content, names: Names) -> list[Line]:
    new, left_out = content["patch"]["signatories"], content["note"]["left_out"]
    return [
        ("How many", str(len(new))),
        ("Left out, being there already", ", ".join(left_out)),
    ]


def _changed(content: Content, names: Names) -> list[Line]:
    one = content["patch"]["signatories"][0]
    left = day(one["left_on"]) if one["left_on"] else ""
    return [("Who", one["name"]), ("Wish", WISH[Wish(one["wish"])]), ("Taken off", left)]


def _met(content: Content, names: Names) -> list[Line]:
    note, on = content["note"], content["patch"]["case"]["meeting_offered_on"]
    return [("On", day(on)), ("How", note["how"]), ("They said", note["answer"])]


PEOPLE: Told = {
    "representative_named": ("Named somebody who speaks for the resident", _named),
    "consent_recorded": ("Consent of the resident", _consent),
    "representative_ended": ("Speaks for the resident no more", _ended),
    "outcome_told": ("Told what was decided", _told),
    "signatories_added": ("Put down who signed", _signed),
    "signatory_changed": ("Changed how somebody who signed hears of it", _changed),
    "meeting_offered": ("Offered the group a meeting", _met),
}
