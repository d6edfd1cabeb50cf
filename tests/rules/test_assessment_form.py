"""Reading forms of every shape they come in: nothing is dropped, and every doubt is listed."""

import re
from collections import Counter
from pathlib import Path

import pytest

from redress.rules.assessment import Answer
from redress.rules.assessment_form import Form, FormError, FormProvision, read_form
from redress.rules.assessment_rows import Margin, cell, rows_of_html, rows_of_text
from tests.conftest import SHARED
from tests.rules.forms import ASKED, HEAD, NUMBERS, html, lines, text

SEEDS = Path(__file__).parents[2] / SHARED / "seeds"


def read(form: str) -> Form:
    return read_form(rows_of_text(form), NUMBERS)


def found(form: Form, number: str) -> FormProvision:
    return next(each for each in form.provisions if each.number == number)


def doubts(form: Form) -> list[tuple[int, str, str]]:
    return [(each.line, each.number, each.column) for each in form.doubts]


def test_a_whole_form_is_read_in_the_order_of_the_code() -> None:
    shuffled = [HEAD, *sorted(lines()[1:])]  # as a spreadsheet sorts: 6.10 before 6.2
    form = read("\n".join(shuffled))
    assert tuple(each.number for each in form.provisions) == NUMBERS
    assert all(each.requirement == ASKED[each.number] for each in form.provisions)
    assert {each.answered.answer for each in form.provisions} == {Answer.YES}
    assert found(form, "6.10").evidence == "Policy (Section 6)"
    assert form.doubts == ()


def test_headings_and_rules_in_the_middle_are_no_provisions() -> None:
    between = ["", "## Section 2: Exclusions", HEAD, "--\t--\t--", "**Stage 2**"]
    form = read("\n".join([*lines()[:6], *between, *lines()[6:]]))
    assert len(form.provisions) == 72
    assert form.doubts == ()


def test_what_stands_before_the_form_is_no_part_of_it() -> None:
    assert read("Report for 2023-24\n6.2\tReceived\t456\n" + text()).doubts == ()


def test_a_row_that_goes_on_after_a_page_break_is_joined_cell_by_cell() -> None:
    broken = "1.2\tUse the\tYes\tPolicy,\t\n\n\tdefinition.\t\tSection 3\t"
    form = read(text(p1_2=broken))
    provision = found(form, "1.2")
    assert (provision.requirement, provision.evidence) == (
        "Use the definition.",
        "Policy, Section 3",
    )
    assert doubts(form) == [(4, "1.2", "requirement"), (4, "1.2", "evidence")]


def test_a_heading_in_the_middle_of_a_provision() -> None:
    broken = "1.2\tUse the\tYes\tPolicy\t\nSection 1: Definition\n" + HEAD + "\n\tdefinition.\t\t\t"
    assert found(read(text(p1_2=broken)), "1.2").requirement == "Use the definition."


def test_a_cell_wrapped_over_lines_goes_on_where_it_broke() -> None:
    broken = "1.2\tUse the\ndefinition\nof 2024.\tYes\tPolicy,\nSection 3\tSo we do."
    form = read(text(p1_2=broken))
    provision = found(form, "1.2")
    assert provision.requirement == "Use the definition of 2024."
    assert provision.answered.answer is Answer.YES
    assert (provision.evidence, provision.commentary) == ("Policy, Section 3", "So we do.")
    assert doubts(form) == [
        (n, "1.2", c) for n, c in ((3, "requirement"), (4, "requirement"), (5, "evidence"))
    ]


def test_a_wrapped_line_without_cells_goes_to_the_cell_that_has_not_ended() -> None:
    form = read(text(p1_2="1.2\tUse it.\tYes\tTraining on equality\tPlanned.\n(EDI) and service."))
    assert found(form, "1.2").evidence == "Training on equality (EDI) and service."
    assert doubts(form) == [(3, "1.2", "evidence")]


def test_a_comment_in_the_margin_stays_with_its_provision() -> None:
    form = read(
        text(p1_2="1.2\tUse it.\tYes\tWebsite\tYes.\n\nCommented [GH1]: Link to the new site")
    )
    provision = found(form, "1.2")
    assert provision.margin == (Margin("GH", "Link to the new site"),)
    assert provision.commentary == "Yes."
    assert doubts(form) == [(4, "1.2", "")]


def test_a_comment_inside_a_cell_is_taken_out_of_it() -> None:
    form = read(text(p1_2="1.2\tUse it.\tYes\tWebsite Commented [GH2]: Which page?\tYes."))
    provision = found(form, "1.2")
    assert (provision.evidence, provision.commentary) == ("Website", "Yes.")
    assert provision.margin == (Margin("GH", "Which page?"),)


def test_html_in_a_cell_becomes_words() -> None:
    markup = "<p>Policy &amp; procedure</p> <ul> • by phone • in writing <p>Training</p>"
    assert cell(markup).text == "Policy & procedure\n- by phone\n- in writing\nTraining"
    assert cell(markup).odd == ("<ul> is opened and never closed",)
    assert cell('<a href="#">Section 5.3</a>').odd == ("a link leads nowhere",)
    assert cell("fewer than <5 & more").text == "fewer than <5 & more"


