// The search page. It takes over the form inside #search-app; without it the lists remain complete pages.

import { chosenIn, narrow } from "./facets.js";
import { Normaliser } from "./normalise.js";
import { search } from "./query.js";
import { IndexReader } from "./reader.js";
import { NO_WORDS, NOTHING_ASKED, SEARCHING, shortened, statusOf, UNAVAILABLE } from "./status.js";
import { drawFacets, HitList } from "./view.js";

const PAGE = 20;
const PAUSE = 200;

export class SearchPage {
  #turn = 0;
  #opening = null;
  #timer = 0;

  constructor(app) {
    this.site = new URL(app.dataset.base || "./", document.baseURI);
    this.input = app.querySelector("#search-input");
    this.form = this.input.form;
    this.status = app.querySelector("#search-status");
    this.facets = app.querySelector("#search-facets");
    this.results = app.querySelector("#results");
    this.more = app.querySelector("#search-more");
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask("push");
    });
    this.input.addEventListener("input", (event) => {
      if (!event.isComposing) this.#askSoon();
    });
    this.input.addEventListener("compositionend", () => this.#askSoon());
    this.input.addEventListener("focus", () => this.#open().catch(() => {}), { once: true });
    this.more.addEventListener("click", () => this.#showMore());
    window.addEventListener("popstate", () => this.#answer());
    document.addEventListener("keydown", (event) => this.#focusOnSlash(event));
    return this.#answer();
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask("replace"), PAUSE);
  }

  // Puts what was typed into the address and answers it.
  #ask(way) {
    clearTimeout(this.#timer);
    const address = new URL(window.location.href);
    const query = this.input.value.trim();
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    this.#go(address, way);
  }

  #choose(facet, label, chosen) {
    const address = new URL(window.location.href);
    const labels = address.searchParams.getAll(facet).filter((other) => other !== label);
    address.searchParams.delete(facet);
    for (const one of chosen ? [...labels, label] : labels) address.searchParams.append(facet, one);
    this.#go(address, "push");
  }

  #go(address, way) {
    if (address.href === window.location.href) way = "replace";
    window.history[`${way}State`](null, "", address);
    this.#answer({ typed: true });
  }

  #open() {
    this.#opening ??= new IndexReader(new URL("search-index/", this.site)).open().then((reader) => {
      this.reader = reader;
      this.normaliser = new Normaliser(reader.head);
      this.hits = new HitList(this.results, reader, this.normaliser, this.site);
    });
    this.#opening.catch(() => (this.#opening = null));
    return this.#opening;
  }

  // Answers the address of the page. Only the latest turn draws: an older answer that arrives late is dropped.
  async #answer({ typed = false } = {}) {
    const turn = ++this.#turn;
    const parameters = new URL(window.location.href).searchParams;
    const query = parameters.get("q") ?? "";
    if (!typed) this.input.value = query;
    const hasChoice = [...parameters.keys()].some((key) => key !== "q");
    if (!query.trim() && !hasChoice) return this.#clear(NOTHING_ASKED);
    const patience = setTimeout(() => turn === this.#turn && (this.status.textContent = SEARCHING), PAUSE);
    try {
      await this.#open();
      const asked = shortened(query.trim());
      const hasWords = this.normaliser.queryRuns(asked).length > 0;
      if (asked && !hasWords && !hasChoice) {
        if (turn === this.#turn) this.#clear(NO_WORDS);
        return;
      }
      const outcome = await search(this.reader, this.normaliser, asked);
      const chosen = chosenIn(parameters, this.reader);
      const { kept, facets } = narrow(this.reader, outcome.entries, chosen);
      const items = await this.hits.items(kept.slice(0, PAGE), outcome);
      if (turn !== this.#turn) return;
      this.outcome = { ...outcome, kept, turn };
      this.hits.clear();
      this.hits.append(items);
      this.more.hidden = kept.length <= PAGE;
      drawFacets(this.facets, facets, this.reader.meta.facets, (...choice) => this.#choose(...choice));
      this.status.textContent = statusOf(query.trim(), outcome, kept.length);
    } catch (problem) {
      console.error(problem);
      if (turn === this.#turn) this.#clear(UNAVAILABLE);
    } finally {
      clearTimeout(patience);
    }
  }

  async #showMore() {
    const { outcome } = this;
    const shown = this.results.children.length;
    try {
      const items = await this.hits.items(outcome.kept.slice(shown, shown + PAGE), outcome);
      if (outcome !== this.outcome || this.results.children.length !== shown) return;
      this.hits.append(items);
      this.more.hidden = outcome.kept.length <= shown + items.length;
      items[0]?.item.querySelector("a").focus();
    } catch (problem) {
      console.error(problem);
      this.status.textContent = UNAVAILABLE;
    }
  }

  #clear(message) {
    this.hits?.clear();
    this.results.replaceChildren();
    this.facets.replaceChildren();
    this.more.hidden = true;
    this.status.textContent = message;
  }

  #focusOnSlash(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }
}

const app = document.querySelector("#search-app");
if (app) new SearchPage(app).start();
