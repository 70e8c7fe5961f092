# Everything one does with Leakproof. Each step prints a headline and its time; what it printed is in
# target/steps, and is shown when it fails. V=1 shows all of it as it comes.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: conformance miri help play test build bench fmt clean lint test-native test-wasm test-page toolchain tools packages bench-packages browser

export PATH := $(CURDIR)/target/tools/bin:$(PATH)

step := @scripts/step
PORT ?= 5173
# One target folder for all, so that the standard library is built once for each profile.
export CARGO_TARGET_DIR ?= $(CURDIR)/target

help: ## Show this
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

play: toolchain tools packages ## Build and serve the page on localhost, and follow changes (PORT=5173)
	$(step) wasm-dev "Build the WebAssembly" scripts/wasm dev
	$(step) wasm-dev-abort "Build it with panic = abort" env PANIC=abort scripts/wasm dev . www/pkg/abort
	@cd www && exec node_modules/.bin/vite --port $(PORT) --clearScreen false

test: lint test-native test-wasm test-page ## Check everything: format, lints, native, WebAssembly and page tests
	@scripts/count native wasm-test page-test

build: toolchain tools packages ## Build the page into dist/, for any web server and any sub-path
	$(step) wasm "Build the WebAssembly" scripts/wasm release
	$(step) wasm-abort "Build it with panic = abort" env PANIC=abort scripts/wasm release . www/pkg/abort
	$(step) page-build "Build the page" npm run build --prefix www

bench: build bench-packages browser ## Measure natively and in Chromium, with peers (WHAT="core script picture page")
	$(step) bench-wasm "Build what is measured in WebAssembly" scripts/wasm release benches benches/pkg
	$(step) bench-native "Build what is measured natively" sh -c 'cd benches && cargo build --release'
	@node benches/run.mjs $(WHAT)

fmt: toolchain ## Format the Rust code
	@cargo fmt

clean: ## Remove all that was built (installed tools and packages stay)
	@rm -rf dist www/pkg
	@[ ! -d target ] || find target -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} +

lint: toolchain ## Check format, lints and documentation only
	$(step) fmt "Check the format" cargo fmt --check
	$(step) clippy "Lint the native code" cargo clippy --all-targets -- -D warnings
	$(step) clippy-wasm "Lint the WebAssembly code" \
		cargo clippy --all-targets --target wasm32-unknown-unknown -- -D warnings

	$(step) doc "Check the documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

conformance: toolchain ## Run random programs both ways, compiled and interpreted (N=1000)
	$(step) conformance "Run $(or $(N),1000) random programs both ways" env N=$(or $(N),1000) cargo test --test random

miri: toolchain ## Interpret some programs under Miri, which watches the evaluator (some minutes)
	@scripts/need miri
	$(step) miri "Run programs under Miri" scripts/miri

test-native: toolchain ## Run the native tests and the doc tests only
	$(step) native "Run the native tests" cargo test

test-wasm: toolchain tools browser ## Run the tests in WebAssembly in Chromium only
	$(step) wasm-test "Run the tests in Chromium" wasm-pack test --headless --chrome --mode no-install

test-page: build browser ## Run the page's tests in Chromium only
	$(step) page-test "Run the page's tests" npm test --prefix www

toolchain tools packages bench-packages browser:
	@scripts/need $@
