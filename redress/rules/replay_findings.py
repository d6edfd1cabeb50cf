"""What went wrong in a history, each with the provision of the Code and a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redress.rules.history import Event, What
from redress.rules.replay_stage import ClockJudged, Extension, StageJudged
from redress.rules.words import counted, listed, short_date

RECORD = "5.12"  # a full record of the complaint, with the date received


@dataclass(frozen=True)
class Said:
    """A finding: the provision, and what was found in a sentence."""

    provision: str
    says: str


@dataclass(frozen=True)
class Provisions:
    """Where the Code says it, at one stage."""

    acknowledge: str
    respond: str
    extend: str
    details: str
    refuse: str
    final: str


PROVISIONS = {
    1: Provisions("6.2", "6.3", "6.4", "6.5", refuse="2.4", final="6.10"),
    2: Provisions("6.11", "6.14", "6.15", "6.16", refuse="5.11", final="6.20"),
}

NOUN = {
    What.RECEIVED: "the receipt",
    What.ACKNOWLEDGED: "an acknowledgement",
    What.EXTENDED: "an extension",
    What.RESPONDED: "a response",
    What.ESCALATED: "a request for stage 2",
    What.REFUSED: "a refusal",
}


def of_record(events: Sequence[Event], received: Event | None) -> Iterator[Said]:
    """Dates that contradict each other, and events recorded more than once (Code 5.12)."""
    if received is None:
        yield Said(RECORD, "The day the complaint was received is not recorded.")
        return
    for event in events:
        if event.on < received.on:
            yield Said(
                RECORD,
                f"{NOUN[event.what].capitalize()} is dated {short_date(event.on)}, before the "
                f"complaint was received on {short_date(received.on)}; it is not counted.",
            )
    for what in (What.RECEIVED, What.ESCALATED):
        days = [event.on for event in events if event.what is what and event.on >= received.on]
        if len(days) > 1:
            yield Said(
                RECORD,
                f"{NOUN[what].capitalize()} is recorded {len(days)} times, "
                f"on {listed([short_date(day) for day in days])}; the first is counted.",
            )


def of_escalation(asked: Event, first: StageJudged) -> Iterator[Said]:
    """Stage 2 before stage 1 was answered (Code 6.10): allowed, and worth saying."""
    if not first.all(What.RESPONDED) and not first.all(What.REFUSED):
        yield Said(
            "6.10",
            f"Stage 2 was asked for on {short_date(asked.on)}, before a stage 1 response.",
        )


def of_people(first: StageJudged, second: StageJudged) -> Iterator[Said]:
    """Whoever considered stage 1 must not consider stage 2 (Code 6.13)."""
    earlier, later = (
        {
            _person(event): event.by
            for event in (*stage.all(What.RESPONDED), *stage.all(What.REFUSED))
        }
        for stage in (first, second)
    )
    for person in later:
        if person and person in earlier:
            yield Said("6.13", f"{later[person].strip()} considered both stage 1 and stage 2.")


def of_stage(stage: StageJudged) -> Iterator[Said]:
    """All findings of one stage, in the order of its life."""
    yield from _acknowledgement(stage)
    for extension in stage.extensions:
        yield from _extension(extension, stage.number)
    yield from _response(stage)
    for refusal in stage.all(What.REFUSED):
        yield from _refusal(refusal, stage.number)


def _acknowledgement(stage: StageJudged) -> Iterator[Said]:
    """Code 6.2, 6.11."""
    clock, answered = stage.acknowledge, stage.respond.met
    provision = PROVISIONS[stage.number].acknowledge
    if clock.met is None and (answered is None or answered > clock.code_due):
        yield Said(
            provision,
            f"No acknowledgement of stage {stage.number} is recorded; "
            f"it was due on {short_date(clock.code_due)} and counts as made then.",
        )
    yield from _late(clock, provision, "acknowledged")
    if clock.met and answered and clock.met > answered:
        yield Said(
            RECORD, f"Stage {stage.number} was acknowledged after it was answered; check the dates."
        )


def _response(stage: StageJudged) -> Iterator[Said]:
    """Code 6.3, 6.14; and one response a stage: 6.10, 6.20."""
    number, clock = stage.number, stage.respond
    answers = stage.all(What.RESPONDED)
    if not answers and not stage.all(What.REFUSED):
        yield Said(
            PROVISIONS[number].respond,
            f"No stage {number} response is recorded; the limit was {short_date(clock.code_due)}.",
        )
    yield from _late(clock, PROVISIONS[number].respond, "answered")
    for again in answers[1:]:
        yield Said(
            PROVISIONS[number].final,
            f"Stage {number} was answered again on {short_date(again.on)}, and no request for "
            f"{'stage 2' if number == 1 else 'more'} is recorded between; the first is counted.",
        )
    for extension in stage.all(What.EXTENDED):
        if clock.met and extension.on > clock.met:
            yield Said(
                RECORD,
                f"The extension told on {short_date(extension.on)} came after the answer of "
                f"{short_date(clock.met)}; it is not counted.",
            )


def _late(clock: ClockJudged, provision: str, done: str) -> Iterator[Said]:
    if clock.met and clock.met > clock.code_due:
        days = counted(clock.code_late_working_days or 0, "working day")
        yield Said(
            provision,
            f"Stage {clock.stage} was {done} on {short_date(clock.met)}, "
            f"{days} after the limit of {short_date(clock.code_due)}.",
        )


def _extension(extension: Extension, number: int) -> Iterator[Said]:
    """Code 6.4 and 6.15: date, reason, in time, not too long; 6.5 and 6.16: whom to turn to."""
    told, provisions = extension.told, PROVISIONS[number]
    the = f"The extension told on {short_date(told.on)}"
    if told.to is None:
        yield Said(provisions.extend, f"{the} gives no new date.")
    elif told.to < told.on:
        yield Said(RECORD, f"{the} is to {short_date(told.to)}, a day already past.")
    if not told.reason:
        yield Said(provisions.extend, f"{the} gives no reason; it does not move the limit.")
    if told.on > extension.limit:
        limit = short_date(extension.limit)
        yield Said(provisions.extend, f"{the} came after the limit of {limit}, which stays.")
    if told.to and told.to > extension.furthest:
        furthest = short_date(extension.furthest)
        yield Said(
            provisions.extend,
            f"{the} is to {short_date(told.to)}, beyond {furthest}, "
            "the furthest without good reason.",
        )
    if not told.ombudsman_details:
        yield Said(provisions.details, f"{the} does not give the Ombudsman’s details.")


def _refusal(refusal: Event, number: int) -> Iterator[Said]:
    """Code 2.4, and 5.11 at stage 2."""
    the = f"The refusal of {short_date(refusal.on)}"
    if not refusal.reason:
        yield Said(PROVISIONS[number].refuse, f"{the} gives no reasons.")
    if not refusal.ombudsman_details:
        yield Said("2.4", f"{the} does not give the right to go to the Ombudsman.")


def _person(event: Event) -> str:
    return " ".join(event.by.split()).casefold()
