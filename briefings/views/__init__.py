"""The archive's pages: one file a kind of page; a view reads a request, asks one thing, renders."""
