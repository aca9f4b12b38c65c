"""The locked packages fit the Python that the project promises to run on."""

import re
import tomllib
from importlib.metadata import metadata

import pytest
from django.conf import settings
from packaging.specifiers import SpecifierSet

LOCKED = re.compile(r"^([\w.-]+)==\S+ ", re.MULTILINE)


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_takes_the_oldest_python_promised(lock: str) -> None:
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    oldest = project["project"]["requires-python"].removeprefix(">=") + ".0"
    names = LOCKED.findall((settings.BASE_DIR / lock).read_text(encoding="utf-8"))
    wanted = {name: metadata(name)["Requires-Python"] or "" for name in names}
    assert len(wanted) > 20
    assert {n: v for n, v in wanted.items() if oldest not in SpecifierSet(v)} == {}