def test_doubtful_cells_are_listed() -> None:
    form = read(
        text(
            p1_2="1.2\tUse it.\tYes\t\tSo we do.",
            p1_3="1.3\tOffer it.\tYes / No\tPolicy\t",
            p1_4="1.4\t\tNo first half yes second half\tPolicy\t",
            p1_5="1.5\tRaise it.\tYes going forward\tPolicy\t",
            p1_6="1.6\tTell them.\tYes\tPolicy and commentary in one",
        )
    )
    assert doubts(form) == [
        (2, "1.2", "evidence"),
        (3, "1.3", "answer"),
        (4, "1.4", "requirement"),
        (4, "1.4", "answer"),
        (5, "1.5", "answer"),
        (6, "1.6", "evidence"),
    ]


def faults(form: str) -> tuple[str, ...]:
    with pytest.raises(FormError) as caught:
        read(form)
    return caught.value.faults


def test_a_file_without_the_table_is_refused() -> None:
    assert "no table" in faults("Dear all,\n1.2\tUse it.\tYes\n")[0]
    assert "no table" in faults("")[0]


def test_a_long_text_after_the_form_is_no_part_of_it() -> None:
    said = faults(text() + "\nAppendix C\n" + "And so on.\n" * 300)
    assert said == ("line 276: 9.8 goes on for too long: cut off what follows it",)


def test_missing_and_doubled_provisions_are_listed() -> None:
    form = text(p2_3="", p9_8="", p3_1="3.1\tA\tYes\tB\tC\n3.1\tA\tYes\tB\tC")
    assert faults(form) == (
        "provision 3.1 stands 2 times, on lines 11 and 12",
        "2 provisions are missing: 2.3, 9.8",
    )


def test_a_spreadsheets_5_1_for_5_10_is_explained() -> None:
    said = faults(text(p5_10="5.1\tAdjust.\tYes\tPolicy\t"))
    assert said[0].endswith("one of them may be 5.10, which is missing")


def test_a_provision_that_the_code_has_not_is_refused() -> None:
    said = faults(text(p9_8="9.8\tA\tYes\tB\tC\n9.9\tA\tYes\tB\tC"))
    assert said == ("line 74: the Code has no provision 9.9",)


def test_the_same_form_as_a_page() -> None:
    page = html(
        p1_2="1.2\t<p>Use <b>the</b></p><p>definition</p>\tYes\tA &amp; B\t<ul><li>So</li></ul>"
    )
    form = read_form(rows_of_html(page), NUMBERS)
    assert len(form.provisions) == 72
    provision = found(form, "1.2")
    assert (provision.requirement, provision.evidence) == ("Use the\ndefinition", "A & B")
    assert found(form, "9.8").evidence == "Policy (Section 9)"
    assert form.doubts == ()


def test_columns_may_stand_in_another_order() -> None:
    swapped = "\n".join("\t".join(reversed(line.split("\t"))) for line in lines())
    assert found(read(swapped), "6.5").evidence == "Policy (Section 6)"


FORMS = {
    "tower-hamlets-code-self-assessment.txt": 21,
    "harrow-complaints-report-2023-24.txt": 18,
}


def seed(name: str) -> Form:
    if not (SEEDS / name).exists():
        pytest.skip(f"{SHARED} is not there")
    return read((SEEDS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FORMS)
def test_both_published_forms_have_72_provisions_and_nothing_is_dropped(name: str) -> None:
    form = seed(name)
    assert tuple(each.number for each in form.provisions) == NUMBERS
    assert len(form.doubts) == FORMS[name]
    source = (SEEDS / name).read_text(encoding="utf-8")
    given = Counter(word for line in form_lines(source) for word in cell(line).text.split())
    kept = Counter(word for each in form.provisions for word in words_of(each))
    assert given - kept == Counter()


def form_lines(source: str) -> list[str]:
    """The lines of the form that are no heading: read another way than the reader does."""
    within = source[source.index("Code provision\t") :].splitlines()
    heads = ("Code provision\t", "Section ", "Stage ", "--", "-----")
    lines = (re.sub(r"Commented \[\w+\]:", "", line) for line in within)
    return [line.replace("\t", " ") for line in lines if not line.strip("#* ").startswith(heads)]


def words_of(each: FormProvision) -> list[str]:
    margin = (comment.text for comment in each.margin)
    said = (each.requirement, each.answered.words, each.evidence, each.commentary)
    return " ".join((each.number, *said, *margin)).split()


def test_tower_hamlets_as_it_stands() -> None:
    form = seed("tower-hamlets-code-self-assessment.txt")
    partly = [p.number for p in form.provisions if p.answered.answer is Answer.PARTLY]
    blank = [p.number for p in form.provisions if not p.evidence]
    assert (partly, blank) == (["3.5", "9.7"], ["3.2", "5.8", "8.2"])
    assert found(form, "3.7").margin == (Margin("GH", "To be redirected to Council website"),)


def test_harrow_as_it_stands() -> None:
    form = seed("harrow-complaints-report-2023-24.txt")
    said = {p.number: p.answered.answer for p in form.provisions}
    assert [n for n, a in said.items() if a is Answer.NO] == ["6.16", "6.17", "6.20"]
    assert [n for n, a in said.items() if a is Answer.YES_FROM] == ["6.5", "8.1", "8.3"]
    assert said["6.1"] is Answer.SPLIT
    assert found(form, "4.3").evidence.endswith(
        "Diversity and Inclusion (EDI) and Customer Excellence."
    )
