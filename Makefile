# setup set up for development: everything goes into .venv
# run   set up, scan, open the dashboard (without a terminal: print the board)
# test  set up, then formatting, lint, types, import contracts, tests
# demo  set up, then the year 2025 replayed against a local imitation of the sources
# screens the pictures of README and docs, drawn anew by the program
# score set up, then marked against text that people labelled, which lies beside the project: each set by what the
#       others teach. ARGS="--shipped": in seconds, by the shipped weights; ARGS="--against FILE": what changed since
# effect set up, then what your rules and labels change: the last commit marked, and what is marked otherwise as it lies here.
#       ARGS="--shipped": rules alone, by the shipped weights
# train set up, then the weights made anew from the sets of labels. ARGS="FOLDER --figures FILE": see training/train.py

PYTHON ?= python3
BIN := .venv/bin
DAY ?= $(shell date -u +%F)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup run test demo screens score effect train clean

help:
	@sed -n 's/^# //p' Makefile

setup: .venv/test.stamp

run: .venv/run.stamp
	@$(BIN)/bywhen; code=$$?; [ $$code -le 1 ] || exit $$code

demo: .venv/run.stamp
	@$(BIN)/bywhen demo

screens: .venv/test.stamp
	@$(BIN)/python -m tests.pictures

score: .venv/train.stamp
	@$(BIN)/python benchmarks/score.py $(ARGS)

COMMITTED = out/score-$(shell git rev-parse --short HEAD)$(subst $() ,,$(ARGS)).txt

effect: .venv/train.stamp
	@mkdir -p out/committed
	@[ -s $(COMMITTED) ] || { rm -rf out/committed/* && git archive HEAD | tar -x -C out/committed && \
	cd out/committed && PYTHONPATH=. ../../$(BIN)/python benchmarks/score.py $(ARGS) ../../../shared > ../score.txt && \
	mv ../score.txt ../../$(COMMITTED); }
	@$(BIN)/python benchmarks/score.py $(ARGS) --against $(COMMITTED)

train: .venv/train.stamp
	@$(BIN)/python -m training.train --day $(DAY) $(ARGS)

test: .venv/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n 2 --durations=10 --durations-min=2

.venv/run.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bywhen needs Python 3.11 or newer: make PYTHON=python3.11")'
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@echo "setting up .venv (once)" >&2
	@$(PIP) install -c constraints.txt -e .
	@touch $@

.venv/test.stamp: .venv/run.stamp
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

.venv/train.stamp: .venv/run.stamp
	@$(PIP) install -c constraints.txt -e '.[training]'
	@touch $@

clean:
	rm -rf .venv dist build
