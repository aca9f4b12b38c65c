"""The shape of the house holds: what may import what."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSCRIPTS = ROOT / "briefings" / "transcripts"


def imported(path: Path) -> set[str]:
    """Return the dotted names that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def outside(paths: list[Path], *forbidden: str) -> list[str]:
    """Return 'file imports name' for each import of a forbidden package."""
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in paths
        for name in sorted(imported(path))
        if any(name == package or name.startswith(package + ".") for package in forbidden)
    ]


def test_the_pure_library_knows_no_django() -> None:
    modules = sorted(TRANSCRIPTS.rglob("*.py"))
    assert modules
    assert outside(modules, "django", "haystack", "whoosh") == []


def test_the_pure_library_imports_nothing_else_of_the_application() -> None:
    for path in TRANSCRIPTS.rglob("*.py"):
        inside = {name for name in imported(path) if name.startswith("briefings")}
        assert all(name.startswith("briefings.transcripts") for name in inside), path


def test_only_search_and_the_index_declaration_speak_haystack() -> None:
    modules = [
        path
        for path in (ROOT / "briefings").rglob("*.py")
        if "search" not in path.relative_to(ROOT / "briefings").parts[0]
        and "management" not in path.parts
    ]
    assert outside(modules, "haystack", "whoosh") == []


def test_the_locks_name_no_registry_and_no_place_of_one_machine() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith("-") or "://" in line] == []
        pinned = [line for line in lines if line[:1].isalnum()]
        assert pinned
        assert all("==" in line and line.endswith("\\") for line in pinned), name


def test_every_module_of_the_parser_is_told_of_where_its_steps_are() -> None:
    told = (ROOT / "docs" / "families.md").read_text(encoding="utf-8")
    modules = {path.name for path in (TRANSCRIPTS / "parsing").glob("[!_]*.py")}
    assert {name for name in modules if f"`{name}`" not in told} == set()
