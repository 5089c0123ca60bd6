# The commands of this project; `make help` lists them. What people read here is Dutch, comments are English.
#
# Everything runs from the tree with .venv/bin/python; the package itself is never installed. The stamps in .venv
# and node_modules say which lock file was installed last, so a second run needs no network.

PYTHON ?= python3
# The shell is the same Chromium without what a window needs, so it starts in a third of the time.
CHROMIUM ?= $(shell command -v chromium-headless-shell || command -v chromium)
FIREFOX ?= $(shell command -v firefox-esr || command -v firefox)
UV ?= uv
# Only from the command line: a variable of the surroundings must not reach the tests.
ARGS =
PAGINAS =
SINDS =
VERSIE =

PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all:
NPX := npx --no-install
# Where biome looks: not in .bouw/, where others write and remove meanwhile.
SCRIPTS := templates tests/zoek binnenstad_site/search
TWICE := .bouw/tweemaal
TODAY := $(shell date -u +%F)
STOP := { printf '\nfout: %s\n' >&2

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site check serve proef voorbeeld online rook redactie test dekking tools chromium firefox lint content unit twice \
	nacht bench bench-filters bench-zoeken zoekproef lighthouse cijfer pakketlijst wandelingen spelling format gidsen release sloten \
	schoon env env-dev help

## ---- De site ----

site: env ## De site maken in _site/ (ook gewoon: make)
	@$(PY) build.py $(ARGS)

check: env ## De inhoud controleren zonder de site te maken
	@$(PY) build.py check $(ARGS)

serve: env ## De site bekijken terwijl u werkt; elke wijziging is meteen te zien
	@$(PY) build.py serve $(ARGS)

voorbeeld: env ## _site/ als map die zonder webserver opent, in .bouw/voorbeeld/
	@$(PY) -m tools.from_disk $(ARGS)

proef: env ## _site/ bekijken met de headers en doorverwijzingen van de echte site
	@$(PY) -m tools.proef $(ARGS)

online: env ## De site zoals die online staat naast _site/ leggen: ARGS=https://adres (of het adres van make proef)
	@$(PY) -m tools.live $(ARGS)

rook: chromium site env-dev ## Na het maken: twaalf pagina's (en PAGINAS, en wat sinds SINDS veranderde) en het zoeken in een browser
	@CHROMIUM="$(CHROMIUM)" $(PY) -m tools.smoke $(PAGINAS) $(if $(SINDS),--since '$(SINDS)')

redactie: env-dev ## Een verslag voor de redactie: aantallen, wat tekortschiet, wat nagekeken moet worden, zoekvragen
	@$(PY) -m tools.redactie

## ---- De code ----

test: tools content ## Alle controles en tests, in de volgorde van snel naar langzaam
	@$(MAKE) --no-print-directory AT_ONCE=ja -j 2 lint twice
	@$(MAKE) --no-print-directory unit
	@printf '\nAlle controles en tests zijn goed.\n'

# The tests of the whole are left out: they take the longest, and a line that only they run is not tested by itself.
dekking: tools env-dev node_modules/.package-lock.json ## Meten welke regels de tests van de onderdelen uitvoeren
	$(PY) -m pytest -n auto --dist worksteal --cov --cov-report=term \
		$(addprefix --ignore=tests/,browser content program repository tools) $(ARGS)

nacht: tools env-dev node_modules/.package-lock.json ## De lange tests: 10.000 pagina's, 500 keer afbreken, lang zoeken naar fouten; en een tabel van aanvallen en storingen
	@CHROMIUM="$(CHROMIUM)" FIREFOX="$(FIREFOX)" $(PY) -m pytest -m "nacht or storing" --timeout=7200 $(ARGS)

bench: env-dev ## Meten hoe snel de site gemaakt wordt
	@$(PY) -m tools.bench $(ARGS)

bench-filters: env-dev ## Meten hoe snel de lijst van 500 praktijken filtert, met een processor die 6 keer trager is
	@$(PY) -m tools.filtering $(ARGS)

bench-zoeken: env-dev ## Meten hoeveel zoeken vraagt: bytes van een eerste vraag en tijd per toets, bij 150, 1.000 en 10.000
	@CHROMIUM="$(CHROMIUM)" $(PY) -m tools.searchbench $(ARGS)

zoekproef: env ## Meten hoe goed het zoeken is, op de vragen en tikfouten van tests/zoek/
	@for vragen in dev fresh apart typos; do $(PY) tests/zoek/score.py --queries tests/zoek/queries-$$vragen.jsonl \
		--cmd 'tools/zoekproef tests/zoek/documents.jsonl' || exit 1; done

wandelingen: chromium site env-dev ## Zes taken lopen met het toetsenbord en opschrijven wat er gezegd wordt, in docs/toegankelijkheid.md
	@CHROMIUM="$(CHROMIUM)" $(PY) -m tools.walks --write $(ARGS)

spelling: env ## Tellen welke woorden van de inhoud in geen woordenboek staan (vraagt hunspell en hunspell-nl)
	@$(PY) -m tools.spelling $(ARGS)

lighthouse: site env-dev node_modules/.package-lock.json ## Lighthouse op een telefoon: start, lijst, praktijk en trend
	@CHROMIUM="$(CHROMIUM)" $(PY) -m tools.lighthouse $(ARGS)

cijfer: site tools/observatory/node_modules/.package-lock.json ## Het cijfer van Mozilla Observatory voor de headers, minstens 115
	@$(PY) -m tools.observatory $(ARGS)

pakketlijst: env ## De lijst van alle pakketten (SBOM, CycloneDX) die bij een versie hoort, in .bouw/pakketten.cdx.json
	@$(PY) -m tools.sbom $(ARGS)

format: env-dev node_modules/.package-lock.json ## De code netjes zetten
	@$(PY) -m ruff check --fix $(ARGS)
	@$(PY) -m ruff format $(ARGS)
	@$(NPX) biome check --write $(SCRIPTS)
	@$(NPX) stylelint --fix 'templates/assets/css/**/*.css'

gidsen: env ## De veldentabel en de voorbeeldbestanden in docs/ opnieuw maken uit het model
	@$(PY) -m tools.velden

release: env ## Een versie uitbrengen: VERSIE=1.2.0 (ARGS=--dry-run toont alleen wat er verandert)
	@$(PY) -m tools.release $(VERSIE) $(ARGS)

schoon: ## Weggooien wat gemaakt is: _site/, .bouw/ en caches; niet .venv/ en node_modules/
	@rm -rf _site .bouw .coverage .coverage.* htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . \( -name .venv -o -name node_modules -o -name .git \) -prune -o -name __pycache__ -type d -print \
		| while read -r folder; do rm -rf "$$folder"; done

help: ## Deze lijst
	@awk -F ' ## ' '/^## ----/ { gsub(/^## ---- | ----$$/, ""); printf "\n%s\n", $$0 } \
		/^[a-z-]+:.* ## / { split($$1, name, ":"); printf "  make %-13s %s\n", name[1], $$2 }' Makefile

# ---- The steps of `make test`. Only lint and twice run at once: each needs one processor, and they share nothing.

ifndef AT_ONCE
.NOTPARALLEL:
endif

lint: tools env-dev node_modules/.package-lock.json
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(NPX) biome check $(SCRIPTS)
	$(NPX) tsc --project tsconfig.json
	$(NPX) tsc --project tsconfig.node.json
	$(NPX) stylelint 'templates/assets/css/**/*.css'

content: env
	$(PY) build.py check

unit: tools env-dev node_modules/.package-lock.json
	CHROMIUM="$(CHROMIUM)" FIREFOX="$(FIREFOX)" $(PY) -m pytest -n auto --dist worksteal $(ARGS)

# Equal content and date give equal bytes, whatever the hash seed, time zone and locale.
twice: tools env node_modules/.package-lock.json
	@rm -rf $(TWICE) && mkdir -p $(TWICE)
	PYTHONHASHSEED=1 TZ=UTC $(PY) build.py --date $(TODAY) --out $(TWICE)/een
	PYTHONHASHSEED=2 TZ=Pacific/Kiritimati LC_ALL=C $(PY) build.py --date $(TODAY) --out $(TWICE)/twee
	@diff -r $(TWICE)/een $(TWICE)/twee \
		|| $(STOP) 'twee keer dezelfde inhoud gaf een andere site; zie de verschillen hierboven.'; exit 1; }
	node node_modules/html-validate/bin/html-validate.mjs --config .htmlvalidate.json --max-warnings 0 --formatter text \
		'$(TWICE)/een/**/*.html'
	@rm -rf $(TWICE)

