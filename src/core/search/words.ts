import { foldLetters } from './foldLetters';

/** A word of running text. */
export interface Word {
  /** Offsets into the text, in UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word as the index spells it: lower case, without diacritics. */
  readonly word: string;
  /** The words within it: `flash`, `attention2`, `attention`, `2` in `FlashAttention2`. */
  readonly pieces: readonly string[];
  /** The compound it is a part of, as one word: `finetuning` for both parts of `fine-tuning`. */
  readonly compound?: string;
}

/** Longer words are known by their beginning: nobody types more, and a hostile one must not fill the index. */
const longestWord = 64;
/** `text-to-image` is a compound that people write as one word; longer chains are addresses and enumerations. */
const mostCompoundParts = 3;

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const beyondAscii = /[^\0-\x7f]/;
// Most of those, which need no more work.
const plainWord = /^[a-z]{1,64}$/;
const apostrophes = /['’]/g;
// What folding makes of some letters: `½` becomes `1⁄2`.
const notOfWord = /[^\p{L}\p{N}]+/gu;
const joiners = '-‐‑–/^_+';
// `KVCache`, `SnapKV`, `2bit`, `fp16`; but not `LLMs`, whose last capital begins no word.
const seam = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
// A capital at the beginning alone makes no seam.
const maySplit = /.\p{Lu}|\p{N}/u;
// Scripts that put no spaces between words.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;
const none: readonly string[] = [];

const [space, capitalA, capitalZ, smallA, smallZ] = [0x20, 0x41, 0x5a, 0x61, 0x7a];
/** Not 0 for what ends a word and joins it with nothing. */
const closing = new Uint8Array(128);
for (const sign of '.,;:!?)]}"') closing[sign.charCodeAt(0)] = 1;

/**
 * The words of a text in their order. `Häse’s FlashAttention-2` gives `hases`, `flashattention` (with its
 * pieces `flash` and `attention`) and `2`, the last two of the compound `flashattention2`.
 */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  readWords(
    text,
    (start, end) => words.push({ start, end, word: text.slice(start, end).toLowerCase(), pieces: none }),
    (word) => words.push(word),
  );
  return words;
}

/**
 * The same for whoever reads so many words that it counts what each costs.
 * @param plain gets most words by where they stand: Latin letters, to be read in lower case
 * @param other gets all others
 */
export function readWords(
  text: string,
  plain: (start: number, end: number) => void,
  other: (word: Word) => void,
): void {
  let at = 0;
  while (at < text.length) {
    while (text.charCodeAt(at) <= space) at++;
    const start = at;
    let code = text.charCodeAt(at);
    // No word and no compound goes beyond white space. A capital counts only at the beginning: others make seams.
    if (code >= capitalA && code <= capitalZ) code = text.charCodeAt(++at);
    while (code >= smallA && code <= smallZ) code = text.charCodeAt(++at);
    const end = at;
    while (closing[code] === 1) code = text.charCodeAt(++at);
    const isWhole = at === text.length || code <= space;
    if (isWhole && end > start && end - start <= longestWord) {
      plain(start, end);
    } else if (!isWhole || end - start > longestWord) {
      while (at < text.length && !(text.charCodeAt(at) <= space)) at++;
      splitPiece(text.slice(start, at), start, other);
    }
  }
}

/** @param offset where the piece stands in its text */
function splitPiece(piece: string, offset: number, take: (word: Word) => void): void {
  const words: Draft[] = [];
  let compoundFrom = 0;
  for (const match of piece.matchAll(wordPattern)) {
    const raw = match[0];
    const start = offset + match.index;
    const previous = words.at(-1);
    if (previous && (start !== previous.end + 1 || !joiners.includes(piece[previous.end - offset]!))) {
      joinCompound(words, compoundFrom);
      compoundFrom = words.length;
    }
    if (plainWord.test(raw)) {
      words.push({ start, end: start + raw.length, word: raw, pieces: none });
    } else if (beyondAscii.test(raw) && unspaced.test(raw)) {
      segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
      for (const { segment, index, isWordLike } of segmenter.segment(raw)) {
        if (isWordLike) pushWord(words, segment, start + index);
      }
      compoundFrom = words.length;
    } else {
      pushWord(words, raw, start);
    }
  }
  joinCompound(words, compoundFrom);
  for (const word of words) take(word);
}

interface Draft extends Word {
  compound?: string;
}

function pushWord(words: Draft[], raw: string, start: number): void {
  const word = foldWord(raw);
  if (word !== '')
    words.push({ start, end: start + raw.length, word, pieces: maySplit.test(raw) ? piecesOf(raw) : none });
}

/** Lower case, without diacritics and apostrophes. */
function foldWord(raw: string): string {
  const folded = beyondAscii.test(raw) ? foldLetters(raw).replace(notOfWord, '') : raw.replace(apostrophes, '');
  const word = folded.toLowerCase();
  return word.length > longestWord ? word.slice(0, longestWord).toWellFormed() : word;
}

/** The parts between the seams of a word, and what follows each seam: `IncreLoRA` → `incre`, `lora`, `lo`, `ra`. */
function piecesOf(raw: string): readonly string[] {
  const parts = raw.slice(0, longestWord).split(seam);
  if (parts.length < 2) return none;
  const tails = parts.map((_, index) => parts.slice(index).join('')).slice(1);
  const found = [...tails, ...parts].map(foldWord).filter((piece) => piece.length > 1 || /\d/.test(piece));
  return [...new Set(found)];
}

function joinCompound(words: Draft[], from: number): void {
  const parts = words.length - from;
  if (parts < 2 || parts > mostCompoundParts) return;
  let whole = '';
  for (let i = from; i < words.length; i++) whole += words[i]!.word;
  whole = whole.slice(0, longestWord);
  for (let i = from; i < words.length; i++) words[i]!.compound = whole;
}
