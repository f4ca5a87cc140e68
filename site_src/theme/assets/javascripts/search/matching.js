// Which entries contain a run, and how good the best place is.

import { phrase, symbolsOf } from "./positions.js";
import { pinyinPositions } from "./pinyin.js";

export const RANK = {
  exact: 0, begins: 1, name: 2, alias: 3, former: 4, code: 5, pinyin: 6, department: 7, topic: 8, materials: 9, text: 10,
};
export const NONE = 255;
const ALONE = 0;
const LABELS = ["department", "topic"];

// The entries of one run: `ranks` by entry, `covered` characters of the name, and where a name sounds like the run.
export class Match {
  constructor(entries) {
    this.ranks = new Uint8Array(entries).fill(NONE);
    this.covered = new Uint16Array(entries);
    this.spoken = new Map();
    this.parts = [];
    this.positions = null;
    this.size = 0;
  }

  add(entry, rank, covered = 0) {
    if (rank < this.ranks[entry]) {
      this.ranks[entry] = rank;
      this.covered[entry] = covered;
    }
  }

  get empty() {
    return this.ranks.every((rank) => rank === NONE);
  }
}

// Calls `visit(entry, field, position, start)` for each of the ascending positions.
export function eachPlace({ starts, entries }, positions, visit) {
  let slot = 0;
  for (const position of positions) {
    while (starts[slot + 1] <= position) slot++;
    visit(slot % entries, Math.floor(slot / entries), position, starts[slot]);
  }
}

export function addPositions(reader, match, positions, size) {
  const ranks = reader.head.fields.map((field) => RANK[field]);
  eachPlace(reader, positions, (entry, field, position, start) => {
    if (field) match.add(entry, ranks[field]);
    else match.add(entry, position === start ? RANK.begins : RANK.name, size);
  });
}

async function addCharacter(reader, match, symbol) {
  const ranks = [RANK.begins, ...reader.head.fields.map((field) => RANK[field])];
  for (const posting of await reader.postings(symbol, ALONE)) {
    const rank = ranks[Math.floor(posting / reader.entries)];
    match.add(posting % reader.entries, rank, rank <= RANK.name ? 1 : 0);
  }
}

function addLabels(reader, normaliser, match, run) {
  for (const id of LABELS) {
    const { values, sets, codes } = reader.labels.get(id);
    const named = values.map((value) => normaliser.valueRuns(value).some((part) => part.includes(run)));
    if (!named.includes(true)) continue;
    const sought = sets.map((set) => set.some((value) => named[value]));
    codes.forEach((code, entry) => {
      if (sought[code]) match.add(entry, RANK[id]);
    });
  }
}

export async function addPinyin(reader, match, letters, options) {
  for (const { size, positions } of await pinyinPositions(reader, letters, options)) {
    eachPlace(reader, positions, (entry, field, position, start) => {
      const covered = field ? 0 : size;
      if (match.ranks[entry] === RANK.pinyin) match.covered[entry] = Math.max(match.covered[entry], covered);
      else match.add(entry, RANK.pinyin, covered);
      if (!field) match.spoken.set(entry, [position - start, size]);
    });
  }
}

export async function matchRun(reader, normaliser, run) {
  const match = new Match(reader.entries);
  const symbols = symbolsOf(run);
  const pinyin = addPinyin(reader, match, run);
  if (symbols.length > 1) {
    match.positions = await phrase(reader, symbols, { patient: /^[a-z]+$/.test(run) });
    addPositions(reader, match, match.positions, symbols.length);
  } else {
    await addCharacter(reader, match, symbols[0]);
  }
  addLabels(reader, normaliser, match, run);
  await pinyin;
  match.size = symbols.length;
  return match;
}
