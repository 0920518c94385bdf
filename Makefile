# make run | test | lint | soak: each does all of its own set-up on a fresh Debian with Python 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin
HOST_TOOLS := tools/need.sh

.PHONY: run test lint soak bench screenshots screens clean
run: .venv/run
	ELEARN_DEMO=1 $(BIN)/elearn serve

test: .venv/test
	sh $(HOST_TOOLS) chromium fonts-noto-core postgresql w3m
	-sh $(HOST_TOOLS) chromium-headless-shell  # the same engine for a fifth less CPU; not needed
	$(BIN)/python -m pytest -m "not soak"

soak: .venv/test
	sh $(HOST_TOOLS) chromium fonts-noto-core postgresql libreoffice-calc-nogui
	$(BIN)/python -m pytest -m soak -n 0

lint: .venv/lint
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates

bench: .venv/test
	sh $(HOST_TOOLS) chromium fonts-noto-core
	$(BIN)/python -m bench

screenshots: .venv/test
	sh $(HOST_TOOLS) chromium fonts-noto-core
	$(BIN)/python -m bench.figures docs/pictures
	$(BIN)/python -m bench.kinds docs/pictures

screens: .venv/test
	sh $(HOST_TOOLS) chromium fonts-noto-core
	$(BIN)/python -m bench.screens docs/screens

.venv/made:
	$(PYTHON) -m venv .venv || (sh $(HOST_TOOLS) python3-venv && $(PYTHON) -m venv --clear .venv)
	$(BIN)/python -m pip install --quiet --upgrade pip
	touch $@

.venv/run: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/test: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@ .venv/run

.venv/lint: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,lint]'
	touch $@ .venv/test .venv/run

clean:
	rm -rf .venv
