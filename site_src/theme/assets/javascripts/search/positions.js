// Ascending lists of positions: where a phrase of symbols stands.

// The elements of `left` that, `shift` added, are in `right`.
export function intersection(left, right, shift) {
  const found = new Uint32Array(Math.min(left.length, right.length));
  let count = 0;
  if (left.length * 16 < right.length) {
    for (const position of left) if (includes(right, position + shift)) found[count++] = position;
  } else if (right.length * 16 < left.length) {
    for (const position of right) if (includes(left, position - shift)) found[count++] = position - shift;
  } else {
    for (let one = 0, other = 0; one < left.length && other < right.length; ) {
      const difference = left[one] + shift - right[other];
      if (difference === 0) found[count++] = left[one];
      if (difference <= 0) one++;
      if (difference >= 0) other++;
    }
  }
  return found.subarray(0, count);
}

export function union(lists) {
  if (lists.length === 1) return lists[0];
  const all = new Uint32Array(lists.reduce((size, list) => size + list.length, 0));
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  all.sort();
  return all.filter((position, index) => index === 0 || position !== all[index - 1]);
}

export function includes(list, position) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < position) low = middle + 1;
    else high = middle;
  }
  return list[low] === position;
}

// Where each of `pieces` ({postings, shift}) has a posting at the position plus its shift.
export function aligned(pieces) {
  const [rarest, ...others] = [...pieces].sort((one, other) => one.postings.length - other.postings.length);
  let positions = rarest.postings;
  if (rarest.shift) {
    positions = positions.filter((position) => position >= rarest.shift).map((position) => position - rarest.shift);
  }
  for (const { postings, shift } of others) positions = intersection(positions, postings, shift);
  return positions;
}

// Where two or more symbols follow each other. Every second pair covers them all. `patient` asks for one pair after the
// other and stops when nothing is left: right for what is mostly not there, such as pinyin among Latin words.
export async function phrase(reader, symbols, { patient = false } = {}) {
  const shifts = [];
  for (let shift = 0; shift < symbols.length - 1; shift += 2) shifts.push(shift);
  if (symbols.length % 2) shifts.push(symbols.length - 2);
  if (patient) {
    let positions = null;
    for (const shift of shifts) {
      const postings = await reader.postings(symbols[shift], symbols[shift + 1]);
      positions = positions ? intersection(positions, postings, shift) : postings;
      if (!positions.length) break;
    }
    return positions;
  }
  return aligned(
    await Promise.all(
      shifts.map(async (shift) => ({
        shift,
        postings: await reader.postings(symbols[shift], symbols[shift + 1]),
      })),
    ),
  );
}

export const symbolsOf = (run) => Array.from(run, (character) => character.codePointAt(0));