# ---- What must be there

chromium:
	@test -n "$(CHROMIUM)" && test -x "$(CHROMIUM)" \
		|| $(STOP) 'chromium ontbreekt. Debian: apt-get install chromium-headless-shell. Elders: make test CHROMIUM=/pad/naar/chromium'; exit 1; }

firefox:
	@test -n "$(FIREFOX)" && test -x "$(FIREFOX)" \
		|| $(STOP) 'firefox ontbreekt. Debian: apt-get install firefox-esr. Elders: make test FIREFOX=/pad/naar/firefox'; exit 1; }

tools: chromium firefox
	@command -v node >/dev/null \
		|| $(STOP) 'node ontbreekt. Debian: apt-get install nodejs npm'; exit 1; }
	@node --version | awk -F '[v.]' '{ exit !($$2 > 20 || ($$2 == 20 && $$3 >= 19)) }' \
		|| $(STOP) "node 20.19 of nieuwer is nodig; hier staat $$(node --version). Debian 13: apt-get install nodejs npm"; exit 1; }
	@command -v Rscript >/dev/null \
		|| $(STOP) 'Rscript ontbreekt. Debian: apt-get install r-base-core'; exit 1; }
	@command -v npm >/dev/null \
		|| $(STOP) 'npm ontbreekt. Debian: apt-get install npm'; exit 1; }

