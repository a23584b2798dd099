import type { LiteralPlace, SelectedRange } from './citationFormat';

/** One way in which a document format leaves its markup. */
export interface LiteralText {
  /** `undefined` for what only keeps others from beginning, as an escape does. */
  readonly place: LiteralPlace | undefined;
  /** What opens it: the source of a regular expression without capturing groups, read with the flags `gimu`. */
  readonly open: string;
  /**
   * The offset at which it ends, given what opened it and the offset behind that; infinite if nobody closed it, `undefined` if
   * it is markup after all.
   */
  readonly end: (text: string, from: number, opened: string) => number | undefined;
  /** Whether a cursor at its ends is in it: at neither, at its end, or at both, as in a block of lines. */
  readonly reach: 'inside' | 'end' | 'lines';
}

/** A stretch of text that is not markup. */
export interface LiteralSpan extends SelectedRange {
  readonly place: LiteralPlace;
  readonly reach: LiteralText['reach'];
}

/** What ends behind the first match of a pattern, which has the flag `g`. */
export function until(
  place: LiteralPlace,
  open: string,
  close: (opened: string) => RegExp,
  reach: LiteralText['reach'] = 'inside',
): LiteralText {
  return {
    place,
    open,
    end: (text, from, opened) => {
      const pattern = close(opened);
      pattern.lastIndex = from;
      return pattern.exec(text) ? pattern.lastIndex : Infinity;
    },
    reach,
  };
}

/**
 * What ends behind its closing mark, and is markup after all where that is missing: `<pre>` … `</pre>`.
 * @param mark what opens such text anew, or closes it, which is the pattern's first group; has the flag `g`. To stop at
 * the former keeps the time linear.
 */
export function enclosed(
  place: LiteralPlace,
  open: string,
  mark: (opened: string) => RegExp,
  reach: LiteralText['reach'] = 'inside',
): LiteralText {
  return {
    place,
    open,
    end: (text, from, opened) => {
      const pattern = mark(opened);
      pattern.lastIndex = from;
      return pattern.exec(text)?.[1] === undefined ? undefined : pattern.lastIndex;
    },
    reach,
  };
}

/** What its opening pattern takes in whole. */
export function whole(
  place: LiteralPlace | undefined,
  open: string,
  reach: LiteralText['reach'] = 'inside',
): LiteralText {
  return { place, open, end: (_text, from) => from, reach };
}

/** Where in a text its markup pauses, in order and apart from each other. */
export function literalSpans(text: string, literals: readonly LiteralText[]): readonly LiteralSpan[] {
  const spans: LiteralSpan[] = [];
  const opening = new RegExp(literals.map(({ open }) => `(${open})`).join('|'), 'gimu');
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const { place, reach, end } = literals[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
    const start = match.index;
    const stop = end(text, opening.lastIndex, match[0]);
    if (stop === undefined) {
      // What may begin behind its blanks is still to be seen.
      opening.lastIndex = start + 1 + (/^\s*/u.exec(match[0].slice(1))?.[0].length ?? 0);
      continue;
    }
    if (place) spans.push({ place, reach, start, end: stop });
    if (stop > text.length) break;
    opening.lastIndex = Math.max(stop, start + 1);
  }
  return spans;
}

/** The literal span, of those that are in order and apart, in which the character at an offset stands. */
export function literalSpanOf(spans: readonly LiteralSpan[], offset: number): LiteralSpan | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span.start <= offset ? span : undefined;
}

/** What keeps a citation from standing at an offset of a text with these literal spans; `undefined` if nothing does. */
export function literalPlaceAt(text: string, offset: number, spans: readonly LiteralSpan[]): LiteralPlace | undefined {
  const span = spans.find(
    ({ start, end, reach }) =>
      (offset > start && offset < end) ||
      (offset === end && reach !== 'inside') ||
      (offset === start && reach === 'lines'),
  );
  return span?.place ?? (isInAddress(text, offset) ? 'address' : undefined);
}

// Longer ones are nobody's.
const longestAddress = 500;
const address = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|\b(?:https?|ftp):\/\/[^\s<>"`{}()[\]|]+/giu;

/** Whether an offset lies amid `name@host.org` or `https://host/path`, where an insertion would break it in two. */
function isInAddress(text: string, offset: number): boolean {
  const from = Math.max(0, offset - longestAddress);
  for (const { 0: found, index } of text.slice(from, offset + longestAddress).matchAll(address)) {
    const start = from + index;
    if (start < offset && offset < start + found.replace(/[.,;:!?]+$/u, '').length) return true;
  }
  return false;
}
