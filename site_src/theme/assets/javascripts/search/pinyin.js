// Pinyin of names: a run of letters is a chain of syllables, the last perhaps unfinished, or a chain of initials.

import { aligned, phrase, union } from "./positions.js";

const LONGEST = 60;

// All ways to read the letters: whole syllables, then the syllables that the rest may be the beginning of.
export function readings(letters, syllables) {
  if (letters.length > LONGEST) return [];
  const found = [];
  const read = (whole, rest) => {
    const last = [...syllables.keys()].filter((syllable) => syllable.startsWith(rest));
    if (last.length) found.push({ whole, last });
    for (let size = 1; size < rest.length && size <= 6; size++) {
      const syllable = rest.slice(0, size);
      if (syllables.has(syllable)) read([...whole, syllable], rest.slice(size));
    }
  };
  read([], letters);
  return found;
}

async function spoken(reader, { whole, last }) {
  const symbols = whole.map((syllable) => reader.syllables.get(syllable));
  const endings = last.map((syllable) => reader.syllables.get(syllable));
  if (!symbols.length) {
    const lists = endings.map(async (first) => {
      const seconds = await reader.seconds(first);
      return Promise.all(seconds.map((second) => reader.postings(first, second)));
    });
    return union((await Promise.all(lists)).flat());
  }
  const before = symbols.at(-1);
  const final = await Promise.all(endings.map((ending) => reader.postings(before, ending)));
  const pieces = [{ shift: symbols.length - 1, postings: union(final) }];
  if (symbols.length > 1) pieces.push({ shift: 0, postings: await phrase(reader, symbols) });
  return aligned(pieces);
}

// Where names and aliases sound like the letters: lists of positions, each with the number of characters spoken.
export async function pinyinPositions(reader, letters, { initials = true } = {}) {
  if (!/^[a-z]{2,}$/.test(letters)) return [];
  const ways = readings(letters, reader.syllables).map(async (reading) => ({
    size: reading.whole.length + 1,
    positions: await spoken(reader, reading),
  }));
  const begun = new Set(reader.head.syllables.map((syllable) => syllable[0]));
  if (initials && Array.from(letters).every((letter) => begun.has(letter))) {
    const symbols = Array.from(letters, (letter) => reader.initial(letter));
    ways.push(phrase(reader, symbols, { patient: true }).then((positions) => ({ size: letters.length, positions })));
  }
  return Promise.all(ways);
}
