# One word each. Every target makes the environment it needs first.
PYTHON ?= python3
PY := .venv/bin/python
LOCALE ?= en-US

.DEFAULT_GOAL := help
.PHONY: help setup talk serve test golden check models agree weigh schema review lint types audit licences sbom lock clean build validate deploy package invoke emulate bench gallery build-LegCheckFunction mutants

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

PORT ?= 8000
serve: .venv/ready ## show the workbench page at http://127.0.0.1:8000/: talk, read, hear (PORT=8001 for another port)
	@exec $(PY) -m skill serve --port $(PORT) --unsigned

# The tests of the package want one that is as new as what it is made from; `make build` makes it.
BUILT := .aws-sam/build/LegCheckFunction/BUILT
FRESH = $(and $(wildcard $(BUILT)),$(if $(shell find skill lambda -type f -newer $(BUILT) -not -name '*.pyc'),,yes))

# The workbench page is also tested in a browser, where there is one; screens are drawn in Amazon's engine, where npm can bring it.
BROWSER ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable)
DRAWS = $(and $(BROWSER),$(shell command -v node),$(shell command -v npm))
LEFT_OUT = $(if $(FRESH),,and not build) $(if $(BROWSER),,and not browser) $(if $(DRAWS),,and not screens)

PROCESSES ?= auto
test: .venv/ready ## run the whole test suite
	@$(if $(BROWSER),,echo "Without Chromium the workbench page is not tested in a browser." >&2)
	@$(if $(DRAWS),,echo "Without Chromium, node and npm no screen is drawn in the tests." >&2)
	@$(PY) -m pytest -n $(PROCESSES) --dist loadfile -m "$(wordlist 2,99,$(LEFT_OUT))"

gallery: .venv/ready ## draw every kind of screen on five devices into build/gallery (needs Chromium, node and npm)
	@$(PY) -m tests.screens.gallery

# The tests speak a copy of the content, which no editor's change touches: pytest tests the code, `make check` the content.
golden: .venv/ready ## freeze the content for the tests anew and record the golden dialogues, when code and words change together
	@$(PY) -m skill dialogues --write
	@$(PY) -m tests.check.edits

check: .venv/ready ## check content, schemas, models and store listing
	@$(PY) -m skill check
	@$(PY) -m skill models

models: .venv/ready ## write interaction_models/ anew from the content, and learn the weights (a minute or two)
	@$(PY) -m skill models --write

agree: .venv/ready ## record what the texts say now as agreed, after a change of meaning on purpose (a minute)
	@$(PY) -m skill agree

HAZARD ?=
NONE ?=
weigh: .venv/ready ## say what changed words or rules mean for safety: HAZARD="one two", or NONE="why none is touched"
	@$(PY) -m skill weigh $(HAZARD:%=--hazard %) $(if $(NONE),--none "$$NONE")

schema: .venv/ready ## write the JSON Schemas of the content anew, after a change of its types
	@$(PY) -m skill schema --write

review: .venv/ready ## write build/review/: the sheet that clinicians print and sign, and the flow chart
	@$(PY) -m skill review

# mutmut has an environment of its own, because it is only used here. The names of its mutants may be given.
.mutants/ready: requirements/dev.txt requirements/mutants.txt
	@$(PYTHON) -m venv .mutants
	@.mutants/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt >&2
	@.mutants/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mutants.txt >&2
	@touch $@

CORE ?= rules
mutants: .mutants/ready ## change the code in small ways: does a test notice? (CORE=dialogue for another room; takes a while)
	@nice -n 10 .mutants/bin/mutmut run --max-children 2 "skill.$(CORE).*" > .mutants/log || { tail -n 20 .mutants/log; exit 1; }
	@.mutants/bin/mutmut results | grep "skill.$(CORE)." | grep -v "not checked" || echo "Everything that functions do is noticed."
	@nice -n 10 .mutants/bin/python tests/claims/rows.py $(CORE).

lint: .venv/ready ## ruff
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .

types: .venv/ready ## mypy, strict
	@.venv/bin/mypy

.supply/ready: requirements/supply.txt
	@$(PYTHON) -m venv .supply
	@.supply/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/supply.txt >&2
	@touch $@

