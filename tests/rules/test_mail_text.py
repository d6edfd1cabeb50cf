"""The text of a mail: what HTML says, and what is new above what it answers."""

import pytest

from redress.rules.mail_text import cleaned, from_html, without_quoted


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<style>p {}</style><script>go()</script>Cold", "Cold"),
        ("<!-- <p>gone</p> -->Cold<!--[if mso]><p>gone</p><![endif]-->!", "Cold!"),
        ('<img src="http://t.example/x.gif">Cold', "Cold"),
        ('<a href="https://x.example/a">here</a>', "here (https://x.example/a)"),
        ('<a href="javascript:go()">here</a>', "here"),
        ("5 &lt; 6 &amp; 7 < 8", "5 < 6 & 7 < 8"),
        ("<p onclick=go()>It leaks", "It leaks"),
        ("<head><title>x</title>Cold", "Cold"),
        ("<<<", "<<<"),
        ("", ""),
    ],
)
def test_what_html_says(html: str, says: str) -> None:
    assert cleaned(from_html(html)) == says


NEW = "I am still cold.\n\nMary"


@pytest.mark.parametrize(
    "below",
    [
        "On Fri, 1 May 2026 at 10:00, Housing <c@l.example> wrote:\n> Dear Mary\n> We came.",
        "On Fri, 1 May 2026 at 10:00, Housing of Somewhere\n<c@l.example> wrote:\n\n> Dear",
        "-----Original Message-----\nFrom: Housing\nSent: 1 May 2026\nTo: Mary\n\nDear Mary",
        "________________________________\nFrom: Housing\nSent: 1 May\n\nDear Mary",
        "From: Housing <c@l.example>\nSent: 01 May 2026 10:00\nTo: Mary\nSubject: x\n\nDear Mary",
        "> Dear Mary\n> We came.",
    ],
)
def test_what_is_answered_is_left_out(below: str) -> None:
    assert without_quoted(f"{NEW}\n\n{below}") == NEW


@pytest.mark.parametrize(
    "whole",
    [
        "On Fri, 1 May 2026, Housing wrote:\n> When did it begin?\nIn April.\n> Is it wet?\nYes.",
        "> only what was quoted",
        "From: my window I see the damp",
        "On Monday you wrote: nothing.",
        NEW,
    ],
)
def test_nothing_is_left_out_where_something_may_be_lost(whole: str) -> None:
    assert without_quoted(whole) == whole


def test_marks_that_nobody_sees_go_and_lines_stay() -> None:
    assert cleaned("a\x00b\x07\r\n\tc  \n\n\n\n\nd\u200e") == "ab\n\tc\n\nd\u200e"
    assert len(cleaned("x" * 100_000)) == 40_000
