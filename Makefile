# Drumbeat: what a person or CI asks of the project. The work is in scripts/, launcher/ and the modules.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

LAUNCHER = "$$(./mvnw --java-home)/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp launcher/target/classes dev.drumbeat.launcher.Main
FILE ?= var/backup/drumbeat-$(shell date -u +%Y%m%d-%H%M%S).backup

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##: the house

.PHONY: run
run: build ## start the house with its demo and print its address and sign-ins; starts what has ended, when it runs
	@$(LAUNCHER) run

.PHONY: stop
stop: ## drain and end every process
	@if [ -d launcher/target/classes ]; then $(LAUNCHER) stop; else echo "Drumbeat is not running."; fi

.PHONY: restart
restart: build ## stop, then run: takes a new build
	@$(LAUNCHER) stop
	@$(LAUNCHER) run

.PHONY: status
status: build ## what runs, on which ports
	@$(LAUNCHER) status

.PHONY: demo
demo: build ## load the demo into the running house, when it is not loaded, and print its sign-ins
	@$(LAUNCHER) demo

.PHONY: backup
backup: build ## copy every fact to FILE=…; the house may run
	@mkdir -p "$$(dirname "$(FILE)")"
	@$(LAUNCHER) backup "$(FILE)"

.PHONY: restore
restore: build ## bring the facts of FILE=… back into an empty house, or, with REPLACE=yes, instead of its own; make stop first
	@$(LAUNCHER) restore "$(FILE)" $(if $(filter yes,$(REPLACE)),--replace)

##: the work

.PHONY: build
build: ## compile and package what changed, without its tests
	@scripts/build

.PHONY: test
test: ## everything: compile, lint, contracts, all tests, the stories in a browser
	@scripts/test

.PHONY: lint
lint: ## format, Error Prone, ArchUnit-free checks, contracts, schema, page: all that needs no test
	@scripts/prerequisites build
	@./mvnw -q -B package -DskipTests
	@scripts/contract lint
	@scripts/schema-lint

.PHONY: format
format: ## put every source into the house's format
	@./mvnw -q -B spotless:apply
	@if [ -x web-ui/.tools/node/node ]; then cd web-ui && PATH="$$PWD/.tools/node:$$PATH" npm run --silent format; fi

.PHONY: bench
bench: build ## measure the house on generated data; BENCH_SCALE=0.05 for a quick look; writes docs/benchmarks.md
	@scripts/bench

.PHONY: sbom
sbom: ## list everything the product is made of, with its licences (CycloneDX), in target/sbom
	@scripts/prerequisites build
	@scripts/sbom

.PHONY: faults
faults: build ## break the house while people use it, FAULTS_KILLS=100 times each process; writes docs/faults.md
	@scripts/faults

.PHONY: release-contract
release-contract: ## from now on the gRPC contracts as they are must not be broken
	@scripts/contract release

.PHONY: clean
clean: ## remove what was built; data in var/ stay
	@if [ -d launcher/target/classes ] && $(LAUNCHER) running; then echo "Drumbeat is running: make stop first." >&2; exit 1; fi
	@./mvnw -q -B clean
	@rm -rf proto/node_modules web-ui/node_modules web-ui/.tools target
