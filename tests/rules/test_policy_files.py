"""Policy files: every fault is told with its file and key, and the version in force is found."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.rules.policy_files import (
    ROOT,
    PolicyError,
    code_by_id,
    code_in_force,
    code_nearest,
    codes,
    landlord_slugs,
    load_policy,
    policies_of,
    policy_by_id,
    policy_in_force,
    policy_nearest,
    policy_of,
)
from tests.rules.policy_changes import (
    Data,
    data_of,
    faults_of,
    keys,
    model_file,
    tables,
    value_at,
    with_value,
    without,
)

FILES = ["code-model/2024-04-01", "tower-hamlets-homes/2022-10-01", "together/2021-02-01"]
# Keys that mean something by not being there: a plain promise is one that is firm and has a unit.
MAY_BE_LEFT_OUT = {"aim", "unit_stated", "needs_agreement", "beyond"}


def faults(data: Data) -> tuple[str, ...]:
    return faults_of(policy_of, data, "new.toml")


# which version is in force


@pytest.mark.parametrize(
    ("slug", "on", "identity"),
    [
        ("harrow", date(2021, 4, 1), "harrow/2021-04-01"),
        ("harrow", date(2023, 3, 31), "harrow/2021-04-01"),
        ("harrow", date(2023, 4, 1), "harrow/2023-04-01"),
        ("harrow", date(2026, 11, 23), "harrow/2023-04-01"),
        ("together", date(2024, 2, 29), "together/2021-02-01"),
        ("together", date(2026, 11, 23), "together/2021-02-01"),  # past its own last date
        ("code-model", date(9999, 12, 31), "code-model/2024-04-01"),
    ],
)
def test_the_latest_that_has_started_is_in_force(slug: str, on: date, identity: str) -> None:
    assert policy_in_force(slug, on).id == identity


@pytest.mark.parametrize("on", [date(2021, 3, 31), date(1, 1, 1)])
def test_before_the_first_policy_there_is_none(on: date) -> None:
    (fault,) = faults_of(policy_in_force, "harrow", on)
    assert fault == f"harrow has no policy for {on}; the first starts 2021-04-01"
    assert policy_nearest("harrow", on).id == "harrow/2021-04-01"


@pytest.mark.parametrize("slug", ["", "Harrow", "../code", "harrow/2023-04-01", "\x00", "x" * 500])
def test_an_unknown_landlord_is_named(slug: str) -> None:
    (fault,) = faults_of(policies_of, slug)
    assert fault.startswith(f'there is no landlord "{slug[:60]}"; there are code-model, harrow')
    assert len(fault) < 200


def test_there_are_five_landlords() -> None:
    names = ("code-model", "harrow", "herefordshire", "together", "tower-hamlets-homes")
    assert landlord_slugs() == names


def test_by_identity() -> None:
    for slug in landlord_slugs():
        for policy in policies_of(slug):
            assert policy_by_id(policy.id) is policy
            assert policy.id == f"{slug}/{policy.starts}"


@pytest.mark.parametrize("identity", ["harrow/2022-04-01", "harrow", "harrow/", "harrow/x"])
def test_an_unknown_version_is_named(identity: str) -> None:
    (fault,) = faults_of(policy_by_id, identity)
    assert fault == f'there is no "{identity}"; there are harrow/2021-04-01, harrow/2023-04-01'


def test_the_code_of_2024() -> None:
    edition = code_in_force(date(2024, 4, 1))
    assert edition.id == "code/2024-04-01"
    assert code_by_id("code/2024-04-01") is edition is codes()[-1]
    limits = [
        stage.acknowledge and stage.acknowledge.span.amount for stage in map(edition.stage, (1, 2))
    ]
    limits += [edition.stage(number).respond.span.amount for number in (1, 2)]
    limits += [edition.stage(number).extension.span.amount for number in (1, 2)]
    assert limits == [5, 5, 10, 20, 10, 20]


def test_older_cases_are_held_against_the_first_edition_only_when_asked() -> None:
    (fault,) = faults_of(code_in_force, date(2024, 3, 31))
    assert "2024-03-31; the first starts 2024-04-01" in fault
    assert code_nearest(date(2024, 3, 31)).id == "code/2024-04-01"
    assert code_nearest(date(2026, 1, 1)).id == "code/2024-04-01"


def test_an_unknown_edition_is_named() -> None:
    assert "code/2024-04-01" in faults_of(code_by_id, "code/2022-04-01")[0]


def test_files_are_read_once() -> None:
    assert policies_of("harrow") is policies_of("harrow")


# faults of one file


def test_a_file_may_lie_anywhere(tmp_path: Path) -> None:
    path = model_file(tmp_path, "draft.toml", slug='"another"')
    assert load_policy(path).id == "another/2024-04-01"


@pytest.mark.parametrize("identity", FILES)
def test_every_key_is_needed(identity: str) -> None:
    data = data_of(identity)
    for path in keys(data):
        key = str(path[-1])
        if key in MAY_BE_LEFT_OUT:
            continue
        found = faults(without(data, path))
        assert all(fault.startswith("new.toml: ") for fault in found)
        assert any(key in fault for fault in found), (path, found)


def test_a_missing_key_says_what_to_do() -> None:
    data = without(data_of(), ("stage_2", "window"))
    (fault,) = faults(data)
    assert fault == (
        'new.toml: stage_2.window: is missing; give it, or "not stated" where the text is silent'
    )


PLACES = [(identity, path) for identity in FILES for path in tables(data_of(identity))]


@given(st.sampled_from(PLACES), st.from_regex(r"[a-z_]{1,12}", fullmatch=True))
@settings(max_examples=200)
def test_an_unknown_key_is_refused_wherever_it_stands(
    place: tuple[str, tuple[str | int, ...]], key: str
) -> None:
    identity, path = place
    data = data_of(identity)
    if key in value_at(data, path):
        return
    way = ".".join(str(part) for part in (*path, f"{key}_x"))
    found = faults(with_value(data, way, 1))
    assert f"new.toml: {way}: is not a key; see redress policy schema" in found


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.dates(),
    st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=5), st.integers()),
)  # fmt: skip


@given(st.data())
@settings(max_examples=300)
def test_any_value_anywhere_is_a_policy_or_a_named_fault(drawn: st.DataObject) -> None:
    data = data_of()
    path = drawn.draw(st.sampled_from(list(keys(data))))
    way = ".".join(str(part) for part in path)
    changed = with_value(data, way, drawn.draw(VALUES))
    try:
        policy_of(changed, "new.toml")
    except PolicyError as error:
        assert all(fault.startswith("new.toml: ") for fault in error.faults)
        assert str(path[0]) in str(error)


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("starts", "2024-04-01T00:00:00Z", "starts: "),
        ("starts", "30 February", "starts: "),
        ("starts", 20240401, "starts: input should be a valid date; found 20240401"),
        ("starts", date(1, 1, 1), "starts: input should be greater than or equal to 2000-01-01"),
        ("starts", date(9999, 12, 31), "starts: input should be less than or equal to 2199"),
        ("slug", "Harrow Council", "slug: string should match pattern"),
        ("slug", "../x", "slug: string should match pattern"),
        ("name", "", "name: string should have at least 1 character"),
        ("name", "a\x00b", "name: string should match pattern"),
        ("name", "x" * 1_000_000, "name: string should have at most 2000 characters"),
        ("division", "wales", "division: input should be 'england-and-wales', 'scotland' or"),
        ("stage_1.respond.span", "10", 'stage_1.respond.span: "10" is not a length of time'),
        ("stage_1.respond.span", 10, "stage_1.respond.span: "),
        ("stage_1.respond.span", "0 weeks", 'stage_1.respond.span: "0 weeks" does not rise'),
        ("stage_1.respond", "not stated", "stage_1.respond: "),
        ("stage_1.respond_from", "posted", "stage_1.respond_from: input should be 'received' or"),
        ("stage_1.comment_on_adverse_findings", "yes", "stage_1.comment_on_adverse_findings: "),
        ("stage_1.comment_on_adverse_findings", 1, "stage_1.comment_on_adverse_findings: "),
        ("time_limit.counts_from", [], "time_limit.counts_from: "),
        ("exclusions", "none", "exclusions: "),
        ("exclusions.0.ground", "tiresome", "exclusions.0.ground: input should be 'claim_filed'"),
        ("guards", [{"guard": "x", "mode": "warn", "why": "y", "clause": "z"}], "guards.0.guard: "),
        ("stated_until", date(2025, 1, 1), "stated_until and stated_until_is go together"),
        ("ends", date(2024, 3, 31), "ends (2024-03-31) is before starts (2024-04-01)"),
    ],
)
def test_wrong_values(key: str, value: object, fault: str) -> None:
    found = faults(with_value(data_of(), key, value))
    assert any(each.startswith("new.toml: ") and fault in each for each in found), found
    assert all(len(each) < 2_000 for each in found)


def test_a_last_date_before_the_start() -> None:
    data = with_value(data_of(), "stated_until", date(2020, 1, 1))
    (fault,) = faults(with_value(data, "stated_until_is", "end"))
    assert "stated_until (2020-01-01) is before starts (2024-04-01)" in fault


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ({"id": "X1", "as": "data"}, "rule X1: data needs at"),
        ({"id": "X1", "as": "neither"}, "rule X1: neither needs why, and no at"),
        ({"id": "X1", "as": "neither", "why": "?", "at": ["name"]}, "rule X1: neither needs why"),
        (
            {"id": "X1", "as": "data", "at": ["stage_3.name"]},
            "rule X1: there is no key stage_3.name",
        ),
        ({"id": "X1", "as": "data", "at": ["model_fields"]}, "there is no key model_fields"),
        (
            {"id": "X1", "as": "behaviour", "at": ["stage_2.reasons"], "value": "required"},
            "rule X1: value is required, but stage_2.reasons is optional",
        ),
        ({"id": "X1", "as": "sort of"}, "rules.0.as: "),
    ],
)
def test_the_account_of_a_rule_must_hold(rule: Data, fault: str) -> None:
    assert fault in faults(with_value(data_of(), "rules", [rule]))[0]


@pytest.mark.parametrize(
    ("key", "item", "value"),
    [
        ("rules", {"id": "X1", "as": "neither", "why": "?"}, "X1"),
        ("guards", {"guard": "findings", "mode": "warn", "why": "?", "clause": "1"}, "findings"),
        ("exclusions", {"ground": "rent", "says": "Rent.", "clause": "2"}, "rent"),
        ("closures", {"date": date(2024, 12, 24), "why": "Shut"}, "2024-12-24"),
    ],
)
def test_nothing_stands_twice(key: str, item: Data, value: str) -> None:
    (fault,) = faults(with_value(data_of(), key, [item, item]))
    assert f"{key}: {value} stands there more than once" in fault


def test_all_faults_at_once() -> None:
    data = without(data_of(), ("title",))
    data = with_value(data, "colour", "green")
    data = with_value(data, "stage_1.respond.span", "soon")
    data = with_value(data, "exclusions.1.ground", 7)
    found = "\n".join(faults(data))
    for key in (
        "title: is missing",
        "colour: is not a key",
        "stage_1.respond.span",
        "exclusions.1",
    ):
        assert key in found


# faults of files as such


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "slug: is missing"),
        (b"\xff\xfe", "byte 1: is not UTF-8 text"),
        (b'name = "Caf\xe9"', "byte 12: is not UTF-8 text"),
        (b'name = "a\x00b"', "is not TOML"),
        (b"\x00", "is not TOML"),
        (b"starts = 2023-02-30", "is not TOML"),
        (b"starts = 0001-01-01", "starts: input should be greater"),
        (b"a = 1\na = 2", "is not TOML"),
        (b"not toml at all", "is not TOML"),
        (b"x" * 999_999, "is not TOML"),
        (b"x" * 1_000_001, "is larger than 1,000,000 bytes"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
        (b"a = " + b"9" * 10_000, "cannot be read"),
        (b"slug = nan", "slug: "),
        ('name = "\u202e\u200b😀"'.encode(), "slug: is missing"),
    ],
)
def test_bad_files(tmp_path: Path, content: bytes, fault: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    found = faults_of(load_policy, path)
    assert all(each.startswith(f"{path}: ") for each in found)
    assert any(fault in each for each in found), found[:3]
    assert all(len(each) < 500 for each in found)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_a_named_fault(content: bytes) -> None:
    path = ROOT.parent / "policies" / "none.toml"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda self: content)
        assert all(each.startswith(f"{path}: ") for each in faults_of(load_policy, path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be read: No such file" in faults_of(load_policy, tmp_path / "none.toml")[0]
    assert "cannot be read: " in faults_of(load_policy, tmp_path)[0]
