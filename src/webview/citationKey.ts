import type { AbstractStrings } from '../protocol/abstractProtocol';
import { element } from './element';

/** A citation key, and for those who cannot see what it looks like, that it is one. */
export function citationKey(key: string, { citationKey: label }: Pick<AbstractStrings, 'citationKey'>): HTMLElement {
  return element(
    'span',
    { class: 'key', title: label },
    element('span', { class: 'visually-hidden' }, `${label}: `),
    element('code', { dir: 'ltr' }, key),
  );
}
