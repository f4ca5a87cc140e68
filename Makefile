# The two commands of a newcomer: `make site` and `make test`. Everything else is for work on the project.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.locked
CHROMIUM := /usr/bin/chromium
LOCK := pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url

.PHONY: setup site preview serve test check format new-rule numbers dry-run bench findings lock pictures clean \
	browser keygen trials dist sbom
.DEFAULT_GOAL := site

setup: $(STAMP)

# Debian keeps the module that makes virtual environments in a package of its own.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "需要 Python 3.11 / Python 3.11 is needed: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh scripts/debian.sh python3-venv
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

browser:
	@[ -x $(CHROMIUM) ] || sh scripts/debian.sh chromium
	@fc-list :lang=zh 2>/dev/null | grep -q . || sh scripts/debian.sh fontconfig fonts-noto-cjk

# Publishes the approved edition. After a change of the lists, `make preview` shows what is not approved yet.
site: setup
	$(BIN)/wudan build

preview: setup
	$(BIN)/wudan build --preview

serve: setup
	$(BIN)/wudan serve

# The tests sign with keys that they make.
keygen:
	@command -v ssh-keygen >/dev/null || sh scripts/debian.sh openssh-client

# On all processors; the tests of one module stay together, for they share what is built for them.
test: setup browser keygen
	$(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

# What `make test` has no time for: kills and full disks at many more moments, and new examples of every law.
trials: setup browser keygen
	WUDAN_EXAMPLES=new $(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder
	$(BIN)/python -m pytest --numprocesses auto --moments 200 tests/cli/test_half_written.py tests/site/mkdocs/test_death.py

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry scripts/wudan
	$(BIN)/wudan check
	$(BIN)/wudan fmt --check
	@! command -v shellcheck >/dev/null || shellcheck --external-sources --source-path=SCRIPTDIR findings/*.sh findings/lib/*.sh hooks/* .ci/run .ci/review

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/wudan fmt

# Lays the files of a new rule, to be filled in:
# make new-rule CODE=Q012 SLUG=late_answer LEVEL=warning SCOPE=item TITLE_ZH=答复太晚 TITLE_EN="Late answer"
new-rule: setup
	@$(BIN)/python scripts/new_rule.py --code='$(CODE)' --slug='$(SLUG)' --level='$(LEVEL)' --scope='$(SCOPE)' \
		--title-zh='$(TITLE_ZH)' --title-en='$(TITLE_EN)'

# Writes the counts that the texts state: rules, commands, findings.
numbers: setup
	$(BIN)/python scripts/stated_counts.py

# Runs the steps of the pull-request flows here, in a temporary repository with a request; INSTALL=1 installs as a
# forge does, FLOW=gitlab runs those in whose name that is.
dry-run: setup
	@PYTHONPATH=.ci $(BIN)/python -m dry_run $(if $(INSTALL),--install) $(FLOW)

bench: setup browser
	@command -v hugo >/dev/null && command -v hyperfine >/dev/null || sh scripts/debian.sh hugo hyperfine
	$(BIN)/python -m benchmarks

# Says of each surprise in findings/ whether it is still so; `make findings NAME=…` for one. Installs packages of its own.
findings:
	@bash findings/lib/run.sh $(NAME)

# Writes the locks anew from pyproject.toml, with the hash of every file that may be installed: requirements.lock for work
# on the project and for the site, and requirements-core.lock with the same versions for a server that only runs the hook.
lock:
	@[ -x $(BIN)/uv ] || { $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet uv; }
	$(BIN)/uv $(LOCK) --upgrade --extra dev --output-file requirements.lock pyproject.toml
	$(BIN)/uv $(LOCK) --upgrade --constraint requirements.lock --output-file requirements-core.lock pyproject.toml

# The sdist and the wheel in dist/: from one commit the same bytes, wherever and whenever they are built.
dist: setup
	$(BIN)/python -c "from setuptools import build_meta as build; build.build_sdist('dist'); build.build_wheel('dist')"

# What is installed, and under which licences: build/sbom.cdx.json (CycloneDX) and build/licences.tsv.
sbom: setup
	$(BIN)/python scripts/sbom.py build

# Takes the pictures of the guides anew, from the real thing.
pictures: setup browser
	$(BIN)/python scripts/pictures.py

clean:
	rm -rf $(VENV) site .site.* build dist
