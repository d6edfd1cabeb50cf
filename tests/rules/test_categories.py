"""The trees of categories, and which service leads."""

from pathlib import Path

import pytest

from redress.demo.troubles import TROUBLES
from redress.rules import categories
from redress.rules.categories import Tree, lead_service, tree_of
from redress.rules.policy_files import PolicyError, landlord_slugs

# The Ombudsman's own words for what it counts, by hand.
OMBUDSMAN = {
    "Antisocial behaviour",
    "Buying or selling a property",
    "Charges",
    "Complaint handling",
    "Estate management",
    "Health and safety (including building safety)",
    "Information and data management",
    "Moving to a property",
    "Occupancy rights",
    "Property condition",
    "Reimbursement and payments",
    "Resident involvement",
    "Staff",
}


@pytest.mark.parametrize("landlord", landlord_slugs())
def test_every_reason_has_a_category_of_the_ombudsman(landlord: str) -> None:
    tree = tree_of(landlord)
    assert {theirs for each in tree.services.values() for theirs in each.values()} <= OMBUDSMAN
    assert all(tree.services.values())


def test_harrow_has_its_own_ten_reasons_in_three_services() -> None:
    tree = tree_of("harrow")
    assert {name: len(reasons) for name, reasons in tree.services.items()} == {
        "Asset Management": 10,
        "Housing Needs": 10,
        "Resident Services": 10,
    }
    assert tree.ombudsman_category("Housing Needs", "Staff conduct") == "Staff"
    assert tree.service_of("Staff conduct") == ""  # in two services
    assert tree.service_of("Bidding") == "Housing Needs"


def test_the_demonstrations_troubles_are_in_the_model_tree() -> None:
    tree = tree_of("code-model")
    for trouble in TROUBLES:
        assert trouble.category in tree.services[trouble.service]


def test_a_category_of_an_old_system_is_kept_and_counted_as_nothing() -> None:
    tree = tree_of("together")
    assert tree.ombudsman_category("Repairs", "RPR-17 leak") == ""
    assert lead_service("together", "", "RPR-17 leak", []) == ""


def test_a_file_that_is_not_sound_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.toml").write_text('[services]\nRepairs = ["leak"]\n')
    monkeypatch.setattr(categories, "FOLDER", tmp_path)
    with pytest.raises(PolicyError, match=r"model\.toml"):
        tree_of("a-landlord-of-this-test")
    assert Tree(services={"Repairs": {"leak": "Property condition"}}).service_of("leak")
