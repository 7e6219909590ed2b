# Two commands: `make demo` and `make test`. They need Python 3.11 or later with venv and pip, and make.

SHELL = /bin/sh
VENV = .venv
RUN = $(VENV)/bin/osce-kg
ROOMS = api graph loaders ontology queries views
SOURCES := $(shell find $(ROOMS) -type f ! -name '*.pyc') pyproject.toml README.md lock.txt
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check

# An old build folder would put deleted files into the package.
define install
echo "make: installing osce-kg into $(VENV), with the versions of lock.txt"; \
rm -rf build *.egg-info; \
quiet=; test ! -e $(VENV)/installed || quiet=--quiet; \
$(PIP) install $$quiet --constraint lock.txt '$(1)' || { \
  echo "make: the installation failed; the lines above say why. The first time needs a network." >&2; exit 1; }; \
rm -rf build *.egg-info
endef

.PHONY: help demo test lock clean
.DELETE_ON_ERROR:

help:
	@echo "make demo   installs into .venv, loads the bundled sample into ./demo, and shows what can be asked"
	@echo "make test   installs and runs the tests, all but the slow ones"
	@echo "make clean  removes .venv, demo and what building leaves"

demo: $(VENV)/installed
	@$(RUN) demo --dir demo

test: $(VENV)/installed-test
	@echo "make: running the tests (those marked slow are left to .ci/run)"
	@$(VENV)/bin/python -m pytest -m "not slow" -q

$(VENV)/bin/python:
	@python=; for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	  if command -v $$name >/dev/null 2>&1 && \
	     $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "make: Python 3.11 or later is missing (found: $$(python3 --version 2>/dev/null || echo none))." >&2; \
	  echo "make: get it from https://www.python.org/downloads/, or on Debian and Ubuntu: apt install python3 python3-venv" >&2; \
	  echo "make: where it has another name: make demo PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	if ! $$python -c 'import venv, ensurepip' >/dev/null 2>&1; then \
	  echo "make: $$python has no venv or pip; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
	fi; \
	echo "make: making $(VENV) with $$($$python --version)"; \
	rm -rf $(VENV) && $$python -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "make: $(VENV) could not be made; is the disk full, or the folder not yours?" >&2; exit 1; }

$(VENV)/installed: $(VENV)/bin/python $(SOURCES)
	@$(call install,.)
	@touch $@

$(VENV)/installed-test: $(VENV)/bin/python $(SOURCES)
	@$(call install,.[test])
	@touch $(VENV)/installed $@

# The versions that `make` and CI install: run with the oldest Python that is supported, so that they suit all.
lock: $(VENV)/bin/python
	$(PIP) install --dry-run --ignore-installed --quiet --report $(VENV)/report.json '.[test,dev]'
	$(VENV)/bin/python -c 'import json; rows = json.load(open("$(VENV)/report.json"))["install"]; \
	  names = sorted("{name}=={version}".format(**row["metadata"]).lower() for row in rows); \
	  open("lock.txt", "w").write("".join(n + "\n" for n in names if not n.startswith("osce-kg==")))'

clean:
	rm -rf $(VENV) demo build dist *.egg-info
