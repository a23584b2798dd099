import { foldDiacritics } from '../text';

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
// Most words, which need no more work.
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

/**
 * The words of a text in their order. `Häse’s FlashAttention-2` gives `hases`, `flashattention` (with its
 * pieces `flash` and `attention`) and `2`, the last two of the compound `flashattention2`.
 */
export function splitWords(text: string): readonly Word[] {
  const words: Draft[] = [];
  let compoundFrom = 0;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const previous = words.at(-1);
    if (previous && (match.index !== previous.end + 1 || !joiners.includes(text[previous.end]!))) {
      joinCompound(words, compoundFrom);
      compoundFrom = words.length;
    }
    if (plainWord.test(raw)) {
      words.push({ start: match.index, end: match.index + raw.length, word: raw, pieces: none });
    } else if (beyondAscii.test(raw) && unspaced.test(raw)) {
      segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
      for (const { segment, index, isWordLike } of segmenter.segment(raw)) {
        if (isWordLike) pushWord(words, segment, match.index + index);
      }
      compoundFrom = words.length;
    } else {
      pushWord(words, raw, match.index);
    }
  }
  joinCompound(words, compoundFrom);
  return words;
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
  const folded = beyondAscii.test(raw) ? foldDiacritics(raw).replace(notOfWord, '') : raw.replace(apostrophes, '');
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
