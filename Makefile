# The two commands that matter: `make run` starts the site, `make test` runs every test.
# Neither asks a question. `make setup` alone prepares .venv with the command .venv/bin/handrail.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/run.ready
TEST_READY := $(VENV)/test.ready
# One pytest process for each core; `make test WORKERS=0` runs in one process, which is easier to debug.
WORKERS ?= auto

.PHONY: setup run test test-long bench lint lock clean help

help:
	@echo "make run        start the site on http://127.0.0.1:8000"
	@echo "make test       run every test (a few minutes)"
	@echo "make test-long  the slow ones: every address at every width, millions of random duties"
	@echo "make bench      the benchmarks, as a table"
	@echo "make lint       ruff and mypy --strict"
	@echo "make setup      only prepare .venv, with the command .venv/bin/handrail"
	@echo "make lock       work out the locked requirements again"

setup: $(RUN_READY)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Handrail needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 setup"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# uv installs in a second what takes pip half a minute; where it is not to be had, pip does the same from the same lock.
$(VENV)/installer: $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv 2>$(VENV)/uv.log \
		&& echo "$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r" > $@ \
		|| echo "$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r" > $@

$(RUN_READY): requirements/run.lock $(VENV)/installer requirements/command.sh
	@$$(cat $(VENV)/installer) requirements/run.lock
	@sh requirements/command.sh "$(CURDIR)" "$(CURDIR)/$(BIN)"
	@touch $@

$(TEST_READY): requirements/test.lock $(RUN_READY)
	@$$(cat $(VENV)/installer) requirements/test.lock
	@touch $@

run: $(RUN_READY)
	@$(BIN)/handrail serve

test: $(TEST_READY)
	@$(BIN)/python -m pytest -n $(WORKERS)

test-long: $(TEST_READY)
	@$(BIN)/python -m pytest -n $(WORKERS) -m long

bench: $(TEST_READY)
	@$(BIN)/python -m bench

lint: $(TEST_READY)
	@$(BIN)/ruff check .
	@$(BIN)/mypy

lock: $(TEST_READY)
	@for set in run test; do \
		test $$set = run && limit="" || limit="--constraints requirements/run.lock"; \
		$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
			--no-emit-index-url --no-emit-find-links $$limit requirements/$$set.in --output-file requirements/$$set.lock || exit 1; \
	done

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
