// Marks in texts of the catalog, which are untrusted: they become text nodes and nothing else.

const AROUND = 28;

// The stretches [begin, end] of `text` that the runs match, in order and apart from each other.
export function stretches(normaliser, text, runs) {
  const places = normaliser.trace(text);
  const letters = places.map((place) => place?.letter ?? "");
  const found = [];
  for (const run of runs) {
    const sought = Array.from(run);
    for (let place = letters.indexOf(sought[0]); place >= 0; place = letters.indexOf(sought[0], place + 1)) {
      if (sought.every((letter, index) => letters[place + index] === letter)) {
        found.push([places[place].begin, places[place + sought.length - 1].end]);
      }
    }
  }
  return joined(found);
}

// The stretch of `text` that is `size` indexed characters long and begins `place` positions into it.
export function stretchAt(normaliser, text, [place, size]) {
  const places = normaliser.trace(text);
  const first = places[place];
  const last = places[place + size - 1];
  return first && last ? [[first.begin, last.end]] : [];
}

function joined(found) {
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const apart = [];
  for (const [begin, end] of found) {
    const last = apart.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([begin, end]);
  }
  return apart;
}

// The text between `begin` and `end` as nodes, with `<mark>` around the stretches.
export function marked(text, found, begin = 0, end = text.length) {
  const nodes = [];
  let place = begin;
  for (const [first, last] of found) {
    if (last <= place || first >= end) continue;
    nodes.push(text.slice(place, Math.max(place, first)));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(Math.max(place, first), Math.min(last, end));
    nodes.push(mark);
    place = Math.min(last, end);
  }
  nodes.push(text.slice(place, end));
  return nodes;
}

// The nodes of a piece of `text` around its first stretch.
export function excerpt(text, found) {
  const plain = (place) => place + (/[\udc00-\udfff]/.test(text[place] ?? "") ? 1 : 0);
  const begin = plain(Math.max(0, found[0][0] - AROUND));
  const end = plain(Math.min(text.length, Math.max(found[0][1], begin + AROUND) + AROUND * 2));
  return [begin ? "……" : "", ...marked(text, found, begin, end), end < text.length ? "……" : ""];
}
