"""A list as a file: the same cases in the same order, and nothing in it that runs."""

import csv
import io
import re
from datetime import datetime

import pytest
from django.test import Client
from openpyxl import load_workbook

from redress.people.models import Landlord
from redress.rules.access import Role
from redress.rules.cells import cell
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, opened, received


def as_csv(page: Client, query: str = "") -> list[list[str]]:
    answer = page.get(address(f"export?as=csv{query}"))
    assert answer.streaming
    text = b"".join(answer).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_same_cases_as_the_list_in_its_order(page: Client, desk: builders.Desk) -> None:
    first, second, third = received(desk), opened(desk), received(desk)
    head, *rows = as_csv(page, "&sort=-reference")
    assert [row[0] for row in rows] == [third, second, first]
    assert [row[0] for row in as_csv(page, "&waiting=sorting&sort=reference")[1:]] == [first, third]
    row = dict(zip(head, rows[1], strict=True))
    assert (row["Resident"], row["Address"]) == ("Mary Osei", "4 Elm Walk, E1 4AA")
    assert (row["Received"], row["Due next"]) == ("2026-05-01", "2026-05-20")
    assert (row["Stage"], row["Time left"]) == ("Stage 1, being looked into", "6 working days left")


def test_a_workbook_has_real_dates_and_no_formula(page: Client, desk: builders.Desk) -> None:
    person = builders.resident(desk.landlord, name='=HYPERLINK("http://x","Mary")')
    opened(desk, resident=person.pk)
    answer = page.get(address("export?as=xlsx"))
    sheet = load_workbook(io.BytesIO(b"".join(answer)))["Cases"]
    answer.close()
    head, row = (list(line) for line in sheet.iter_rows())
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert cells["Due next"].value == datetime(2026, 5, 20) and cells["Due next"].is_date
    assert cells["Resident"].data_type == "s" and cells["Resident"].value.startswith("=HYPERLINK")
    assert cells["Resident"].hyperlink is None


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "＝1", "＠x"]
)
def test_nothing_in_a_csv_file_runs(page: Client, desk: builders.Desk, text: str) -> None:
    assert cell(text) == f"'{text}"
    desk.receive(TODAY, category=text)
    (_, row) = as_csv(page)
    assert not re.match(r"\s*[=+\-@＝＋－＠]", row[6])


def test_harmless_words_stay_as_they_are() -> None:
    for text in ("Leak", "O'Brien", "4 Elm Walk", "a=b", ""):
        assert cell(text) == text
    assert cell(TODAY) == "2026-05-12" and cell(None) == ""


def test_the_name_of_the_file_tells_of_no_person(page: Client, desk: builders.Desk) -> None:
    received(desk)
    for kind in ("csv", "xlsx"):
        answer = page.get(address(f"export?as={kind}&service=Repairs"))
        assert answer["Content-Disposition"] == (
            f'attachment; filename="cases-code-model-2026-05-12.{kind}"'
        )
        assert "no-store" in answer["Cache-Control"]
        assert b"".join(answer)


def test_who_reads_no_case_gets_no_file(landlord: Landlord, desk: builders.Desk) -> None:
    received(desk)
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    assert logger.get(address("export?as=csv"))["Location"] == address("receive")
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert stranger.get(address("export?as=csv")).status_code == 404
    assert len(b"".join(stranger.get("/harrow/desk/export?as=csv")).splitlines()) == 1


def test_no_such_file_or_list(page: Client) -> None:
    for query in ("", "as=pdf", "as=csv&stage=9"):
        assert page.get(address(f"export?{query}")).status_code == 404
