// Reads the files of the index. Everything is fetched when first needed and kept for the life of the page.

const CODE_POINTS = 0x110000;
const SYMBOLS = 2 ** 21;

export class IndexUnavailable extends Error {}

async function fetched(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (cause) {
    throw new IndexUnavailable(`no answer for ${url}`, { cause });
  }
  if (!response.ok) throw new IndexUnavailable(`status ${response.status} for ${url}`);
  return response;
}

async function inflated(url) {
  const response = await fetched(url);
  try {
    const stream = response.body.pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new IndexUnavailable(`damaged file ${url}`, { cause });
  }
}

const decoded = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

// `count` numbers in variable bytes from `begin` on, and where they end.
function numbers(bytes, begin, count) {
  const values = new Uint32Array(count);
  let place = begin;
  for (let index = 0; index < count; index++) {
    let value = 0;
    let scale = 1;
    while (bytes[place] > 127) {
      value += (bytes[place++] & 127) * scale;
      scale *= 128;
    }
    values[index] = value + bytes[place++] * scale;
  }
  return { values, end: place };
}

function ascending(bytes) {
  let count = 0;
  for (const byte of bytes) if (byte < 128) count++;
  const { values } = numbers(bytes, 0, count);
  for (let index = 1; index < count; index++) values[index] += values[index - 1];
  return values;
}

function shardContent(bytes) {
  const { values: [count], end: headEnd } = numbers(bytes, 0, 1);
  const { values: steps, end: planes } = numbers(bytes, headEnd, count);
  const { values: sizes, end } = numbers(bytes, planes + 3 * count, count);
  const places = new Map();
  const seconds = new Map();
  let first = 0;
  let place = end;
  for (let index = 0; index < count; index++) {
    first += steps[index];
    const at = planes + index;
    const second = bytes[at] + (bytes[at + count] << 8) + (bytes[at + 2 * count] << 16);
    places.set(first * SYMBOLS + second, [place, place + sizes[index]]);
    if (first >= CODE_POINTS) seconds.set(first, [...(seconds.get(first) ?? []), second]);
    place += sizes[index];
  }
  return { bytes, places, seconds };
}

function parseTable(bytes) {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = decoded(bytes.subarray(4, 4 + size));
  let place = 4 + size;
  const columns = head.widths.map((width) => {
    const values = new Uint32Array(head.entries);
    for (let plane = 0; plane < width; plane++) {
      for (let entry = 0; entry < head.entries; entry++) values[entry] |= bytes[place++] << (8 * plane);
    }
    return values;
  });
  const starts = new Uint32Array(head.fields.length * head.entries + 1);
  head.fields.forEach((_, field) => {
    columns[field].forEach((length, entry) => {
      const slot = field * head.entries + entry;
      starts[slot + 1] = starts[slot] + length * head.grains[field];
    });
  });
  const labels = new Map(
    head.columns.map((column, index) => [
      column.id,
      { ...column, codes: columns[head.fields.length + index] },
    ]),
  );
  return { head, starts, labels, nameLengths: columns[0] };
}

export class IndexReader {
  #base;
  #files = new Map();
  #postings = new Map();
  #buckets = new Map();
  #large = new Map();

  // `base` is the URL of the folder of the index, with a slash at its end.
  constructor(base) {
    this.#base = base;
  }

  // Loads what every look-up needs. May be called again after a failure.
  async open() {
    const response = await fetched(new URL("meta.json", this.#base), { cache: "no-cache" });
    try {
      this.meta = await response.json();
    } catch (cause) {
      throw new IndexUnavailable("damaged meta.json", { cause });
    }
    if (this.meta.format !== 1) throw new IndexUnavailable(`unknown format ${this.meta.format}`);
    const [table, lexicon] = await Promise.all([
      this.#file("table.bin", parseTable),
      this.#file("lexicon.bin", decoded),
    ]);
    Object.assign(this, table);
    this.lexicon = new Map(Object.entries(lexicon));
    this.entries = this.head.entries;
    this.syllables = new Map(this.head.syllables.map((syllable, index) => [syllable, CODE_POINTS + index]));
    this.head.large.forEach(([first, second], index) => {
      this.#large.set(first * SYMBOLS + second, this.head.shards + index);
    });
    let bucket = CODE_POINTS;
    this.head.syllables.forEach((syllable, index, all) => {
      const beginning = syllable.slice(0, this.head.bucket);
      if (index && all[index - 1].slice(0, this.head.bucket) !== beginning) bucket = CODE_POINTS + index;
      this.#buckets.set(CODE_POINTS + index, bucket);
    });
    return this;
  }

  // The symbol of an initial letter.
  initial(letter) {
    return CODE_POINTS + this.syllables.size + letter.charCodeAt(0) - 97;
  }

  // The postings of a gram, ascending.
  async postings(first, second) {
    const key = first * SYMBOLS + second;
    if (!this.#postings.has(key)) {
      const { bytes, places } = await this.#shard(first, second);
      const place = places.get(key);
      this.#postings.set(key, place ? ascending(bytes.subarray(...place)) : new Uint32Array(0));
    }
    return this.#postings.get(key);
  }

  // The second symbols of the grams that begin with a syllable.
  async seconds(syllable) {
    return (await this.#shard(syllable, 0)).seconds.get(syllable) ?? [];
  }

  // Id, name and address of an entry; the address is relative to the root of the site.
  async listed(entry) {
    const file = Math.floor(entry / this.head.listed);
    const rows = await this.#file(`names/${String(file).padStart(4, "0")}.bin`, decoded);
    const [id, name, address] = rows[entry % this.head.listed];
    const list = this.labelsOf("list", entry)[0];
    return { id, name, list, address: address ?? `${list}/${id}/` };
  }

  // The labels of an entry in one column of the table.
  labelsOf(column, entry) {
    const { codes, sets, values } = this.labels.get(column);
    return sets[codes[entry]].map((value) => values[value]);
  }

  // A text with simplified characters for the traditional ones that the index does not hold.
  async simplified(text) {
    const pairs = await this.#file("variants.bin", (bytes) => Array.from(new TextDecoder().decode(bytes)));
    const known = new Map(pairs.flatMap((one, index) => (index % 2 ? [] : [[one, pairs[index + 1]]])));
    return Array.from(text, (character) => known.get(character) ?? character).join("");
  }

  #shard(first, second) {
    const bucket = this.#buckets.get(first);
    let mixed = Math.imul(bucket ?? first, 0x9e3779b1) ^ Math.imul(bucket ? 0 : second, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    mixed = (mixed ^ (mixed >>> 13)) >>> 0;
    const number = this.#large.get(first * SYMBOLS + second) ?? mixed % this.head.shards;
    return this.#file(`grams/${String(number).padStart(4, "0")}.bin`, shardContent);
  }

  #file(name, parse) {
    if (!this.#files.has(name)) {
      const url = new URL(`${name}?v=${this.meta.edition}`, this.#base);
      const content = inflated(url).then(parse);
      content.catch(() => this.#files.delete(name));
      this.#files.set(name, content);
    }
    return this.#files.get(name);
  }
}
