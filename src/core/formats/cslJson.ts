import { cslTypes } from './cslTypes';
import { readCslItem } from './cslItem';
import { htmlText } from './htmlText';
import { jsonItems } from './jsonItems';
import type { LibraryFormat } from './libraryFormat';
import { looksLikeCsl } from './looksLikeCsl';
import { readRecords } from './readRecords';
import { isFields } from './unknownValue';

/**
 * CSL-JSON (github.com/citation-style-language/schema, csl-data.json), as Zotero, Better BibTeX (“Better CSL JSON”),
 * pandoc and Crossref write it: a list of items, an item alone, or an object whose `references` (or Zotero's `items`)
 * is the list.
 */
export const cslJson: LibraryFormat = {
  id: 'csl-json',

  detect(path, head) {
    if (!/\.(?:json|csljson)$/iu.test(path) || !/^\uFEFF?\s*[[{]/u.test(head)) return false;
    const [first] = jsonItems(head).items;
    if (!first) return itemBeginning.test(head);
    // An item may have no more than a type and a title where the file's name says what it is.
    return looksLikeCsl(first.value) || (/\.csl\.?json$/iu.test(path) && hasCslType(first.value));
  },

  parse(text) {
    const { items, problems } = jsonItems(text);
    return readRecords(items, (item) => readCslItem(item, htmlText), problems);
  },
};

function hasCslType(value: unknown): boolean {
  return isFields(value) && typeof value['type'] === 'string' && cslTypes.has(value['type']);
}

// An item so long that the head ends within it.
const itemBeginning = new RegExp(
  String.raw`^[^"]{0,100}(?:"(?:references|items)"[^"]{0,100})?\{\s*(?:"(?!@)[^]*)?"type":\s*"(?:${[...cslTypes.keys()].join('|')})"`,
  'u',
);
