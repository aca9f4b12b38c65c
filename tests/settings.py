"""The archive's settings for tests: everything under a directory that goes with the run."""

import atexit
import os
import shutil
import tempfile

_data = tempfile.mkdtemp(prefix="archive-tests-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ.setdefault("DEBUG", "true")
os.environ["DATA_DIR"] = _data
os.environ.setdefault("LOG_LEVEL", "ERROR")

from archive.settings import *  # noqa: E402, F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; only for tests
STATIC_ROOT.mkdir()  # noqa: F405  (else WhiteNoise warns that there is nothing to serve)
