"""How much one document may be, each limit with what real documents need beside it.

Past a limit extraction raises a clear ``ExtractionError``; nothing is read half.
"""

# The longest of 365 White House briefings is 110 kB of text; a page saved whole with its pictures
# inlined, or a PDF with photographs, reaches a few MB.
MAX_DOCUMENT_BYTES = 20 * 1024 * 1024

# A three-hour briefing hard-wrapped at 72 columns has under 10,000 lines. This many turns of a line
# each, the worst case, are parsed in about two seconds (benchmarks/parsing.py).
MAX_LINES = 40_000

# A whole briefing run together in one paragraph is under 300,000 characters.
MAX_LINE_CHARACTERS = 1_000_000

# A front matter block is a dozen lines; a longer one is not looked for.
MAX_FRONT_MATTER_LINES = 200

# Pages as sites publish them nest 20 to 60 deep.
MAX_HTML_DEPTH = 1_000

# A long page has 5,000 elements, a site's whole archive on one page 30,000.
MAX_HTML_ELEMENTS = 60_000

# A briefing is 10 to 60 pages, a hearing's record a few hundred.
MAX_PDF_PAGES = 500

# A page's drawing instructions are 5 to 50 kB, slides with charts ten times that; a few bytes can
# unpack to more, and reading takes a second a megabyte.
MAX_PDF_PAGE_BYTES = 2 * 1024 * 1024
MAX_PDF_DRAWING_BYTES = 10 * 1024 * 1024

# What the parts of a DOCX, or all members of one archive, may hold when unpacked.
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_DOCX_TEXT_BYTES = 50 * 1024 * 1024

# A year of daily briefings in one archive.
MAX_MEMBERS = 2_000

# An archive in an archive (a download of downloads); deeper is a mistake or a trap.
MAX_ARCHIVE_DEPTH = 2

# Text and XML pack 3 to 20 times smaller; a thousand times smaller is a bomb.
MAX_PACKING_RATIO = 300
