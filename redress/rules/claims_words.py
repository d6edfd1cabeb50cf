"""The words by which a report's text names what is counted, whose, and in which year."""

import re
from collections.abc import Mapping

from redress.rules.claims import Measure
from redress.rules.figures import Group, Scope
from redress.rules.figures_year import Year

GROUPS: tuple[tuple[Group, str], ...] = (
    (Group.ALL, r"complaints and (?:formal )?enquir(?:y|ies)|enquiries and complaints"),
    (
        Group.MEMBER_ENQUIRIES,
        r"(?<!council )(?<!councillor )member(?:s[’']?|[’']s)? enquir(?:y|ies)",
    ),
    (Group.STAGE_1, r"\bstage (?:1|one)\b(?: \(S1\))?(?: complaints?)?|\bS1\b(?: complaints?)?"),
    (Group.STAGE_2, r"\bstage (?:2|two)\b(?: \(S2\))?(?: complaints?)?|\bS2\b(?: complaints?)?"),
    (Group.MP_ENQUIRY, r"\bMPs?\b[’']?s?(?: enquir(?:y|ies))?|\bmembers? of parliament\b"),
    (
        Group.COUNCILLOR_ENQUIRY,
        r"\b(?:councillors?|cllrs?|council members?)\b[’']?s?(?: enquir(?:y|ies))?",
    ),
    (Group.OTHER, r"\bother contacts?\b"),
    (Group.SERVICE_REQUEST, r"\bservice requests?\b"),
    (Group.COMPLIMENT, r"\bcompliments?\b"),
)
GROUP = re.compile(
    "|".join(f"(?P<g{place}>{words})" for place, (_, words) in enumerate(GROUPS)), re.IGNORECASE
)

# What is said of a number of complaints, the longer words first.
SAID: tuple[tuple[str, str], ...] = (
    ("not_upheld", r"not (?:been )?upheld"),
    (
        "upheld_or_partly",
        r"upheld,? (?:or|and|/) (?:partially|partly|part)[ -]?upheld|"
        r"(?:fully|full) or (?:partially|partly)[ -]upheld|upheld in full or in part|"
        r"upheld or partly\b",
    ),
    ("partly_upheld", r"(?:partially|partly|part)[ -]upheld"),
    ("closed_no_outcome", r"closed without an? (?:recorded )?outcome"),
    (
        "no_outcome",
        r"without an? outcome|no (?:recorded )?outcome|(?:upheld )?status unknown|"
        r"outcome (?:is |was |were )?(?:unknown|not known)",
    ),
    ("upheld", r"\bupheld\b"),
    ("on_time", r"\bon[ -]time\b|\bin time\b|within (?:the |our )?(?:target|timescales?|deadline)"),
    ("overdue", r"\boverdue\b"),
    ("late", r"\blate\b"),
)
SAYS = re.compile("|".join(f"(?P<{name}>{words})" for name, words in SAID), re.IGNORECASE)
OF_DECIDED = re.compile(r"with a finding|with an outcome|\bdecided\b", re.IGNORECASE)
OF_ANSWERED = re.compile(
    r"answered so far|of (?:those|the [\d,]+) (?:that were )?(?:answered|closed|completed)",
    re.IGNORECASE,
)
RECEIVED = re.compile(r"\breceived\b|\btotal\b|\bin all\b", re.IGNORECASE)
ESCALATED = re.compile(r"escalat(?:ion rate|ed)|went (?:on )?to stage (?:2|two)", re.IGNORECASE)
MORE = re.compile(
    r"increas\w+|\bup\b|\brose\b|\brisen\b|\brise\b|\bgrew\b|\bgrown\b|\bmore than\b|\bhigher\b",
    re.IGNORECASE,
)
FEWER = re.compile(
    r"decreas\w+|\bdown\b|\bfell\b|\bfallen\b|\bfall\b|\bfewer than\b|\blower\b|\breduc\w+",
    re.IGNORECASE,
)
IN_ALL = re.compile(r"of (?:all|everything|the total)\b", re.IGNORECASE)
WHO_COMPLAINED = re.compile(
    r"of (?:all |the )?(?:complainants|residents who (?:made a complaint|complained))",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december|quarter|"
    r"weekly|monthly|quarterly|(?:each|every|a|per) (?:week|month|quarter)|"
    r"(?:in|during|of|since) (?:march|may))\b",
    re.IGNORECASE,
)

