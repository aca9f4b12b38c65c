"""tantivy."""

import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.search_peers.peer import FACETS, PAGE, Peer, Query
from briefings.search.entries import Entry


class Tantivy(Peer):
    """The Rust library, through its Python binding."""

    name = "tantivy"

    def __init__(self, path: Path) -> None:
        import tantivy

        self.tantivy = tantivy
        path.mkdir(parents=True, exist_ok=True)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", stored=True, tokenizer_name="en_stem")
        schema.add_integer_field("turn", stored=True)
        for name in FACETS:
            if name in {"kind", "lang"}:
                schema.add_text_field(name, tokenizer_name="raw", fast=True)
            else:
                schema.add_integer_field(name, indexed=True, fast=True)
        self.schema = schema.build()
        self.index = tantivy.Index(self.schema, path=str(path))

    def build(self, entries: Sequence[Entry]) -> None:
        """Index all entries with as many threads as it takes."""
        writer = self.index.writer(heap_size=256_000_000)
        for entry in entries:
            document = self.tantivy.Document(text=entry.text, turn=entry.turn)
            for name in FACETS:
                value = getattr(entry, name)
                add = document.add_text if isinstance(value, str) else document.add_integer
                add(name, value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def ask(self, query: Query) -> int:
        """Answer by one search, one aggregation and a snippet generator."""
        typed = {
            "all": " AND ".join(query.words),
            "any": " OR ".join(query.words),
            "phrase": f'"{" ".join(query.words)}"',
            "prefix": "",
        }[query.join]
        if query.join == "prefix":
            asked = self.tantivy.Query.regex_query(
                self.schema, "text", re.escape(query.words[0]) + ".*"
            )
        else:
            asked = self.index.parse_query(typed, ["text"])
        if query.speaker:
            term = self.tantivy.Query.term_query(self.schema, "speaker", query.speaker)
            must = self.tantivy.Occur.Must
            asked = self.tantivy.Query.boolean_query([(must, asked), (must, term)])
        searcher = self.index.searcher()
        found = searcher.search(asked, PAGE, count=True)
        if query.facets:
            wanted = {name: {"terms": {"field": name, "size": 1000}} for name in FACETS}
            searcher.aggregate(asked, wanted)
        if query.snippets:
            make = self.tantivy.SnippetGenerator.create(searcher, asked, self.schema, "text")
            for _, address in found.hits:
                make.snippet_from_doc(searcher.doc(address)).to_html()
        return int(found.count)
