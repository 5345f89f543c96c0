# `make demo` and `make test` do all the set-up on a fresh machine with Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: install demo test check format docs clean

$(VENV)/.base: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[zstd]'
	touch $@

$(VENV)/.dev: $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

install: $(VENV)/.base            ## .venv with `dragoman` in it

demo: $(VENV)/.base               ## code the example articles into a record and print the timeline
	rm -f demo.sqlite demo.sqlite-wal demo.sqlite-shm
	$(BIN)/dragoman add examples --record demo.sqlite
	$(BIN)/dragoman check --record demo.sqlite
	$(BIN)/dragoman timeline --record demo.sqlite

test: $(VENV)/.dev                ## run the tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev               ## format, lint, types, budgets, generated docs, floors of the held-out set
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python tools/budgets.py
	$(BIN)/python tools/docs.py --check
	$(BIN)/python tools/quality.py

format: $(VENV)/.dev              ## put the code into the common format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev                ## write the generated reference pages
	$(BIN)/python tools/docs.py

clean:
	rm -rf $(VENV) build dist *.egg-info demo.sqlite*
