// Choosing among hits by their labels: several of one facet widen, several facets narrow.

const PREFIX = "facet:";

export const facetIds = (reader) => Object.keys(reader.meta.facets);

// The chosen labels by facet, as the address of the page has them. Labels that the index does not know are left out.
export function chosenIn(parameters, reader) {
  const chosen = new Map();
  for (const id of facetIds(reader)) {
    const { values } = reader.labels.get(PREFIX + id);
    const known = parameters.getAll(id).filter((label) => values.includes(label));
    if (known.length) chosen.set(id, new Set(known));
  }
  return chosen;
}

// Of `entries` those that have a chosen label in every facet with a choice, and by facet how many entries each label has
// or would add: [{id, options: [{label, count, chosen}]}]. What nothing has and nobody chose is left out.
export function narrow(reader, entries, chosen) {
  const facets = facetIds(reader).map((id) => {
    const { values, sets, codes } = reader.labels.get(PREFIX + id);
    const wanted = chosen.get(id);
    const passes = sets.map((set) => !wanted || set.some((value) => wanted.has(values[value])));
    return { id, values, sets, codes, passes, counts: new Uint32Array(sets.length) };
  });
  const kept = entries.filter((entry) => {
    let missed = null;
    for (const facet of facets) {
      if (facet.passes[facet.codes[entry]]) continue;
      if (missed) return false;
      missed = facet;
    }
    if (missed) missed.counts[missed.codes[entry]]++;
    else for (const facet of facets) facet.counts[facet.codes[entry]]++;
    return !missed;
  });
  return { kept, facets: facets.map((facet) => offered(facet, chosen.get(facet.id))) };
}

function offered({ id, values, sets, counts }, wanted) {
  const totals = new Uint32Array(values.length);
  sets.forEach((set, number) => {
    for (const value of set) totals[value] += counts[number];
  });
  const options = values
    .map((label, index) => ({ label, count: totals[index], chosen: wanted?.has(label) ?? false }))
    .filter(({ count, chosen }) => count || chosen);
  if (id !== "days") options.sort((one, other) => other.count - one.count);
  return { id, options };
}
