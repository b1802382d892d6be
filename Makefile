# `make help` lists the targets. Everything that is built lands in .venv; everything that is written lands in .motcua.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info < (3,15))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8000
JOBS ?= auto
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check bench format clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 14

.venv/.runtime: requirements.lock pyproject.toml .ci/venv
	@.ci/venv "$(PYTHON)" requirements.lock
	@touch $@

.venv/.dev: requirements.lock requirements-dev.lock pyproject.toml .ci/venv
	@.ci/venv "$(PYTHON)" requirements-dev.lock
	@touch $@ .venv/.runtime

demo: .venv/.runtime  ## start the whole system with four provinces and 400 dossiers on http://127.0.0.1:$PORT
	@exec $(BIN)/motcua demo --port $(PORT)

test: .venv/.dev  ## every test: the rules, the store on a real PostgreSQL, the pages in a real Chromium
	@.ci/test-needs
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

check: .venv/.dev  ## formatting, lint, types, import contracts
	@$(BIN)/ruff format --check -q src tests
	@$(BIN)/ruff check -q src tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.dev  ## the benchmark: one table, each figure beside its floor and its peers
	@$(BIN)/motcua bench --out bench

format: .venv/.dev  ## put the code into its one format
	@$(BIN)/ruff format -q src tests
	@$(BIN)/ruff check -q --fix src tests

clean:  ## remove what was built and the demo's data
	rm -rf .venv .motcua
