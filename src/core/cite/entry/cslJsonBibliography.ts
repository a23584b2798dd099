import { cslItemOf } from '../../formats/cslItemOf';
import { writeHtmlText } from '../../formats/htmlText';
import { jsonListItems } from '../../formats/jsonListItems';
import { toOneLine } from '../../text';
import { commonest } from '../commonest';
import type { BibliographyFormat, EntryInsertion, NewEntry } from './bibliographyFormat';
import { entryPaper } from './entryPaper';
import { insertInOrder } from './insertInOrder';
import { lineBreak } from './lineBreak';

/** CSL-JSON: a list of items, or an object whose `references` or `items` is the list. */
export const cslJsonBibliography: BibliographyFormat = {
  id: 'csl-json',
  outline(text) {
    const eol = lineBreak(text);
    if (text.trim() === '') {
      const insert = (added: readonly NewEntry[]): readonly EntryInsertion[] => {
        const items = added.map((entry) => `${eol}  ${written(entry, { unit: '  ', base: '  ', eol })}`);
        return [{ offset: text.length, text: `[${items.join(',')}${eol}]${eol}` }];
      };
      return { keys: [], validKey: toOneLine, insert };
    }
    const list = jsonListItems(text);
    if (!list) return { problem: 'malformed' };
    const { items, start } = list;
    const keys = items.map(({ id }) => id);
    const texts = items.slice(-30).map((item) => text.slice(item.start, item.end));
    const spread = texts.flatMap((item) => /^\{\s*?\r?\n([^\S\r\n]*)/u.exec(item)?.[1] ?? []);
    const outer = /(?:^|\n)([^\S\n]*)[^\n]*$/u.exec(text.slice(0, start))![1]!;
    const base =
      /\n([^\S\n]*)$/u.exec(text.slice(0, items[0]?.start ?? 0))?.[1] ?? (items.length === 0 ? `${outer}  ` : '');
    const field = commonest(spread) ?? `${base}  `;
    const layout: Layout =
      texts.length > 0 && spread.length * 2 < texts.length
        ? { isCompact: !texts.some((item) => /^\{\s*"[^"]*":\s/u.test(item)) }
        : { unit: field.startsWith(base) && field !== base ? field.slice(base.length) : '  ', base, eol };
    const gaps = items.slice(1).map((item, at) => text.slice(items[at]!.end, item.start));
    const gap = commonest(gaps) ?? `,${blanksBefore(text, items[0]?.start) ?? eol + base}`;
    const place = (before: number, added: readonly string[]): EntryInsertion => {
      const previous = items[before - 1];
      if (previous) return { offset: previous.end, text: added.map((one) => gap + one).join('') };
      const [next] = items;
      if (next) return { offset: next.start, text: added.map((one) => one + gap).join('') };
      const isOpen = /^[^\S\n]*\r?\n/u.test(text.slice(start));
      return { offset: start, text: `${eol}${base}${added.join(`,${eol}${base}`)}${isOpen ? '' : eol + outer}` };
    };
    return {
      keys,
      validKey: toOneLine,
      insert: (added) => insertInOrder(keys, added, (entry) => written(entry, layout), place),
    };
  },
};

type Layout = { readonly unit: string; readonly base: string; readonly eol: string } | { readonly isCompact: boolean };

function written({ key, paper }: NewEntry, layout: Layout): string {
  const item = cslItemOf(entryPaper(paper, key), writeHtmlText); // plain: no reader of the format knows mathematics
  if ('isCompact' in layout) {
    return layout.isCompact
      ? JSON.stringify(item)
      : JSON.stringify(item, null, 1)
          .replace(/\n */gu, ' ')
          .replace(/^\{ | \}$/gu, (brace) => brace.trim());
  }
  return JSON.stringify(item, null, layout.unit).replaceAll('\n', layout.eol + layout.base);
}

function blanksBefore(text: string, offset: number | undefined): string | undefined {
  return offset === undefined ? undefined : /\s*$/u.exec(text.slice(0, offset))![0];
}
