// From what a person typed to entries in order, and to what was done to find them.

import { sharedPairs, similarRun } from "./fallback.js";
import { expand } from "./lexicon.js";
import { Match, addPinyin, matchRun } from "./matching.js";
import { merge, ordered, score } from "./ranking.js";

// What `search` gives: `way` is `all` (nothing was asked), `direct`, `similar` or `pairs`. The first `direct` of
// `entries` contain the query itself, the others one of the `terms` that the lexicon has for it. `marks` are the runs
// to mark in texts, `spoken` the part of a name that sounds like the query, by entry: [place, size].
const found = (outcome) => ({ direct: 0, terms: [], marks: [], spoken: new Map(), ...outcome });

// A query in traditional script that finds nothing as it is, is asked again in simplified characters: `read` says so.
export async function search(reader, normaliser, query) {
  const outcome = await searched(reader, normaliser, query);
  if (outcome.way === "all" || outcome.way === "direct") return outcome;
  const read = await reader.simplified(query);
  if (read === query) return outcome;
  return { ...(await searched(reader, normaliser, read)), read };
}

async function searched(reader, normaliser, query) {
  const runs = normaliser.queryRuns(query);
  if (!runs.length) return found({ way: "all", entries: Array.from(reader.starts.keys()).slice(0, reader.entries) });
  const { scores, spoken, matches } = await searchRuns(reader, normaliser, runs);
  const expanded = await byLexicon(reader, normaliser, runs);
  const direct = ordered(scores);
  const others = ordered(expanded.scores).filter((entry) => !scores.has(entry));
  if (direct.length || others.length) {
    return found({
      way: "direct",
      entries: [...direct, ...others],
      direct: direct.length,
      terms: expanded.terms,
      marks: [...runs, ...expanded.runs],
      spoken,
    });
  }
  const close = await Promise.all(matches.map((match, index) => (match.empty ? similarRun(reader, runs[index]) : match)));
  const similar = ordered(score(reader, close));
  if (similar.length) {
    return found({ way: "similar", entries: similar, marks: [...runs, ...close.flatMap(({ parts }) => parts)] });
  }
  return found({ way: "pairs", ...(await sharedPairs(reader, runs)) });
}

// Entries that have all the runs, with their scores. Several runs of letters may also be one pinyin with blanks in it.
async function searchRuns(reader, normaliser, runs) {
  const matches = await Promise.all(runs.map((run) => matchRun(reader, normaliser, run)));
  const scores = score(reader, matches);
  const spoken = new Map(matches.flatMap((match) => [...match.spoken]));
  if (runs.length > 1 && runs.every((run) => /^[a-z]+$/.test(run))) {
    const joined = new Match(reader.entries);
    await addPinyin(reader, joined, runs.join(""), { initials: false });
    merge(scores, score(reader, [joined]));
    for (const [entry, part] of joined.spoken) spoken.set(entry, part);
  }
  return { scores, spoken, matches };
}

// Entries for the official wordings of the query. The words around an everyday word are given up only if need be:
// first they must be there too, then the other runs of the query, then neither.
async function byLexicon(reader, normaliser, runs) {
  for (const wordings of expand(reader.lexicon, normaliser, runs)) {
    const scores = new Map();
    const terms = new Set();
    for (const wording of wordings) {
      const result = await searchRuns(reader, normaliser, wording.runs);
      if (result.scores.size) for (const term of wording.terms) terms.add(term);
      merge(scores, result.scores);
    }
    if (scores.size) {
      return { scores, terms: [...terms], runs: [...terms].flatMap((term) => normaliser.queryRuns(term)) };
    }
  }
  return { scores: new Map(), terms: [], runs: [] };
}
