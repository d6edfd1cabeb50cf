"""What the record says of messages."""

from redress.rules.actions.settle_message import As
from redress.rules.facts_incoming import Sender
from redress.rules.words import SENDER
from redress.web.desk.telling.shared import Content, Line, Names, Told, day

SAID = {
    As.ANSWERED: "It is answered",
    As.NOT_STAGE_2: "It does not ask for stage 2",
}


def _received(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["incoming"][0]
    files = "; ".join(each["name"] for each in content["patch"].get("documents", ()))
    return [
        ("From", f"{new['name']} ({SENDER[Sender(new['sender'])].lower()})"),
        ("Received", day(new["received_on"])),
        ("Came in by", new["channel"].replace("_", " ")),
        ("Says", new["text"]),
        ("Files", files),
        ("Not kept", "; ".join(content["note"].get("left_out", ()))),
        ("Question", "Is it a request for stage 2?" if new["stage_2"] else ""),
    ]


def _settled(content: Content, names: Names) -> list[Line]:
    entry, note = content["patch"]["incoming"][0], content["note"]
    return [
        ("Message", f"Received {day(note['received_on'])}"),
        ("What was said", SAID[As(note["as"])]),
        ("Why", entry.get("why") or entry.get("answer", "")),
    ]


INCOMING: Told = {
    "message_received": ("Message received", _received),
    "message_settled": ("Said of a message", _settled),
}
