# Every task of the project. What it takes: Python 3.11 or newer with pip, and make.
#
#   make demo     two cities scored, in an environment of its own (.venv)
#   make test     everything that must hold before a change goes in
#
# A stamp file in .venv remembers what is installed, so the second call is fast.
# All installs are editable: one .venv serves the demo and the work, and neither
# undoes the other.

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input
PYTEST = $(BIN)/python -m pytest
UJIKOM = $(BIN)/ujikom
BENCH = $(VENV)/bench

PROJECTS = pyproject.toml plugins/malang/pyproject.toml plugins/kendari/pyproject.toml \
	plugins/_template/pyproject.toml
CITIES = -e ./plugins/malang -e ./plugins/kendari

# What a score goes through is covered whole; the rest nearly so.
HEART = src/ujikom_rules/exact*,src/ujikom_rules/exact/*,src/ujikom_rules/model/*,src/ujikom_rules/evaluating/*,src/ujikom_rules/builtin/*,src/ujikom_rules/compiling*,src/ujikom_rules/compiling/*,src/ujikom_rules/planned*,src/ujikom_rules/planned/*

.PHONY: help demo quick test lint types house rulesets wheel suite long bench docs format clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 \2/p' Makefile \
		| awk '{ printf "  %s %-9s", $$1, $$2; $$1 = $$2 = ""; print }'

# --- Environments ---------------------------------------------------------------

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { \
		echo "There is no '$(PYTHON)': install Python 3.11 or newer, or say make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "'$(PYTHON)' is older than Python 3.11: say for example make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "sudo apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# The core and its cities always come in one command: a city alone would look
# for its core on the public index.
$(VENV)/.demo: $(VENV)/.made $(PROJECTS)
	$(PIP) install --quiet -e '.[standard]' $(CITIES)
	@touch $@

# Dependency groups are read by pip 25.1 and newer.
$(VENV)/.dev: $(VENV)/.made $(PROJECTS)
	$(PIP) install --quiet --upgrade 'pip>=25.1'
	$(PIP) install --quiet -e '.[standard,testing]' $(CITIES) -e ./plugins/_template --group dev
	@touch $@ $(VENV)/.demo

# What the rivals need is no business of the tools above.
$(BENCH)/.made: $(VENV)/.made $(PROJECTS)
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check install --quiet --upgrade 'pip>=25.1'
	$(BENCH)/bin/python -m pip --no-input install --quiet -e '.[standard]' $(CITIES) --group bench
	@touch $@

$(VENV)/.docs: $(VENV)/.dev
	$(PIP) install --quiet --group docs
	@touch $@

# --- For everybody --------------------------------------------------------------

demo: $(VENV)/.demo ## score Malang 2024 and Kendari 2025, and show the working of one total
	$(UJIKOM) score malang/2024 examples/malang-2024
	$(UJIKOM) score kendari/2025 examples/kendari-2025
	$(UJIKOM) why malang/2024 examples/malang-2024 A01

# --- For those who change something -----------------------------------------------

quick: lint types ## the style, the types and the unit tests, in less than a minute
	HYPOTHESIS_PROFILE=quick $(PYTEST) -q -n 2 tests/unit

test: lint types house rulesets wheel suite ## everything that must hold before a change goes in

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

house: $(VENV)/.dev
	$(BIN)/lint-imports

rulesets: $(VENV)/.dev
	find rulesets -name '*.toml' ! -name '*.cases.toml' | LC_ALL=C sort | xargs $(UJIKOM) test

wheel: $(VENV)/.dev
	$(BIN)/python tests/wheel/run.py

suite: $(VENV)/.dev
	@mkdir -p build
	rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest -q -n 2 --junitxml=build/tests.xml
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --include='$(HEART)' --fail-under=100
	$(BIN)/coverage report --omit='$(HEART)' --fail-under=95

long: $(VENV)/.dev ## the search for counterexamples, against the independent oracle
	HYPOTHESIS_PROFILE=long $(PYTEST) -q tests/properties tests/long

bench: $(BENCH)/.made ## the measurements of benchmarks/, against rivals; writes RESULTS.md
	@mkdir -p build/bench
	@for file in benchmarks/bench_*.py; do \
		name=build/bench/$$(basename "$$file" .py); echo "$$file"; \
		$(BENCH)/bin/python "$$file" "$$name.json" > "$$name.txt" || exit 1; cat "$$name.txt"; \
	done
	$(BENCH)/bin/python benchmarks/write_results.py build/bench

docs: $(VENV)/.docs ## the pages, in build/docs
	$(BIN)/python -m docs.generate
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/docs

format: $(VENV)/.dev ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## take away all that make has made
	rm -rf $(VENV) build dist .coverage .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
