"""Lengths of time read from words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.span_words import read_span, written
from redress.rules.spans import Span, Unit


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("10 working days", Span(10, Unit.WORKING_DAYS)),
        ("1 working day", Span(1, Unit.WORKING_DAYS)),
        ("28 calendar days", Span(28, Unit.CALENDAR_DAYS)),
        ("12 months", Span(12, Unit.MONTHS)),
        ("2 weeks", Span(2, Unit.WEEKS)),
        ("24 to 48 hours", Span(48, Unit.HOURS, target=24)),
        (
            "48 working hours, read as 2 working days",
            Span(48, Unit.WORKING_HOURS, read_as=Span(2, Unit.WORKING_DAYS)),
        ),
    ],
)
def test_words(words: str, span: Span) -> None:
    assert read_span(words) == span


@pytest.mark.parametrize(
    "words",
    [
        "", "10", "10 days", "ten working days", "10 working days ", " 10 working days",
        "-1 hours", "1000 hours", "1.5 weeks", "10 Working Days", "10 working days\n",
        "48 hours, read as", "48 hours, read as 2 working days, read as 1 week", "٣ hours",
    ],
)  # fmt: skip
def test_what_is_no_length_of_time(words: str) -> None:
    with pytest.raises(ValueError, match="is not a length of time; write an amount and hours,"):
        read_span(words)


@pytest.mark.parametrize("words", ["0 hours", "48 to 24 hours", "5 to 5 weeks", "0 to 3 months"])
def test_amounts_that_do_not_rise(words: str) -> None:
    with pytest.raises(ValueError, match="does not rise"):
        read_span(words)


amounts = st.integers(1, 999)
plain = st.builds(Span, amounts, st.sampled_from(Unit))
ranges = st.builds(
    lambda pair, unit: Span(max(pair), unit, target=min(pair)),
    st.tuples(amounts, amounts).filter(lambda pair: pair[0] != pair[1]),
    st.sampled_from(Unit),
)
read_otherwise = st.builds(
    lambda span, other: Span(span.amount, span.unit, None, other), plain, plain
)


@given(st.one_of(plain, ranges, read_otherwise))
def test_what_is_written_is_read_back(span: Span) -> None:
    assert read_span(written(span)) == span


@given(st.text(max_size=200))
def test_any_text_is_a_span_or_an_error(words: str) -> None:
    try:
        assert written(read_span(words)).startswith(words[:1].lstrip("0"))
    except ValueError as error:
        assert len(str(error)) < 300
