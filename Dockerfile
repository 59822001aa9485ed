# newsbot, small and without root. Build: docker build -t newsbot .   How to run it: docs/operators/docker.md
FROM python:3.11-slim AS build
# A C compiler for `newsbot accelerate`; the final image has none.
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY requirements.lock requirements-mcp.lock ./
RUN python -m venv /opt/newsbot \
 && /opt/newsbot/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps \
    -r requirements.lock -r requirements-mcp.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY seeds seeds
# The libraries' own tests and pip itself are of no use at run time. `newsbot run` leaves out docstrings if modules
# are compiled without: the user of the final image can't keep any.
RUN /opt/newsbot/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
 && /opt/newsbot/bin/newsbot accelerate --shared \
 && find /opt/newsbot -type d -name tests -prune -exec rm -rf {} + \
 && /opt/newsbot/bin/python -OO -m compileall -q /opt/newsbot/lib \
 && /opt/newsbot/bin/python -m pip uninstall --yes pip

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin newsbot \
 && install --directory --owner=newsbot --group=newsbot --mode=0700 /data
COPY --from=build /opt/newsbot /opt/newsbot
WORKDIR /app
USER newsbot
# SQLite's temporary files: /tmp is in memory in our compose files.
ENV PATH=/opt/newsbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    NEWSBOT_DATA=/data \
    SQLITE_TMPDIR=/data \
    NEWSBOT_MONITOR=0.0.0.0:8078 \
    NEWSBOT_WEBHOOK_LISTEN=0.0.0.0:8079 \
    NEWSBOT_LOG_FORMAT=json
VOLUME /data
EXPOSE 8078 8079
# Reading a large corpus for the first time takes a while.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10m --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8078/health', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["newsbot", "run"]
