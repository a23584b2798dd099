import { foldDiacritics } from '../text';

/** A word of running text. */
export interface Word {
  /** Offsets into the text, in UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word as the index spells it: lower case, without diacritics. */
  readonly word: string;
  /**
   * What else it can be found by: the pieces of `FlashAttention2` (`flash`, `attention2`, `attention`, `2`), and the
   * whole compound it is a part of (`fine-tuning` → `finetuning`).
   */
  readonly others: readonly string[];
}

/** Longer words are known by their beginning: nobody types more, and a hostile one must not fill the index. */
const longestWord = 64;
/** `text-to-image` is a compound that people write as one word; longer chains are addresses and enumerations. */
const mostCompoundParts = 3;

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const beyondAscii = /[^\0-\x7f]/;
const notOfWord = /[^\p{L}\p{N}]+/gu;
const joiner = /^[-‐‑–/^_+]$/;
// `KVCache`, `SnapKV`, `2bit`, `fp16`; but not `LLMs`, whose last capital begins no word.
const seam = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const maySplit = /[\p{Lu}\p{N}]/u;
// Scripts that put no spaces between words.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in their order. `Häse’s FlashAttention-2` gives `hases`, `flashattention` (also `flash`,
 * `attention`, `flashattention2`) and `2` (also `flashattention2`).
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let compoundFrom = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const previous = words.at(-1);
    if (previous && !joiner.test(text.slice(previous.end, start))) {
      joinCompound(words, compoundFrom);
      compoundFrom = words.length;
    }
    if (unspaced.test(match[0])) {
      segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
      for (const { segment, index, isWordLike } of segmenter.segment(match[0])) {
        if (isWordLike) pushWord(words, segment, start + index);
      }
      compoundFrom = words.length;
    } else {
      pushWord(words, match[0], start);
    }
  }
  joinCompound(words, compoundFrom);
  return words;
}

function pushWord(words: Word[], raw: string, start: number): void {
  const word = foldWord(raw);
  if (word !== '') words.push({ start, end: start + raw.length, word, others: maySplit.test(raw) ? pieces(raw) : [] });
}

/** Lower case, without diacritics and apostrophes. */
function foldWord(raw: string): string {
  const plain = beyondAscii.test(raw) ? foldDiacritics(raw) : raw;
  return plain.toLowerCase().replace(notOfWord, '').slice(0, longestWord);
}

/** The parts between the seams of a word, and what follows each seam: `IncreLoRA` → `incre`, `lora`, `lo`, `ra`. */
function pieces(raw: string): string[] {
  const parts = raw.slice(0, longestWord).split(seam);
  if (parts.length < 2) return [];
  const tails = parts.map((_, index) => parts.slice(index).join('')).slice(1);
  const found = [...tails, ...parts].map(foldWord).filter((piece) => piece.length > 1 || /\d/.test(piece));
  return [...new Set(found)];
}

function joinCompound(words: Word[], from: number): void {
  const parts = words.slice(from);
  if (parts.length < 2 || parts.length > mostCompoundParts) return;
  const whole = parts.map(({ word }) => word).join('').slice(0, longestWord); // prettier-ignore
  parts.forEach((part, index) => (words[from + index] = { ...part, others: [...part.others, whole] }));
}