env: .venv/.runtime

env-dev: .venv/.dev

# A folder .venv without a working Python (moved, or the system's Python was replaced) is made anew.
ifneq ($(shell test -x $(PY) && echo ja),ja)
.PHONY: .venv/pyvenv.cfg
endif

.venv/pyvenv.cfg:
	@command -v "$(PYTHON)" >/dev/null \
		|| $(STOP) '$(PYTHON) ontbreekt. Debian: apt-get install python3 python3-venv. Elders: make PYTHON=/pad/naar/python3'; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| $(STOP) "Python 3.11 of nieuwer is nodig; $(PYTHON) is $$("$(PYTHON)" --version 2>&1). Een andere kiest u zo: make PYTHON=python3.13"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null \
		|| $(STOP) 'Python heeft geen venv. Debian: apt-get install python3-venv'; exit 1; }
	@printf 'De omgeving .venv wordt gemaakt (eenmalig) ...\n'
	@"$(PYTHON)" -m venv --clear .venv

.venv/.runtime: requirements.txt .venv/pyvenv.cfg
	@$(PIP) -r requirements.txt \
		|| $(STOP) 'de pakketten uit requirements.txt zijn niet geïnstalleerd; is er een netwerk?'; exit 1; }
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	@printf 'Het gereedschap voor tests wordt geïnstalleerd ...\n'
	@$(PIP) -r requirements-dev.txt \
		|| $(STOP) 'de pakketten uit requirements-dev.txt zijn niet geïnstalleerd; is er een netwerk?'; exit 1; }
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc | tools
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
		|| $(STOP) 'de pakketten uit package-lock.json zijn niet geïnstalleerd; is er een netwerk?'; exit 1; }
	@touch $@

tools/observatory/node_modules/.package-lock.json: tools/observatory/package.json tools/observatory/package-lock.json
	@npm ci --prefix tools/observatory --ignore-scripts --no-audit --no-fund --loglevel=error \
		|| $(STOP) 'de beoordelaar van Mozilla is niet geïnstalleerd; is er een netwerk?'; exit 1; }
	@touch $@

# ---- The locks: compiled again after a change in pyproject.toml or package.json, or to upgrade

LOCK := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--no-strip-extras --no-header --no-emit-index-url --no-emit-find-links

sloten: ## De versies in requirements*.txt opnieuw vastleggen (vraagt uv; ARGS=--upgrade voor de nieuwste)
	@command -v $(UV) >/dev/null \
		|| $(STOP) 'uv ontbreekt: pip install uv (liefst in een eigen omgeving); daarna make sloten UV=/pad/naar/uv'; exit 1; }
	$(LOCK) $(ARGS) --output-file requirements.txt
	$(LOCK) $(ARGS) --group dev --constraint requirements.txt --output-file requirements-dev.txt
