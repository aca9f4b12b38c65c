#!/usr/bin/env python
"""Django's command-line entry point for the archive."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path


def main() -> None:
    """Run the management command named on the command line."""
    own_python = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if find_spec("django") is None and own_python.exists():
        # Typed as plain `python manage.py …` where make has set up the project's environment.
        os.execv(own_python, [str(own_python), *sys.argv])  # noqa: S606

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"The archive's settings cannot be used: {error}")
    except OperationalError as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"The database cannot be used (DATABASE_URL says which): {error}")


if __name__ == "__main__":
    main()
