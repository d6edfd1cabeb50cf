"""The page that holds Harrow's year beside the published report is made from the figures."""

from tests.reports.harrow_by_hand import APPENDIX_A
from tools import compare_published


def test_the_page_is_up_to_date_and_every_figure_is_equal() -> None:
    page = compare_published.page()
    assert compare_published.PAGE.read_text("utf-8") == page
    assert "Appendix A: 135 of 135 figures are equal" in page


def test_what_it_holds_as_published_is_what_was_copied_by_hand() -> None:
    theirs = {
        (group.value, scope.value): [
            float(each) for each in compare_published._published(group.value, scope)
        ]
        for group in compare_published.TABLES
        for scope in compare_published.Scope
    }
    assert theirs == {name: [float(each) for each in row] for name, row in APPENDIX_A.items()}


def test_every_fault_of_the_published_text_is_listed() -> None:
    page = compare_published.page()
    for words in (
        "The text says 12%; the figures give 14.6% (12 of 82 stage 2 complaints received).",
        "The text says 6%; the figures give 11.0%",
        "The text says 82%; the figures give 74.4%",
        "The text says 51%; the figures give 52.4%",
        "The text says 82%; the figures give 80.3%",  # closed, of those without an outcome
        "The text says 28%; the figures give 58.9%",
        "add up to 24",
        "add up to 8",
        "20 of 35",  # the stage 2 cases that the headline hides
        "36 (43.4%)",  # upheld, of those decided
        "2023/34",
        "Satisfaction",
    ):
        assert words in page
