"""The archive's settings for tests: everything under a directory that goes with the run."""

import os
import tempfile

os.environ.setdefault("DEBUG", "true")
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="archive-tests-")
os.environ.setdefault("LOG_LEVEL", "ERROR")

from archive.settings import *  # noqa: F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; only for tests
