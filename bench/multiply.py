"""Makes a store of 100,000 cases out of a filled one of 1,000, in the database itself.

    python -m bench.multiply [COPIES]

Every imported case is copied with all that belongs to it, many times: by SQL alone, so that it
takes a minute or two where importing as many takes ten. A copy has a reference, a resident, a
phone number and a postcode of its own and found by them; its days, and all else, are those of the
first. Digests of the copies' events are not right: this is for measuring, and for nothing else.
"""

import sys
from typing import Any

from redress.commands import setup_django

STRIDE = 1_000_000  # between the rows' numbers of one copy and of the next
COPIES = 115
OLD = "SELECT id FROM cases_case WHERE reference LIKE 'OLD-%%'"
PEOPLE = f"SELECT resident_id FROM cases_case WHERE id IN ({OLD})"
# How a text of a copy differs: two letters, or three digits, that are the copy's own.
TWO = "{chr}(97 + n / 26) || {chr}(97 + n %% 26)"
THREE = "CAST(100 + n AS varchar(3))"
HOW = {
    "reference": f"'OLD-' || {THREE} || substr(reference, 5)",
    "name": f"substr(name, 1, {{at}}(name, ' ') - 1) || {TWO} || substr(name, {{at}}(name, ' '))",
    "phone": f"'07' || {THREE} || substr(phone, 6)",
    "postcode": f"upper({TWO}) || substr(postcode, 3)",
    "message_id": f"{THREE} || '-' || message_id",
}
OWN = f"""CASE
    WHEN word = lower(substr(person.name, 1, {{at}}(person.name, ' ') - 1)) THEN word || {TWO}
    WHEN word = replace(person.phone, ' ', '') THEN '07' || {THREE} || substr(word, 6)
    WHEN word = lower(replace(home.postcode, ' ', '')) THEN {TWO} || substr(word, 3)
    {{more}} ELSE word END"""
REFERENCES = f"""
    WHEN word = substr(of.reference, 5) THEN {THREE} || word
    WHEN word = 'old' || substr(of.reference, 5) THEN 'old' || {THREE} || substr(word, 4)"""


def main(copies: int) -> None:
    """Copy what the environment's database has."""
    setup_django()
    from django.db import connection, transaction

    from bench.databases import settle

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys=OFF")
        with transaction.atomic():
            if connection.vendor == "postgresql":
                cursor.execute("SET LOCAL session_replication_role = replica")
            for sql in _statements(connection.vendor):
                cursor.execute(sql, [copies])
        if connection.vendor == "postgresql":
            _count_on(cursor)
    settle(connection)
    print("{}")


def _statements(vendor: str) -> list[str]:
    """One a table."""
    from django.apps import apps

    from redress.cases.models import Case, SearchWord
    from redress.people.models import Home, Resident, ResidentWord

    word = vendor, {"{chr}": "char" if vendor == "sqlite" else "chr"}
    word[1]["{at}"] = "instr" if vendor == "sqlite" else "strpos"
    homes = f"SELECT home_id FROM people_resident WHERE id IN ({PEOPLE})"
    made = [
        _copy(Home, f"id IN ({homes})", word[1]),
        _copy(Resident, f"id IN ({PEOPLE})", word[1]),
        _copy(Case, f"id IN ({OLD})", word[1]),
        _words(SearchWord, "case_id", word[1]),
        _words(ResidentWord, "resident_id", word[1]),
    ]
    for model in apps.get_app_config("cases").get_models():
        its = {field.name for field in model._meta.fields}
        if "case" in its and model is not SearchWord:
            made.append(_copy(model, f"case_id IN ({OLD})", word[1]))
    return made


def _copy(model: Any, which: str, names: dict[str, str]) -> str:
    columns = [field.column for field in model._meta.fields]
    moved = {"id", "case_id", "home_id", "resident_id", "letter_id"}
    if "issued_on" in columns or "kept_at" in columns:
        moved.discard("letter_id")
    values = [
        f"{column} + n * {STRIDE}"
        if column in moved
        else HOW[column]
        if column in HOW and not (column == "name" and model._meta.model_name != "resident")
        else f'"{column}"'
        for column in columns
    ]
    return _insert(model, columns, values, f"{model._meta.db_table} WHERE {which}", names)


def _words(model: Any, owner: str, names: dict[str, str]) -> str:
    """The words of the copies: those of what is a copy's own are others."""
    table, of_case = model._meta.db_table, owner == "case_id"
    own = OWN.replace("{more}", REFERENCES if of_case else "")
    whose = (
        f"{table} JOIN cases_case of ON of.id = case_id JOIN people_resident person"
        " ON person.id = of.resident_id"
        if of_case
        else f"{table} JOIN people_resident person ON person.id = resident_id"
    )
    source = f"{whose} JOIN people_home home ON home.id = person.home_id"
    source += f" WHERE {table}.{owner} IN ({OLD if of_case else PEOPLE})"
    owner_of = f"{table}.{owner} + n * {STRIDE}"
    columns = ["id", "landlord_id", "word", owner]
    values = [f"{table}.id + n * {STRIDE}", f"{table}.landlord_id", own, owner_of]
    return _insert(model, columns, values, source, names)


def _insert(
    model: Any, columns: list[str], values: list[str], source: str, names: dict[str, str]
) -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    text = (
        "WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < %s) "
        f"INSERT INTO {model._meta.db_table} ({listed}) "
        f"SELECT {', '.join(values)} FROM copy CROSS JOIN {source}"
    )
    for name, word in names.items():
        text = text.replace(name, word)
    return text


def _count_on(cursor: Any) -> None:
    """Rows made after this get numbers beyond the copies'."""
    from django.apps import apps

    for app in ("cases", "people"):
        for model in apps.get_app_config(app).get_models():
            table = model._meta.db_table
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
            if (sequence := cursor.fetchone()[0]) is not None:
                cursor.execute(f"SELECT setval(%s, (SELECT MAX(id) + 1 FROM {table}))", [sequence])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
