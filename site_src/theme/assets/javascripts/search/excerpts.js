// A piece of an entry's own text that shows why it was found. It comes from the `index.json` beside the entry's page.

import { excerpt, stretches } from "./marking.js";

// All texts of a record, in its order.
function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* texts(inner);
}

// The nodes of the excerpt, or null when the record has none of the runs or cannot be had.
export async function excerptOf(normaliser, url, runs) {
  let record;
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    ({ record } = await response.json());
  } catch {
    return null;
  }
  let best = null;
  let most = 0;
  for (const text of texts(record)) {
    const parts = normaliser.valueRuns(text);
    const has = runs.filter((run) => parts.some((part) => part.includes(run))).length;
    if (has > most) [best, most] = [text, has];
  }
  return best === null ? null : excerpt(best, stretches(normaliser, best, runs));
}

// Calls the function given with an element the first time that the element comes into view.
export class WhenSeen {
  #tasks = new Map();
  #observer = new IntersectionObserver((sightings) => {
    for (const { isIntersecting, target } of sightings) {
      if (!isIntersecting) continue;
      this.#observer.unobserve(target);
      this.#tasks.get(target)?.();
      this.#tasks.delete(target);
    }
  });

  add(element, task) {
    this.#tasks.set(element, task);
    this.#observer.observe(element);
  }

  clear() {
    this.#observer.disconnect();
    this.#tasks.clear();
  }
}
