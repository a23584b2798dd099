import type { PaperType } from '../paper';

/** Zotero's item types (api.zotero.org/itemTypes) in lower case, and what a paper of that type is here. */
export const zoteroTypes: ReadonlyMap<string, PaperType> = new Map([
  ['blogpost', 'webpage'],
  ['book', 'book'],
  ['booksection', 'chapter'],
  ['computerprogram', 'software'],
  ['conferencepaper', 'paper-conference'],
  ['dataset', 'dataset'],
  ['dictionaryentry', 'chapter'],
  ['encyclopediaarticle', 'chapter'],
  ['forumpost', 'webpage'],
  ['journalarticle', 'article-journal'],
  ['magazinearticle', 'article-journal'],
  ['manuscript', 'article'],
  ['newspaperarticle', 'article-journal'],
  ['preprint', 'article'],
  ['report', 'report'],
  ['standard', 'report'],
  ['thesis', 'thesis'],
  ['webpage', 'webpage'],
]);
