// One order for all hits: by the fields of the matches, then by how much of the name they cover, then by id.

import { NONE, RANK } from "./matching.js";
import { includes } from "./positions.js";

const STEPS = 4095;

// Scores by entry of those that every match has; smaller is better.
export function score(reader, matches) {
  const scores = new Map();
  for (let entry = 0; entry < reader.entries; entry++) {
    let rank = 0;
    let covered = 0;
    for (const match of matches) {
      if (match.ranks[entry] === NONE) {
        rank = NaN;
        break;
      }
      rank += match.ranks[entry];
      covered += match.covered[entry];
    }
    if (Number.isNaN(rank)) continue;
    if (isWholeName(reader, matches, entry)) rank = RANK.exact;
    const share = Math.min(1, covered / Math.max(1, reader.nameLengths[entry] - 1));
    scores.set(entry, rank * (STEPS + 1) + STEPS - Math.round(share * STEPS));
  }
  return scores;
}

// Whether the runs, one after the other, are the whole name. A run of one character has no positions: its rank must do.
function isWholeName(reader, matches, entry) {
  const total = matches.reduce((length, { size }) => length + size + 1, 0);
  if (reader.nameLengths[entry] !== total || matches[0].ranks[entry] !== RANK.begins) return false;
  let place = reader.starts[entry];
  return matches.every(({ positions, size, ranks }) => {
    const fits = positions ? includes(positions, place) : ranks[entry] <= RANK.name;
    place += size + 1;
    return fits;
  });
}

// Keeps the better score of each entry.
export function merge(scores, others) {
  for (const [entry, value] of others) {
    if (!(scores.get(entry) <= value)) scores.set(entry, value);
  }
  return scores;
}

// The entries, best first.
export function ordered(scores) {
  return [...scores].sort((one, other) => one[1] - other[1] || one[0] - other[0]).map(([entry]) => entry);
}
