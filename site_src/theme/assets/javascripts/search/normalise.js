// The counterpart of scripts/wudan/search/normalise.py: the tables come from the index, a test holds both to one output.

const inside = (ranges) =>
  ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join("");

export class Normaliser {
  constructor({ separators, blanks, han }) {
    this.run = new RegExp(`[^${inside(separators)}]+`, "gu");
    this.fold = new RegExp(`(?<=[${inside(han)}])[${inside(blanks)}]+(?=[${inside(han)}])`, "gu");
  }

  // The text in NFKC and lower case, with one form of the Greek small sigma.
  normalise(text) {
    return text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ");
  }

  // What stands between blanks and punctuation of a query.
  queryRuns(query) {
    return this.normalise(query).match(this.run) ?? [];
  }

  // The runs of a value, where blanks between two Han characters part nothing.
  valueRuns(value) {
    return this.normalise(value).replace(this.fold, "").match(this.run) ?? [];
  }

  // The value's characters as the index has them, each with the stretch of `value` that it comes from;
  // between two runs stands null. The place of a character is its distance from the field's first position.
  trace(value) {
    const letters = [];
    for (const { 0: cluster, index } of value.matchAll(/[\s\S]\p{M}*/gu)) {
      for (const letter of this.normalise(cluster)) {
        letters.push({ letter, begin: index, end: index + cluster.length });
      }
    }
    const dropped = new Set();
    const folded = letters.map(({ letter }) => letter).join("");
    for (const { 0: blanks, index } of folded.matchAll(this.fold)) {
      for (let place = index; place < index + blanks.length; place++) dropped.add(place);
    }
    const places = [];
    let unit = 0;
    for (const entry of letters) {
      const isDropped = dropped.has(unit);
      unit += entry.letter.length;
      if (isDropped) continue;
      if (this.queryRuns(entry.letter).length) places.push(entry);
      else if (places.length && places.at(-1)) places.push(null);
    }
    if (places.at(-1) === null) places.pop();
    return places;
  }
}
