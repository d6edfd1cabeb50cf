"""The Tenant Satisfaction Measures on complaints: CH01, CH02 and TP09, each with its formula."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from redress.people.homes import homes_on
from redress.people.models import Landlord
from redress.reports.numbers import Asked
from redress.reports.paper import Exhibit, Grid, Key, Report, Section
from redress.rules.figures_shares import Share
from redress.rules.figures_words import NONE
from redress.rules.periods import Period
from redress.rules.tsm import GROUPS, WORDS, Homes, Measure, Measures, Measuring, Of
from redress.satisfaction.reading import Tp09, tp09

NOT_KNOWN = "not known"
RULE = (
    "A complaint counts as in time where it was answered by the Code’s own limit, or by the date "
    "of an extension that the resident was told of before that limit was past."
)
TAKEN = (
    "Of some extensions in an old system only the new date is known, and not when the resident was "
    "told of it: they count as told in time."
)
SCOPE = (
    "Leaseholders of the whole, licensees, applicants and others are in neither group. A complaint "
    "that was refused was received all the same."
)


@dataclass(frozen=True)
class Tsm:
    """The measures of a landlord's year; `of` is what CH02 is a percentage of by our setting."""

    landlord: Landlord
    period: Period
    as_at: date
    measures: Measures
    survey: list[Tp09]
    of: Of


def tsm(landlord: Landlord, period: Period, as_at: date) -> Tsm:
    """The measures of a period, a reporting year as the Regulator asks, in one pass over its rows.
    Homes are those of its last day."""
    counting = Measuring()
    for row in Asked(landlord, period, as_at).rows():
        counting.add(row)
    return of_counted(counting, landlord, period, as_at)


def of_counted(counting: Measuring, landlord: Landlord, period: Period, as_at: date) -> Tsm:
    """The measures of rows that were counted already."""
    known = {group: homes_on(landlord, group.value, period.end) for group in GROUPS}
    homes = {
        group: Homes(found.number, found.source, found.counted_on)
        for group, found in known.items()
        if found
    }
    survey = tp09(landlord, period.start, period.end)
    found = counting.measures(homes)
    return Tsm(landlord, period, as_at, found, survey, Of(settings.CH02_OF))


def report(found: Tsm) -> Report:
    """The measures as a report."""
    return Report(
        slug=found.landlord.slug,
        landlord=found.landlord.name,
        title=f"Tenant satisfaction measures on complaints, {found.period.label}",
        period=days_of(found.period, found.as_at),
        as_at=found.as_at,
        key=tuple(_key(found)),
        sections=sections(found),
    )


def sections(found: Tsm) -> tuple[Section, ...]:
    """CH01, CH02 and TP09, a section each."""
    return (ch01(found), ch02(found), _tp09(found))


def days_of(period: Period, as_at: date) -> str:
    """ "1 April 2025 to 31 March 2026"; of a period that is not over, to the day it is shown of."""
    end = max(period.start, min(period.end, as_at))
    first, last = (f"{day.day} {day:%B %Y}" for day in (period.start, end))
    said = first if first == last else f"{first} to {last}"
    return said if end == period.end else f"{said}, so far"


def percent(share: Share) -> str:
    """ "76.3%", a dash for a share of nothing."""
    return NONE if share.percent is None else f"{share.percent}%"


def _key(found: Tsm) -> Iterable[Key]:
    for each in found.measures.each[:2]:
        stage = each.stage.value.replace("_", " ")
        rate = str(each.ch01) if each.ch01 is not None else NOT_KNOWN
        yield Key(rate, f"CH01, rented homes: {stage} complaints for each 1,000 homes")
        share = each.ch02(found.of)
        yield Key(percent(share), f"CH02, rented homes: in the Code’s time, of {share.of}")


def ch01(found: Tsm) -> Section:
    """Complaints for each 1,000 homes, with the formulas and where the homes come from."""
    each = found.measures.each
    rows = tuple(
        (
            m.name,
            f"{m.received:,}",
            f"{m.homes.number:,}" if m.homes else NOT_KNOWN,
            str(m.ch01) if m.ch01 is not None else NOT_KNOWN,
        )
        for m in each
    )
    grid = Grid(
        "CH01: complaints received for each 1,000 homes",
        ("", "Received", "Homes", "For each 1,000"),
        rows,
    )
    formulas = _formulas("How CH01 is worked out", each, lambda m: [m.ch01_formula])
    return Section(
        "ch01",
        "CH01: complaints relative to the size of the landlord",
        (Exhibit(None, (grid, formulas), (*_homes(found), _outside(found))),),
        (SCOPE,),
    )


