"""Stages as the Code and two landlords have them, written out for tests of the clocks."""

from redress.rules.policy import Extension, Promise, Stage, Start
from redress.rules.span_words import read_span


def stage(
    acknowledge: str | None,
    respond: str,
    extension: str,
    start: Start = Start.ACKNOWLEDGED,
    clause: str = "policy 1",
) -> Stage:
    return Stage(
        acknowledge=Promise(span=read_span(acknowledge), clause=clause) if acknowledge else None,
        respond=Promise(span=read_span(respond), clause=clause),
        respond_from=start,
        extension=Extension(span=read_span(extension), clause=clause),
    )


CODE_1 = stage("5 working days", "10 working days", "10 working days", clause="Code 6.3")
CODE_2 = stage("5 working days", "20 working days", "20 working days", clause="Code 6.14")

# Tower Hamlets Homes: 48 hours, kept as two working days.
QUICK = "48 hours, read as 2 working days"
THH_1 = stage(QUICK, "10 working days", "10 working days")
THH_2 = stage(QUICK, "20 working days", "10 working days")
# Together: 15 working days at stage 2. Herefordshire: no acknowledgement at stage 2.
THA_2 = stage("5 working days", "15 working days", "10 working days")
HEREFORDSHIRE_2 = stage(None, "20 working days", "10 working days")
