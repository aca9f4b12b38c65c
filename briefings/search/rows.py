"""Rows' texts and names by their keys, as a page of results needs them."""

from collections.abc import Collection
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

Asked = tuple[type[models.Model], str, Collection[int]]


def columns_by_key(*asked: Asked) -> list[dict[int, str]]:
    """Return, for each model, text column and keys, the column's texts by key; missing rows not.

    Columns are fields' names, of models of one database. Keys must be numbers that fit 64 bits. All
    is asked in one statement, written out: putting the same ``values_list`` together costs Django
    five times what SQLite takes to answer it, and a page of results asks for four columns.
    """
    found: list[dict[int, str]] = [{} for _ in asked]
    selects = [_select(number, *one) for number, one in enumerate(asked) if one[2]]
    if selects:
        with _connection(asked[0][0]).cursor() as cursor:
            cursor.execute(" UNION ALL ".join(selects))
            for number, key, text in cursor.fetchall():
                found[number][key] = text
    return found


def _select(number: int, model: type[models.Model], column: str, keys: Collection[int]) -> str:
    """Return the statement that reads a column by keys.

    The keys stand in it as figures, which ``%d`` alone lets in: to hand over a hundred parameters
    costs half as much again.
    """
    meta: Any = model._meta
    key, wanted = _quote(meta.pk.column), _quote(meta.get_field(column).column)
    figures = ",".join(["%d"] * len(keys)) % tuple(keys)
    return (
        f"SELECT {number}, {key}, {wanted} FROM {_quote(meta.db_table)}"  # noqa: S608
        f" WHERE {key} IN ({figures})"
    )


def has_rows(model: type[models.Model]) -> bool:
    """Say whether a table has any row; ``exists()`` costs ten times as much to put together."""
    with _connection(model).cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {_quote(model._meta.db_table)} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is not None


def _connection(model: type[models.Model]) -> BaseDatabaseWrapper:
    return connections[router.db_for_read(model)]


def _quote(name: str) -> str:
    """Return a name as SQLite and PostgreSQL both quote it."""
    return f'"{name}"'
