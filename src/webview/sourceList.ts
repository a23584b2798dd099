import type { ReadingField, SourceReading } from '../core/sourceReadings';
import type { AbstractStrings, SourceLabel } from '../protocol/abstractProtocol';
import { button } from './button';
import { citationKey } from './citationKey';
import { element, paperText } from './element';

interface SourceListOptions {
  readonly strings: AbstractStrings;
  /** One for each source, in their order. */
  readonly labels: readonly SourceLabel[];
  readonly openSource: (index: number) => void;
}

/** The files that hold a paper, each with its key there and what it says otherwise; a press opens it at the entry. */
export function sourceList(sources: readonly SourceReading[], options: SourceListOptions): HTMLElement {
  const rows = sources.map((source, index) => {
    const row = element('li', {}, heading(source, index, options));
    if (source.differences.length > 0) row.append(differences(source, options.strings));
    return row;
  });
  return element('ul', {}, ...rows);
}

function heading({ kind, key }: SourceReading, index: number, options: SourceListOptions): HTMLElement {
  const { labels, openSource, strings } = options;
  const { name, path } = labels[index]!;
  const words = [element('bdi', { class: 'source-name' }, name), citationKey(key, strings)];
  // The bundled corpus is no file of the user's: whatever they wrote into it, the next version would take away.
  if (kind === 'bundled') return element('div', { class: 'source' }, ...words);
  const open = button('source row', '', () => openSource(index));
  open.title = path;
  open.append(...words);
  return open;
}

function differences({ differences }: SourceReading, strings: AbstractStrings): HTMLElement {
  const list = element('dl', {});
  for (const { field, value } of differences) {
    list.append(element('dt', {}, strings.fields[field]), element('dd', paperText, said(field, value, strings)));
  }
  return list;
}

/** A value in the words of a person. */
function said(field: ReadingField, value: string, { paperTypes }: AbstractStrings): string {
  if (field === 'type') return Object.entries(paperTypes).find(([type]) => type === value)?.[1] ?? value;
  if (field !== 'month' || !/^\d{1,2}$/.test(value)) return value;
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, Number(value) - 1));
}
