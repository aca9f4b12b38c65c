"""How gunicorn serves the archive; read by ``manage.py serve``.

The environment may set HOST, PORT and WEB_CONCURRENCY (docs/operating.md); ``serve`` has looked at
them before gunicorn does.
"""

import gc
import os
from pathlib import Path
from typing import Any

from django.urls import get_resolver

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
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()
accesslog = "-" if loglevel == "debug" else None


def when_ready(server: Any) -> None:
    """Make the workers' start short, and say where the archive is, once it listens.

    Called before the workers are forked. Django imports the pages at the first request only; here
    the workers share them. Frozen, the 125,000 objects of all modules are not walked through by
    each full collection of garbage in the middle of somebody's page.
    """
    get_resolver().url_patterns  # noqa: B018  importing is what it does
    gc.collect()
    gc.freeze()
    host, port = server.address[0][:2]
    address = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    print(f"The archive is at http://{address}:{port}/ (Ctrl-C stops it).", flush=True)
