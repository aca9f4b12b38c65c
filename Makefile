# The archive's commands. `make run` and `make test` set up what they need by themselves.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3 python3.14,\
	$(if $(shell $(name) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(name))))
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
PIP_COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
export HOST PORT
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run editor test check lock screenshot clean

help:  ## Show these commands
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: $(VENV)/run.stamp  ## Serve the archive on http://127.0.0.1:8000 (PORT=8001 for another port)
	@exec $(BIN)/python manage.py serve

editor: $(VENV)/run.stamp  ## Make an editor's account, for http://127.0.0.1:8000/admin/
	@$(BIN)/python manage.py createsuperuser

test: check  ## Set up what the tests need, then run every check and test
	@$(BIN)/pytest

check: $(VENV)/dev.stamp  ## Style, types and migrations, without the tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python manage.py makemigrations --settings tests.settings --check --dry-run

lock: $(VENV)/dev.stamp  ## Compile the locks anew from pyproject.toml (UPGRADE=1 for newer versions)
	@$(PIP_COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements.txt pyproject.toml
	@$(PIP_COMPILE) $(if $(UPGRADE),--upgrade) --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

screenshot: $(VENV)/dev.stamp  ## Take the README's screenshot of the seeds in Chromium
	@$(BIN)/python -m tests.browser.screenshot docs/screenshot.png

clean:  ## Remove the environment and caches; data/ stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/browser/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A first run downloads the dependencies; later ones find the stamp newer than the lock.
$(VENV)/run.stamp: requirements.txt | $(BIN)/pip
	@echo "Installing the archive's dependencies (a minute or two, once) ..."
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(wildcard tests/browser/package-lock.json) | $(BIN)/pip
	@echo "Installing what the tests need (a minute or two, once) ..."
	@$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.txt
	@if [ ! -f tests/browser/package-lock.json ]; then :; \
	elif command -v npm >/dev/null; then \
		npm ci --prefix tests/browser --no-audit --no-fund --loglevel=error || test -z "$$CI" || exit 1; \
	else echo "npm is not installed: the tests that need it (accessibility by axe-core) are skipped."; fi
	@touch $@ $(VENV)/run.stamp

# Debian keeps pip's wheels in a package of their own; without it, a system pip can install one.
$(BIN)/pip:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or newer is needed; on Debian: apt-get install python3 python3-venv" >&2; exit 1; fi
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then $(PYTHON) -m venv $(VENV); \
	elif $(PYTHON) -m pip --version >/dev/null 2>&1; then \
		$(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; \
	else echo "$(PYTHON) cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; fi
