"""Whether the database has the tables of this version of the archive."""

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def is_up_to_date() -> bool:
    """Return whether every migration has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def ask_for_tables() -> None:
    """Raise CommandError with what to do where the database is new, or older than the code."""
    if not is_up_to_date():
        raise CommandError(
            "The database does not have the tables of this version yet; `python manage.py migrate` "
            "makes them (`make run` does so by itself)."
        )
