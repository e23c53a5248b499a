"""Plain questions to the driver, so that opening and reading a workspace need not load SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any


class Reader:
    """Asks through the driver's own connection, within whatever transaction is under way on it."""

    def __init__(self, driver_connection: Any) -> None:
        self._driver = driver_connection

    def rows(self, question: str, *values: str | int) -> list[tuple[Any, ...]]:
        """All rows of the answer."""
        with closing(self._driver.execute(question, values)) as cursor:
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def portions(self, size: int, question: str, *values: str | int) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of the answer, so many at a time."""
        with closing(self._driver.execute(question, values)) as cursor:
            while found := cursor.fetchmany(size):
                yield found

    def first(self, question: str, *values: str | int) -> tuple[Any, ...] | None:
        """The first row of the answer, or None where it has none."""
        with closing(self._driver.execute(question, values)) as cursor:
            found: tuple[Any, ...] | None = cursor.fetchone()
        return found

    def value(self, question: str, *values: str | int) -> Any:
        """The first cell of an answer that has one; LookupError where it is empty."""
        found = self.first(question, *values)
        if found is None:
            raise LookupError(f"no answer to {question}")
        return found[0]
