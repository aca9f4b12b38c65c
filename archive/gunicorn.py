"""How gunicorn serves the archive; read by ``manage.py serve``.

The environment may set HOST, PORT and WEB_CONCURRENCY (docs/operating.md); ``serve`` has looked at
them before gunicorn does.
"""

import os
from pathlib import Path
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
# Threads share one process's numpy columns of the index; a second process keeps the pages coming
# while the first is busy with a search or an upload.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
worker_class = "gthread"
preload_app = True
# A pasted quotation stands in the address (briefings/views/quotations.py says how long).
limit_request_line = 8190
# Nobody steers the running server through gunicorn's control socket, which wants a home directory.
control_socket_disable = True
# Reading a document of the largest size takes seconds, never a minute.
timeout = 120
# A heartbeat in shared memory: on a container's overlay file system the default may stall a worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# A pasted Chinese quotation stands in the address of its search, nine bytes a character.
limit_request_line = 8190
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()
accesslog = "-" if # A pasted Chinese quotation stands in the address of its search, nine bytes a character.
limit_request_line = 8190
loglevel == "debug" else None


def when_ready(server: Any) -> None:
    """Say where the archive is, once it listens."""
    host, port = server.address[0][:2]
    address = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    print(f"The archive is at http://{address}:{port}/ (Ctrl-C stops it).", flush=True)