def ch02(found: Tsm) -> Section:
    """Complaints responded to in the Code's time, by both denominators."""
    each = found.measures.each
    heads = tuple(f"Of {WORDS[of]}{' (our measure)' if of is found.of else ''}" for of in Of)
    rows = tuple(
        (
            m.name,
            *(f"{number:,}" for number in (m.responded, m.in_time)),
            *(percent(m.ch02(of)) for of in Of),
        )
        for m in each
    )
    grid = Grid(
        "CH02: complaints responded to within the Code’s timescales",
        ("", "Responded to", "In time", *heads),
        rows,
    )
    formulas = _formulas(
        "How CH02 is worked out", each, lambda m: [m.ch02_formula(of) for of in Of]
    )
    chosen = (
        f"Published papers divide in two ways. We show both; ours is of complaints "
        f"{WORDS[found.of]}."
    )
    return Section(
        "ch02",
        "CH02: complaints responded to within the Code’s timescales",
        (Exhibit(None, (grid, formulas)),),
        (*_rules(found), chosen),
    )


def _rules(found: Tsm) -> tuple[str, ...]:
    return (RULE, TAKEN) if found.measures.taken_as_told else (RULE,)


def _formulas(caption: str, each: Iterable[Measure], said: Any) -> Grid:
    rows = tuple((m.name, *said(m)) for m in each)
    heads = ("", *("Formula with its numbers" for _ in rows[0][1:]))
    if len(heads) > 2:
        heads = ("", *(f"Of {WORDS[of]}" for of in Of))
    return Grid(caption, heads, rows, words=True)


def _homes(found: Tsm) -> Iterable[str]:
    """Where the numbers of homes come from, each said once."""
    said = []
    for m in found.measures.each:
        group = m.name.split(",")[0]
        if m.homes is None:
            said.append(f"{group}: how many homes there are is not known.")
            continue
        on = m.homes.counted_on
        counted = f"as counted on {on.day} {on:%B %Y}" if on else "with no day of counting"
        said.append(f"{group}: {m.homes.number:,} homes, {counted} ({m.homes.source}).")
    return tuple(dict.fromkeys(said))


def _outside(found: Tsm) -> str:
    m = found.measures
    return (
        f"Of {m.received:,} complaints of both stages, {m.outside:,} came from others than "
        f"these, and of {m.not_known:,} the tenure is not known."
    )


def _tp09(found: Tsm) -> Section:
    title = "TP09: satisfaction with the landlord’s approach to handling complaints"
    if not found.survey:
        none = "No survey of the period is known, so TP09 is not known."
        return Section("tp09", title, sentences=(none,))
    rows = tuple(
        (
            OF_SURVEY[each.of.value],
            f"{each.found.percent}%" if each.found.percent is not None else NOT_KNOWN,
            f"{each.found.base:,}" if each.found.base is not None else NOT_KNOWN,
        )
        for each in found.survey
    )
    survey = found.survey[0].survey
    grid = Grid("TP09, of those who said that they had complained", ("", "Satisfied", "Base"), rows)
    source = f"Source: {survey.name}, which ended on {survey.held_to.day} {survey.held_to:%B %Y}."
    return Section("tp09", title, (Exhibit(None, (grid,), (source,)),))


OF_SURVEY = {
    "all": "Everyone asked",
    "rented": "Rented homes (LCRA)",
    "ownership": "Shared ownership (LCHO)",
    "leasehold": "Leaseholders, in no measure",
}


def data_of(found: Tsm) -> dict[str, Any]:
    """The measures as plain values, for other programs."""
    return {
        "landlord": found.landlord.slug,
        "name": found.landlord.name,
        "period": found.period.text,
        "from": found.period.start.isoformat(),
        "to": found.period.end.isoformat(),
        "as_at": found.as_at.isoformat(),
        "ch02_is_of": found.of.value,
        "measures": [_data(measure) for measure in found.measures.each],
        "in_neither": {"others": found.measures.outside, "not_known": found.measures.not_known},
        "tp09": [_survey(each) for each in found.survey],
        "rules": [*_rules(found), SCOPE],
    }


def _data(m: Measure) -> dict[str, Any]:
    homes = m.homes
    return {
        "tenure": m.tenure.value,
        "stage": 1 if m.stage.value == "stage_1" else 2,
        "received": m.received,
        "responded": m.responded,
        "in_time": m.in_time,
        "homes": homes.number if homes else None,
        "homes_counted_on": homes.counted_on.isoformat() if homes and homes.counted_on else None,
        "homes_source": homes.source if homes else None,
        "ch01": float(m.ch01) if m.ch01 is not None else None,
        "ch01_formula": m.ch01_formula,
        **{f"ch02_of_{of.value}": _number(m.ch02(of)) for of in Of},
        **{f"ch02_of_{of.value}_formula": m.ch02_formula(of) for of in Of},
    }


def _number(share: Share) -> float | None:
    return None if share.percent is None else float(share.percent)


def _survey(each: Tp09) -> dict[str, Any]:
    percent_ = each.found.percent
    return {
        "of": each.of.value,
        "satisfied_percent": None if percent_ is None else float(percent_),
        "base": each.found.base,
        "survey": each.survey.name,
        "ended_on": each.survey.held_to.isoformat(),
    }
