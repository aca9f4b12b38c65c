# The archive on its embedded defaults: SQLite and the index in the volume /data.

FROM python:3.11-slim-bookworm AS dependencies
COPY requirements.txt .
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=8000
RUN useradd --system --uid 10001 --home-dir /nonexistent archive \
    && install --directory --owner archive /data
COPY --from=dependencies /opt/venv /opt/venv
WORKDIR /srv/archive
COPY manage.py ./
COPY archive archive
COPY briefings briefings
COPY templates templates
COPY static static
COPY seeds seeds
RUN python -m compileall -q archive briefings
USER archive
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
CMD ["python", "manage.py", "serve"]
