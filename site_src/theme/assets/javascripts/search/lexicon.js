// Official wordings of a query that contains everyday words.

const MOST_WORDINGS = 32;

// Lists of wordings ({terms, runs}), the closest to the query first, to be tried in turn.
export function expand(lexicon, normaliser, runs) {
  const query = runs.join(" ");
  const words = wordsIn(lexicon, query);
  if (!words.length) return [];
  const inPlace = replacements(lexicon, words)
    .map((terms) => {
      let text = query;
      for (const [word, term] of terms) text = text.replaceAll(word, term);
      return { terms: terms.map(([, term]) => term), runs: normaliser.queryRuns(text) };
    });
  const others = runs.filter((run) => !words.some((word) => run.includes(word) || word.split(" ").includes(run)));
  const single = words.flatMap((word) => lexicon.get(word).map((term) => ({ terms: [term], own: normaliser.queryRuns(term) })));
  const besides = single.map(({ terms, own }) => ({ terms, runs: [...own, ...others] }));
  const alone = single.map(({ terms, own }) => ({ terms, runs: own }));
  return [inPlace, besides, alone].map((wordings) => wordings.filter((wording) => wording.runs.length));
}

// The everyday words of the query, without those inside a longer one.
function wordsIn(lexicon, query) {
  const words = [...lexicon.keys()].filter((word) => query.includes(word));
  return words.filter((word) => !words.some((longer) => longer !== word && longer.includes(word)));
}

// All choices of a term for some of the words, at least for one.
function replacements(lexicon, words) {
  let choices = [[]];
  for (const word of words) {
    const more = lexicon.get(word).flatMap((term) => choices.map((choice) => [...choice, [word, term]]));
    choices = [...choices, ...more].slice(0, MOST_WORDINGS + 1);
  }
  return choices.slice(1);
}
