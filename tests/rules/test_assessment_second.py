"""Reading the form of a Code that the form alone says: nothing dropped, and gaps are doubts."""

import pytest

from redress.rules.assessment_form import Form, FormError, doubt_if_same, read_form
from redress.rules.assessment_rows import rows_of_text
from tests.rules.forms import NUMBERS as OURS
from tests.rules.forms import text as ours
from tests.rules.second_form import LINES, NUMBERS, text


def read(form: str) -> Form:
    return read_form(rows_of_text(form), None)


def doubts(form: Form) -> list[tuple[int, str, str]]:
    return [(each.line, each.number, each.says) for each in form.doubts if each.column == "number"]


def test_its_provisions_are_whatever_the_form_has_in_their_order() -> None:
    form = read(text(*reversed(LINES)))
    assert tuple(each.number for each in form.provisions) == NUMBERS
    assert form.provisions[0].requirement == "Say what a tall tale is."
    assert len(read(ours()).provisions) == 72


def test_what_the_numbers_leave_out_is_a_doubt_and_not_a_fault() -> None:
    form = read(text())
    assert doubts(form) == [
        (5, "6.2", "the form has nothing of section 3 to 5 before it"),
        (6, "10.1", "the form has nothing of section 7 to 9 before it"),
    ]
    assert doubts(read(text("1.1\tA\tYes\tB\tC", "1.5\tA\tYes\tB\tC"))) == [
        (3, "1.5", "the form has no 1.2 to 1.4 before it")
    ]
    assert doubts(read(text("1.1\tA\tYes\tB\tC", "2.3\tA\tYes\tB\tC"))) == [
        (3, "2.3", "the form has no 2.1 to 2.2 before it")
    ]
    assert doubts(read(text("1.1\tA\tYes\tB\tC", "1.2\tA\tYes\tB\tC"))) == []


def test_the_doubts_of_cells_are_those_of_every_form() -> None:
    found = {(each.number, each.column) for each in read(text()).doubts}
    assert {("1.2", "evidence"), ("10.1", "answer")} <= found


def test_the_very_numbers_of_the_first_code_are_a_doubt() -> None:
    assert "is it the form of the other?" in doubts(doubt_if_same(read(ours()), OURS))[0][2]
    assert doubt_if_same(read(text()), OURS) == read(text())


def test_a_provision_that_stands_twice_is_refused() -> None:
    with pytest.raises(FormError, match=r"provision 1\.2 stands 2 times, on lines 3 and 7"):
        read(text(*LINES, LINES[1]))
    nine = [f"5.{n}\tA\tYes\tB\tC" for n in range(1, 10)]
    with pytest.raises(FormError, match=r"one of them may be 5\.10, which is missing"):
        read(text(*nine, nine[0]))


@pytest.mark.parametrize("number", ["6.2.1", "7"])
def test_a_number_of_another_shape_is_kept_as_words_and_listed(number: str) -> None:
    form = read(text(*LINES[:4], f"{number}\tLend it twice.\tYes\tList\tWe do."))
    last = form.provisions[-1]
    assert number in last.commentary and "Lend it twice." in last.requirement
    assert (6, "6.2", f"{number} is no number of a provision, and was joined") in doubts(form)


def test_a_table_without_any_provision_is_refused() -> None:
    with pytest.raises(FormError, match="no row of the table has the number of a provision"):
        read(text("\t\t\t\t"))
