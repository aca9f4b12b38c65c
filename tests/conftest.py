"""What holds for every test: property tests are not timed, and in CI a failure repeats itself."""

import os

from hypothesis import settings

settings.register_profile("archive", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("archive")
