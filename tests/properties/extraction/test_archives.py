"""An archive gives its documents, and nothing that an archive may be made to do."""

import io
import zipfile

import pytest

from briefings.transcripts.extraction import archives, extract, unpack
from briefings.transcripts.extraction.limits import MAX_ARCHIVE_DEPTH
from briefings.transcripts.types import ExtractionError
from tests.properties.extraction.files import as_docx
from tests.transcripts.extraction.documents import as_text, as_zip


def refused(data: bytes) -> ExtractionError:
    with pytest.raises(ExtractionError) as caught:
        list(unpack("briefings.zip", data))
    return caught.value


def test_a_document_that_is_no_archive_comes_back_itself() -> None:
    for data in (as_text(), as_docx(), b"", b"PK\x03\x04 is how it begins"):
        if data.startswith(b"PK\x03\x04 "):
            assert refused(data).code == "broken"
        else:
            assert list(unpack("briefing", data)) == [("briefing", data)]


def test_it_gives_each_member_under_its_path() -> None:
    members = {"2022/one.txt": b"one", "2022/two.docx": as_docx(), "three.html": b"<p>three</p>"}
    assert dict(unpack("briefings.zip", as_zip(members))) == members


def test_it_skips_what_nobody_packed() -> None:
    members = {
        "__MACOSX/._one.txt": b"x",
        ".DS_Store": b"x",
        "a/.hidden": b"x",
        "a/Thumbs.db": b"x",
        "a/one.txt": b"one",
    }
    assert dict(unpack("briefings.zip", as_zip(members))) == {"a/one.txt": b"one"}


def test_it_unpacks_an_archive_in_the_archive() -> None:
    inner = as_zip({"one.txt": b"one"})
    assert list(unpack("b.zip", as_zip({"inner.zip": inner}))) == [("inner.zip/one.txt", b"one")]


def test_it_refuses_archives_in_archives_without_end() -> None:
    data = b"one"
    for depth in range(MAX_ARCHIVE_DEPTH + 1):
        data = as_zip({f"{depth}.zip" if depth else "one.txt": data})
    assert refused(data).code == "too-deep"


def test_members_named_by_older_tools_keep_their_characters() -> None:
    data = as_zip({"AAAAAAAA.txt": b"one"})
    data = data.replace(b"AAAAAAAA", "海港日报".encode("gb18030"))
    assert [name for name, _ in unpack("b.zip", data)] == ["海港日报.txt"]


def test_it_reads_no_more_than_the_directory_declares() -> None:
    data = bytearray(as_zip({"liar.txt": b"x" * 100_000}))
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = data.index(mark) + (24 if mark == b"PK\x01\x02" else 22)
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert refused(bytes(data)).code == "broken"


def test_it_refuses_an_archive_behind_a_password() -> None:
    data = bytearray(as_zip({"one.txt": b"one"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"PK\x03\x04") + 6] |= 1
    assert refused(bytes(data)).code == "password-protected"


def test_it_refuses_a_damaged_member_and_names_it() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("one.txt", b"harbour and ferry")
    error = refused(out.getvalue().replace(b"harbour and", b"harbour und"))
    assert error.code == "broken"
    assert "one.txt" in str(error)


def test_it_refuses_an_archive_without_documents() -> None:
    assert refused(as_zip({".DS_Store": b"x"})).code == "empty"


def test_too_large_a_member_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_DOCUMENT_BYTES", 10)
    error = refused(as_zip({"small.txt": b"x", "large.txt": b"x" * 11}))
    assert error.code == "too-large"
    assert "large.txt" in str(error)


def test_an_archive_is_no_document() -> None:
    with pytest.raises(ExtractionError, match="unpack it first") as caught:
        extract("b.zip", as_zip({"one.txt": b"one"}))
    assert caught.value.code == "archive"


def test_steps_up_a_tree_are_no_part_of_a_name_and_hide_nothing() -> None:
    data = as_zip({"../../a/one.txt": b"one", "/b//./two.txt": b"two", "c\\three.txt": b"three"})
    assert [name for name, _ in unpack("b.zip", data)] == ["a/one.txt", "b/two.txt", "c/three.txt"]