audit: .supply/ready ## look the locked packages up for known holes (asks pypi.org and osv.dev)
	@.supply/bin/pip-audit --disable-pip --require-hashes -r lambda/requirements.txt
	@.supply/bin/pip-audit --disable-pip --require-hashes -r requirements/dev.txt

licences: .supply/ready .venv/ready ## list the licence of every package
	@.supply/bin/pip-licenses --python=$(PY) --from=mixed --order=license

sbom: .supply/ready ## write build/sbom.json: what Lambda gets, as CycloneDX
	@mkdir -p build && .supply/bin/cyclonedx-py requirements lambda/requirements.txt --output-file build/sbom.json
	@echo "wrote build/sbom.json"

lock: ## lock the dependencies anew after a change in pyproject.toml (needs uv)
	@for part in lambda/requirements.txt: requirements/web.txt:--extra=web requirements/dev.txt:--all-extras; do \
		uv pip compile -q --no-header --no-emit-index-url --generate-hashes --universal --python-version 3.11 \
			$${part#*:} pyproject.toml -o $${part%%:*}; done
	@for part in sam supply mutants; do uv pip compile -q --no-header --no-emit-index-url --generate-hashes --universal \
		--python-version 3.11 requirements/$$part.in -o requirements/$$part.txt; done

# The SAM CLI has an environment of its own, because its pins would rule ours. --no-deps: the lock names all of them, and
# pip takes one that is asked for with extras for unpinned.
.sam/ready: requirements/sam.txt
	@echo "Setting up .sam with the AWS SAM CLI (once, about a minute) ..." >&2
	@$(PYTHON) -m venv .sam
	@.sam/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/sam.txt >&2
	@touch $@

build: .sam/ready check ## check everything, then make the package for AWS Lambda with SAM
	@SAM_CLI_TELEMETRY=0 .sam/bin/sam build

# `sam build` calls this (samconfig.toml has it run here instead of in a copy of the whole folder).
build-LegCheckFunction: .venv/ready
	@$(PY) -m skill.workbench.aws.build "$(ARTIFACTS_DIR)"

validate: .sam/ready ## check template.yaml
	@SAM_CLI_TELEMETRY=0 .sam/bin/sam validate --lint

# What `make deploy` was told the first time: Git ignores it, `make clean` leaves it.
ANSWERS := deploy.toml
ANSWERED = $(shell grep -s deploy.parameters $(ANSWERS))

$(ANSWERS):
	@echo 'version = 0.1' > $@

deploy: build $(ANSWERS) ## check, build and deploy to AWS; asks for the skill id and the rest the first time
	@SAM_CLI_TELEMETRY=0 .sam/bin/sam deploy --config-file $(ANSWERS) $(if $(ANSWERED),,--guided --stack-name leg-check)
	@$(MAKE) --no-print-directory package

package: .venv/ready ## make build/skill-package for the Alexa developer console, and say what is still missing
	@$(PY) -m skill package --complete

EVENT ?= tests/events/launch.json
emulate: .venv/ready ## answer EVENT=tests/events/launch.json with the built package, in AWS's runtime emulator
	@$(PY) -m skill.workbench.aws.emulator $(EVENT)

# A Docker container runs on this machine's own processor; the package has libraries for both.
MACHINE = $(if $(filter arm64 aarch64,$(shell uname -m)),arm64,x86_64)
invoke: .sam/ready ## answer EVENT=tests/events/launch.json with the built package, in AWS's own Docker image
	@test -e $(BUILT) || { echo "there is no package yet - say: make build"; exit 1; }
	@SAM_CLI_TELEMETRY=0 .sam/bin/sam local invoke LegCheckFunction --event $(EVENT) --parameter-overrides \
		SkillId=amzn1.ask.skill.00000000-0000-4000-8000-000000000000 Architecture=$(MACHINE)

bench: .sam/ready .venv/ready ## compare cold starts and turns with a hello world (a few minutes, needs Python 3.13)
	@$(PY) -m skill.workbench.aws.bench

clean: ## remove everything that was made here
	rm -rf .venv .sam .supply .mutants mutants .aws-sam build .pytest_cache .mypy_cache .ruff_cache
