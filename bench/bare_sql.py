"""The rows of one received case, inserted by bare SQL: what the database alone takes for them."""

import os
from typing import Any

# In the order in which they refer to each other.
TABLES = (
    "cases_case",
    "cases_stage",
    "cases_issue",
    "cases_deadline",
    "cases_letter",
    "cases_event",
    "cases_searchword",
)


class Copies:
    """Inserts copies of a case, each with a reference of its own and in a transaction of its own,
    over a connection as durable as Redress's."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        self.number = reference.split("-")[1]
        self.connection, self.mark = _connect()
        self.cursor = self.connection.cursor()
        self.statements = [self._statement(table) for table in TABLES]

    def insert(self) -> None:
        """One more case: take the next number, insert its rows, commit."""
        self.cursor.execute("BEGIN IMMEDIATE" if self.mark == "?" else "BEGIN")
        self.cursor.execute(
            f"UPDATE people_landlord SET next_number = next_number + 1 WHERE id = {self.mark}"
            " RETURNING next_number - 1",
            (self.landlord,),
        )
        number = f"{self.cursor.fetchone()[0]:06}"
        case = None
        for statement, rows in self.statements:
            made = [self._renumbered(row, number, case) for row in rows]
            if case is None:
                self.cursor.execute(statement + " RETURNING id", made[0])
                case = self.cursor.fetchone()[0]
            else:
                self.cursor.executemany(statement, made)
        self.cursor.execute("COMMIT")

    def _statement(self, table: str) -> tuple[str, list[dict[str, Any]]]:
        """The INSERT of a table and the rows of the copied case for it."""
        of_case = "id" if table == "cases_case" else "case_id"
        one = f"SELECT id FROM cases_case WHERE reference = {self.mark}"
        self.cursor.execute(f"SELECT * FROM {table} WHERE {of_case} = ({one})", (self.reference,))
        columns = [column[0] for column in self.cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in self.cursor.fetchall()]
        for row in rows:
            del row["id"]
        self.landlord = rows[0]["landlord_id"]
        names = ", ".join(f'"{name}"' for name in rows[0])
        return f"INSERT INTO {table} ({names}) VALUES ({self._marks(len(rows[0]))})", rows

    def _marks(self, many: int) -> str:
        return ", ".join([self.mark] * many)

    def _renumbered(self, row: dict[str, Any], number: str, case: int | None) -> list[Any]:
        own = {"case_id": case} if case is not None else {}
        return [
            value.replace(self.number, number) if isinstance(value, str) else _plain(value)
            for value in {**row, **own}.values()
        ]


def _plain(value: Any) -> Any:
    """JSON columns come back as lists and dictionaries from PostgreSQL."""
    if not isinstance(value, list | dict):
        return value
    from psycopg.types.json import Jsonb

    return Jsonb(value)


def _connect() -> tuple[Any, str]:
    if url := os.environ.get("REDRESS_DATABASE_URL"):
        import psycopg

        return psycopg.connect(url, autocommit=True), "%s"
    import sqlite3

    path = os.path.join(os.environ["REDRESS_VAR"], "redress.sqlite3")  # noqa: PTH118
    connection = sqlite3.connect(path, isolation_level=None, timeout=20)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"
    )
    return connection, "?"
