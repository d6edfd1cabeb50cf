"""The policy and whom to turn to, in English, as the public site shows them."""

from dataclasses import dataclass
from datetime import date

from redress.rules import policy_plain as plain
from redress.rules.decision import Book
from redress.rules.policy import Policy
from redress.rules.policy_in_words import Section, Sentence, Value, in_words
from redress.rules.spans import Span
from redress.rules.words import listed

# What somebody who wants to complain reads: the rest of the policy is a page of its own.
HOW = (plain.WHO, plain.HOW, plain.STAGE_1, plain.STAGE_2, plain.MORE_TIME, plain.AFTER, plain.HELP)


@dataclass(frozen=True)
class Shown:
    """A section of the policy in words."""

    heading: str
    sentences: tuple[str, ...]
    points: tuple[str, ...]
    clauses: tuple[str, ...]


def sections(policy: Policy, book: Book, on: date) -> tuple[Shown, ...]:
    """The whole policy, beside the edition of the Code in force on a day."""
    return tuple(_shown(section) for section in in_words(policy, book.code_on(on)))


def how_to_complain(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Of the policy, what somebody who wants to complain reads."""
    return tuple(section for section in shown if section.heading in HOW)


def ombudsman(book: Book, slug: str, on: date) -> list[tuple[str, str, str]]:
    """The ways to reach the Housing Ombudsman on a day: each with its name and a link."""
    _, *lines = book.stationery(slug).ombudsman(on)
    return [_way(*line.split(": ", 1)) for line in lines]


def _way(name: str, where: str) -> tuple[str, str, str]:
    if "@" in where:
        return name, where, f"mailto:{where}"
    if where.startswith("www."):
        return name, where, f"https://{where}"
    return name, where, "tel:" + where.replace(" ", "") if where[:1] == "0" else ""


def _shown(section: Section) -> Shown:
    return Shown(
        section.heading,
        tuple(_said(each) for each in section.sentences),
        tuple(_said(each) for each in section.points),
        tuple(clause for clause in section.clauses if clause),
    )


def _said(sentence: Sentence) -> str:
    return sentence.words.format(**{name: _value(each) for name, each in sentence.values.items()})


def _value(value: Value) -> str:
    if isinstance(value, Span):
        return (value.read_as or value).words()
    return listed(value) if isinstance(value, tuple) else value
