// What the page says, in words.

const quoted = (words) => words.map((word) => `“${word}”`).join("、");

export const SEARCHING = "正在查找……";
export const NOTHING_ASKED = "请输入事项名称、要办的事或者编码，例如“食品经营许可”。";
export const NO_WORDS = "请输入文字、拼音或者编码；只有标点和符号，无法查找。";
export const UNAVAILABLE = "查找所需的数据没有取到。请检查网络后重试，也可以从各清单页面逐项查看。";

const LONGEST = 60; // characters; the longest name of an item that real lists have is not much longer

// What is looked for of a query: of a very long text, its beginning.
export const shortened = (query) => Array.from(query).slice(0, LONGEST).join("");

// `shown` is the number of entries after the facets narrowed those of the `outcome`.
export function statusOf(query, outcome, shown) {
  const total = outcome.entries.length;
  const narrowed = shown === total ? "" : `按所选条件筛选后有 ${shown} 项。`;
  const asked = shortened(query);
  const cut = asked === query ? "" : `文字太长，只按前 ${LONGEST} 个字查找。`;
  const read = outcome.read ? `已按简体字“${outcome.read}”查找。` : "";
  return cut + read + sentence(outcome.read ?? asked, outcome, total) + narrowed;
}

function sentence(query, { way, direct, terms }, total) {
  if (way === "all") return `共 ${total} 项。`;
  if (!total) return `没有找到与“${query}”有关的事项。请换一种说法，或者减少几个字再试。`;
  if (way === "similar") return `没有找到“${query}”。以下 ${total} 项的用字与它只有细微差别。`;
  if (way === "pairs") return `没有找到“${query}”。以下 ${total} 项与它有部分字词相同，最接近的在前。`;
  if (!terms.length || direct === total) return `找到 ${total} 项。`;
  if (!direct) return `没有直接写明“${query}”的事项。按清单用语${quoted(terms)}找到 ${total} 项。`;
  return `找到 ${total} 项，其中 ${direct} 项写有“${query}”，另外 ${total - direct} 项按清单用语${quoted(terms)}找到。`;
}
