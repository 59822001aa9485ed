# Everything is installed into .venv; nothing else on the machine changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Two test processes a core: many tests wait for servers.
JOBS ?= $(shell expr 2 '*' `getconf _NPROCESSORS_ONLN`)

.PHONY: run test check format picture docs docs-serve bench fuzz lock dist clean help

help:
	@echo "make run      install and start: the Telegram bot if NEWSBOT_TELEGRAM_TOKEN is set, else the preview"
	@echo "make test     install and run every test"
	@echo "make check    formatting, lint, types, import contracts"
	@echo "make format   fix formatting and what lint can fix"
	@echo "make bench    run the benchmarks that need no data, at small sizes"
	@echo "make fuzz     fuzz the readers, the query parser, the renderer and the handlers"
	@echo "make picture  take the screenshots in docs/ again"
	@echo "make docs     build the documentation site into site/; make docs-serve shows it while you write"
	@echo "make dist     build wheel, source archive and list of parts into dist/"
	@echo "make lock     update the lock files (needs uv)"
	@echo "make clean    delete .venv and every cache"

run: $(VENV)/.run
	@$(BIN)/newsbot run

# Without compiled files every test process compiles a thousand modules, five seconds each.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(TESTS)

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

picture: $(VENV)/.dev
	$(BIN)/python -m tests.e2e.picture docs

# mkdocs-material announces the end of its own support at every build: docs/decisions/0045.
docs docs-serve: export NO_MKDOCS_2_WARNING := 1
docs: $(VENV)/.dev
	$(BIN)/python -m mkdocs build --strict

docs-serve: $(VENV)/.dev
	$(BIN)/python -m mkdocs serve --strict --dev-addr 127.0.0.1:8075

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

fuzz: $(VENV)/.bench
	$(BIN)/python -m tests.fuzz $(TARGET)

# The date of the last commit instead of today's: the same commit gives the same bytes.
dist: $(VENV)/.release
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build -d dist
	$(BIN)/twine check --strict dist/*
	cat requirements.lock requirements-mcp.lock | $(BIN)/cyclonedx-py requirements - --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --of JSON -o dist/newsbot.cdx.json

$(VENV)/.run: requirements.lock pyproject.toml scripts/install
	@scripts/install $(VENV) $(PYTHON) requirements.lock
	@touch $@

# Tools for assistants; `newsbot mcp` says so if they are missing.
$(VENV)/.mcp: $(VENV)/.run requirements-mcp.lock
	@scripts/install $(VENV) $(PYTHON) requirements-mcp.lock
	@touch $@

$(VENV)/.dev: $(VENV)/.mcp requirements-dev.lock
	@scripts/install $(VENV) $(PYTHON) requirements-dev.lock
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements-bench.lock
	@scripts/install $(VENV) $(PYTHON) requirements-bench.lock
	@touch $@

$(VENV)/.release: $(VENV)/.run requirements-release.lock
	@scripts/install $(VENV) $(PYTHON) requirements-release.lock
	@touch $@

lock:
	scripts/lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz site
