// The elements of the page: hits and facets. Texts of the catalog enter by `textContent` and `append` only.

import { excerptOf, WhenSeen } from "./excerpts.js";
import { marked, stretchAt, stretches } from "./marking.js";

const FACTS = ["type", "case_type", "days", "fee"];
const OPTIONS = 8;

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The list of hits under `#results`.
export class HitList {
  #seen = new WhenSeen();

  constructor(list, reader, normaliser, site) {
    Object.assign(this, { list, reader, normaliser, site });
  }

  clear() {
    this.#seen.clear();
    this.list.replaceChildren();
  }

  // The items of the entries, with the marks of the outcome.
  async items(entries, outcome) {
    const listed = await Promise.all(entries.map((entry) => this.reader.listed(entry)));
    return entries.map((entry, index) => this.#item(entry, listed[index], outcome));
  }

  append(items) {
    for (const { item, url, runs } of items) {
      this.list.append(item);
      if (runs.length) this.#seen.add(item, () => this.#addExcerpt(item, url, runs));
    }
  }

  #item(entry, { id, name, list, address }, { marks, spoken }) {
    const url = new URL(address, this.site);
    const department = this.reader.labelsOf("department", entry).join("、");
    const topics = this.reader.labelsOf("topic", entry).join("、");
    const found = stretches(this.normaliser, name, marks);
    const heard = !found.length && spoken.has(entry) ? stretchAt(this.normaliser, name, spoken.get(entry)) : [];
    const link = element("a", { className: "search-hit__name" }, ...marked(name, found.length ? found : heard));
    if (url.href.startsWith(this.site.href)) link.href = url.href;
    const source = element("p", { className: "search-hit__source" });
    source.append(element("span", { className: "search-hit__list" }, this.reader.meta.lists[list] ?? list));
    for (const [kind, label] of [["department", department], ["topic", topics]]) {
      if (!label) continue;
      const nodes = marked(label, stretches(this.normaliser, label, marks));
      source.append(" · ", element("span", { className: `search-hit__${kind}` }, ...nodes));
    }
    const item = element("li", { className: "search-hit" }, link, source);
    Object.assign(item.dataset, { list, item: id });
    const facts = FACTS.filter((facet) => facet in this.reader.meta.facets)
      .map((facet) => this.reader.labelsOf(`facet:${facet}`, entry).join("、"))
      .filter(Boolean);
    if (facts.length) item.append(element("p", { className: "search-hit__facts" }, facts.join(" · ")));
    const visible = [name, department, topics].flatMap((text) => this.normaliser.valueRuns(text));
    const hidden = marks.filter((run) => !visible.some((part) => part.includes(run)));
    return { item, url: new URL("index.json", url), runs: heard.length ? [] : hidden };
  }

  async #addExcerpt(item, url, runs) {
    const nodes = await excerptOf(this.normaliser, url, runs);
    if (nodes && item.isConnected) item.append(element("p", { className: "search-hit__excerpt" }, ...nodes));
  }
}

// The facets under `#search-facets`. The one that has the focus keeps it when all are drawn anew.
export function drawFacets(place, facets, titles, onChange) {
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  const opened = new Set(Array.from(place.querySelectorAll("fieldset[data-all]"), ({ dataset }) => dataset.facet));
  const drawn = facets.filter(({ options }) => options.length).map((facet) => fieldset(facet, titles, opened, onChange));
  const fold = place.querySelector("details") ?? details();
  fold.replaceChildren(fold.firstElementChild, ...drawn);
  place.replaceChildren(...(drawn.length ? [fold] : []));
  if (focused) document.getElementById(focused)?.focus();
}

function details() {
  const open = window.matchMedia("(min-width: 60em)").matches;
  return element("details", { open, className: "search-facets" }, element("summary", {}, "筛选"));
}

function fieldset({ id, options }, titles, opened, onChange) {
  const labels = options.map((option, index) => checkbox(id, option, index, onChange));
  const set = element("fieldset", { className: "search-facet" }, element("legend", {}, titles[id] ?? id), ...labels);
  set.dataset.facet = id;
  if (opened.has(id)) set.dataset.all = "";
  const rest = labels.filter((label, index) => index >= OPTIONS && !options[index].chosen);
  if (rest.length && !opened.has(id)) {
    for (const label of rest) label.remove();
    const more = element("button", { type: "button", className: "search-facet__more" }, `显示全部 ${labels.length} 个`);
    more.addEventListener("click", () => {
      set.dataset.all = "";
      more.replaceWith(...rest);
      rest[0].querySelector("input").focus();
    });
    set.append(more);
  }
  return set;
}

function checkbox(facet, { label, count, chosen }, index, onChange) {
  const input = element("input", { type: "checkbox", name: facet, value: label, checked: chosen });
  input.id = `search-facet-${facet}-${index}`;
  input.addEventListener("change", () => onChange(facet, label, input.checked));
  const text = element("span", { className: "search-facet__label" }, label);
  const number = element("span", { className: "search-facet__count" }, `（${count}）`);
  return element("label", { className: "search-facet__option" }, input, " ", text, number);
}
