// What is shown when nothing contains the query: first one character may be wrong or missing, then only pairs are shared.

import { Match, addPositions, eachPlace } from "./matching.js";
import { aligned, symbolsOf } from "./positions.js";

const ALONE = 0;
const MOST_PAIRS = 24;
const MOST_ENTRIES = 100;
const NAMES = 2;
const RANKS_OF_NAMES = 3;

// Entries with the run but for one character, which may be another one or stand there in addition.
export async function similarRun(reader, run) {
  const match = new Match(reader.entries);
  const symbols = symbolsOf(run);
  const pairs = await pairsOf(reader, symbols);
  for (let place = 0; place < symbols.length; place++) {
    await addPieces(reader, match, symbols, pairs, [[0, place, 0], [place + 1, symbols.length, place + 1]]);
    if (place > 1 && place < symbols.length - 1) {
      await addPieces(reader, match, symbols, pairs, [[0, place, 0], [place, symbols.length, place + 1]]);
    }
  }
  return match;
}

const pairsOf = (reader, symbols) =>
  Promise.all(symbols.slice(1).map((second, place) => reader.postings(symbols[place], second)));

// Adds what has the pieces of the run, [begin, end, shift] each, at their distances. Of a piece of one character the index
// only knows the best place in an entry: it counts if all is in names and aliases.
async function addPieces(reader, match, symbols, pairs, pieces) {
  const whole = pieces.filter(([begin, end]) => end - begin > 1);
  const size = Math.max(...pieces.map(([begin, end, shift]) => shift + end - begin));
  const kept = whole.reduce((sum, [begin, end]) => sum + end - begin, 0);
  if (kept < 2 || symbols.length < 3) return;
  let positions = aligned(
    whole.flatMap(([begin, end, shift]) =>
      pairs.slice(begin, end - 1).map((postings, index) => ({ postings, shift: shift + index })),
    ),
  );
  for (const [begin, end] of pieces) {
    if (end - begin === 1 && positions.length) positions = await having(reader, positions, symbols[begin]);
  }
  const inside = [];
  eachPlace(reader, positions, (entry, field, position) => {
    if (position + size < reader.starts[field * reader.entries + entry + 1]) inside.push(position);
  });
  if (!inside.length) return;
  addPositions(reader, match, inside, kept);
  for (const [begin, end] of whole) match.parts.push(String.fromCodePoint(...symbols.slice(begin, end)));
}

async function having(reader, positions, symbol) {
  const entries = new Set();
  for (const posting of await reader.postings(symbol, ALONE)) {
    if (posting < RANKS_OF_NAMES * reader.entries) entries.add(posting % reader.entries);
  }
  const kept = [];
  eachPlace(reader, positions, (entry, field, position) => {
    if (field < NAMES && entries.has(entry)) kept.push(position);
  });
  return kept;
}

// Entries that share the most with the runs, best first: rare pairs weigh more, and so do pairs in a name.
export async function sharedPairs(reader, runs) {
  const pairs = new Map();
  for (const run of runs) {
    const characters = Array.from(run);
    characters.slice(1).forEach((second, place) => {
      const pair = characters[place] + second;
      if (/[^\x00-\x7f]/.test(pair) && pairs.size < MOST_PAIRS) pairs.set(pair, symbolsOf(pair));
    });
  }
  const weights = new Float64Array(reader.entries);
  for (const [first, second] of pairs.values()) {
    const places = new Map();
    eachPlace(reader, await reader.postings(first, second), (entry, field) => {
      if (!places.has(entry)) places.set(entry, field < NAMES ? 3 : 1);
    });
    const rarity = Math.log(1 + reader.entries / Math.max(1, places.size));
    for (const [entry, factor] of places) weights[entry] += factor * rarity;
  }
  const best = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const entries = Array.from(weights.keys())
    .filter((entry) => best > 0 && weights[entry] * 2 >= best)
    .sort((one, other) => weights[other] - weights[one] || one - other);
  return { entries: entries.slice(0, MOST_ENTRIES), marks: [...pairs.keys()] };
}
