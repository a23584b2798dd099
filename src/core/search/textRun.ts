/** What part of a text a query makes out. */
export interface TextRun {
  /** Most words of the query that stand in the text in a row and in order. */
  readonly longest: number;
  /** Words of the query with which the text begins. */
  readonly leading: number;
  /** Share of the text's words that are in the query, 0 to 1. */
  readonly share: number;
}

/** The bit of a term that is stepped over where the query does not have it. */
export const littleWord = 1 << 16;

/**
 * Compares a stretch of a paper's words with a query. Two words of the query may meet in one of the text
 * (`flash attention` in `FlashAttention`), and little words of the text that are not in the query are stepped over.
 * @param text numbers of terms, with the pieces of a word after it, complemented
 * @param wordsOf the words of the query that each term stands for, as bits, and `littleWord` for those to step over
 */
export function textRun(text: Int32Array, from: number, to: number, words: number, wordsOf: Uint32Array): TextRun {
  let runs = new Uint8Array(words);
  let next = new Uint8Array(words);
  let isRunning = false;
  let longest = 0;
  let leading = 0;
  let leads = true;
  let weighty = 0;
  let found = 0;
  for (let at = from; at < to;) {
    let bits = wordsOf[text[at++]!]!;
    while (at < to && text[at]! < 0) bits |= wordsOf[~text[at++]!]! & ~littleWord;
    if (bits === 0) {
      weighty++;
      leads = false;
      if (isRunning) runs.fill(0);
      isRunning = false;
      continue;
    }
    // Little words are stepped over where the query does not have them.
    if (bits === littleWord) continue;
    weighty++;
    found++;
    let led = false;
    for (let word = 0; word < words; word++) {
      if (!(bits & (1 << word))) {
        next[word] = 0;
        continue;
      }
      const before = word > 0 ? Math.max(runs[word - 1]!, next[word - 1]!) : 0;
      const length = Math.max(before + 1, runs[word]!);
      next[word] = length;
      if (length > longest) longest = length;
      if (leads && word === leading) {
        leading++;
        led = true;
      }
    }
    isRunning = true;
    // A word of the query may cover two of the text (`kvcache`).
    leads &&= led || (leading > 0 && (bits & (1 << (leading - 1))) !== 0);
    const before = runs;
    runs = next;
    next = before;
  }
  return { longest, leading, share: weighty === 0 ? 0 : found / weighty };
}
