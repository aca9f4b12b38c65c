"""``python -m tests.cases.rewrite [NAME...]``: write the goldens anew and say which changed."""

import sys

from tests.cases import CASES, as_json, documents, golden, read


def main(names: list[str]) -> None:
    """Rewrite every golden, or those of the documents whose path holds one of the names."""
    for path in documents():
        place = str(path.relative_to(CASES))
        if names and not any(name in place for name in names):
            continue
        new, target = as_json(read(path)), golden(path)
        old = target.read_text(encoding="utf-8") if target.exists() else None
        if new != old:
            target.write_text(new, encoding="utf-8")
            print("new" if old is None else "changed", place)


if __name__ == "__main__":
    main(sys.argv[1:])
