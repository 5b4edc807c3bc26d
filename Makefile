# One word each. Every target makes the environment it needs first.
PYTHON ?= python3
PY := .venv/bin/python
LOCALE ?= en-US

.DEFAULT_GOAL := help
.PHONY: help setup talk test golden check lint types models lock clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 16

setup: .venv/ready ## make .venv with all that the other targets need

.venv/ready: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed - install it, or say make PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once, about half a minute) ..." >&2
	@$(PYTHON) -m venv .venv || { echo "python3 cannot make virtual environments - on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt >&2
	@touch $@

talk: .venv/ready ## hold a leg check in the terminal (LOCALE=en-GB for another country)
	@$(PY) -m skill talk --locale $(LOCALE)

test: .venv/ready ## run the whole test suite
	@$(PY) -m pytest

golden: .venv/ready ## record the golden dialogues again, after words were changed on purpose
	@$(PY) -m skill dialogues --write

check: .venv/ready ## check content, models and store listing
	@$(PY) -m skill check
	@$(PY) -m skill models

models: .venv/ready ## write interaction_models/ anew from the content
	@$(PY) -m skill models --write

lint: .venv/ready ## ruff
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .

types: .venv/ready ## mypy, strict
	@.venv/bin/mypy

clean: ## remove everything that was made here
	rm -rf .venv .sam .aws-sam build .pytest_cache .mypy_cache .ruff_cache