# Numbers that count no complaints.
NO_COUNT = re.compile(
    r"\b(?:19|20)\d\d\s?[/–—-]\s?(?:\d{4}|\d\d)\b|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\b(?= (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b)|"
    r"\bstage (?:1|2|3)\b|\bS[123]\b|\b(?:Type|Form|Band|Grade|Act|Phase) \d+|"
    r"\b(?:sections?|pages?|tables?|appendix|codes?|provisions?|paragraphs?|clauses?|figures?) "
    r"[A-Z]?\d+(?:\.\d+)*(?:(?:,| and| &| to) \d+(?:\.\d+)*)*|"
    r"\b\d+ ?[-–] ?\d+ (?:working )?days?|"
    r"\b\d+(?:\.\d+)?(?:[ -](?:working|calendar|wd))*[ -]?"
    r"(?:days?|hours?|minutes?|weeks?|months?|years?|wd)\b|"
    r"\b\d+/\d+(?:/\d+)?\b|\b\d+(?:\.\d+){2,}\b|\b\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?<![\w.,/£€-])(?P<money>£ ?)?(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<places>\.\d{1,4})?"
    r"(?![\w/]|,\d|\.\d)(?P<percent> ?%| ?per ?cent\b)?",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(20\d\d|19\d\d)\s?[/–—-]\s?(\d{4}|\d\d)\b")
AGO = ((1, re.compile(r"last year|previous year|year before|a year ago", re.I)),
       (2, re.compile(r"(?:2|two) years ago|two years before", re.I)))  # fmt: skip

PERCENT: Mapping[str, Measure] = {
    "not_upheld": Measure.NOT_UPHELD_PERCENT,
    "upheld_or_partly": Measure.UPHELD_OR_PARTLY_PERCENT,
    "partly_upheld": Measure.PARTLY_UPHELD_PERCENT,
    "no_outcome": Measure.NO_OUTCOME_PERCENT,
    "closed_no_outcome": Measure.ANSWERED_NO_OUTCOME_PERCENT,
    "upheld": Measure.UPHELD_PERCENT,
    "on_time": Measure.ON_TIME_PERCENT,
    "overdue": Measure.OVERDUE_PERCENT,
    "late": Measure.LATE_PERCENT,
}
COUNT: Mapping[str, Measure] = {
    "not_upheld": Measure.NOT_UPHELD,
    "upheld_or_partly": Measure.UPHELD_OR_PARTLY,
    "partly_upheld": Measure.PARTLY_UPHELD,
    "no_outcome": Measure.NO_OUTCOME,
    "closed_no_outcome": Measure.ANSWERED_NO_OUTCOME,
    "upheld": Measure.UPHELD,
    "on_time": Measure.ON_TIME,
    "overdue": Measure.OVERDUE,
    "late": Measure.LATE,
}


def group_in(text: str) -> Group | None:
    """What the words name first that is counted; None where they name nothing."""
    found = GROUP.search(text)
    return _group(found) if found else None


def last_group_in(text: str) -> Group | None:
    """What the words name last that is counted."""
    *_, found = (None, *GROUP.finditer(text))
    return _group(found) if found else None


def _group(found: re.Match[str]) -> Group:
    return GROUPS[int((found.lastgroup or "g0")[1:])][0]


def said_in(text: str) -> str:
    """What the words say first of a number: "on_time", "not_upheld"; "" for nothing known."""
    found = SAYS.search(text)
    return found.lastgroup or "" if found else ""


def scope_in(text: str) -> Scope | None:
    """Whose cases the words name: those of everyone where they name nobody. None where they name
    a group that no table is of."""
    text = text.lower()
    if re.search(r"\btenants and leaseholders\b|landlord services and leaseholders", text):
        return Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS
    if re.search(r"\bleaseholders?\b|\bapplicants?\b|\bshared owners?\b", text):
        return None
    if re.search(r"\bfrom (?:council )?tenants\b|[–-] landlord services\b", text):
        return Scope.LANDLORD_SERVICES
    return Scope.ALL_HOUSING_SERVICES


def years_in(text: str) -> list[str]:
    """The reporting years that the words name, as "2023-24"; what is no year is left out."""
    return [year for found in YEAR.finditer(text) if (year := _year(found))]


def no_years_in(text: str) -> list[str]:
    """What looks like a reporting year and is none: "2023/34"."""
    return [found[0] for found in YEAR.finditer(text) if not _year(found) and _is_slip(found)]


def _year(found: re.Match[str]) -> str:
    begins, ends = int(found[1]), int(found[2])
    return Year(begins).label if ends in (begins + 1, (begins + 1) % 100) else ""


def _is_slip(found: re.Match[str]) -> bool:
    """Whether one slash stands between, before two digits: "2022-2026" is a span of years,
    "2024/05/21" a day and "2023/4567" the number of a case."""
    around = found.string[max(found.start() - 1, 0) : found.end() + 1]
    return "/" in found[0] and around.count("/") == 1 and len(found[2]) == 2
