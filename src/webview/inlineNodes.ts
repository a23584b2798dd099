import type { Inline } from '../core/mathematics/inline';
import { element } from './element';
import { mathElement } from './mathElement';

// What stands against a formula without a space: a bracket, a full stop, the rest of a name.
const before = /\S{1,12}$/u;
const after = /^\S{1,12}/u;

/** Running text as nodes. `openLink` is called with the address of a link that was clicked. */
export function inlineNodes(pieces: readonly Inline[], openLink: (url: string) => void): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let formula: HTMLElement | undefined;
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'text': {
        // Browsers would break the line between a formula and the full stop behind it.
        const [joined = ''] = (formula && after.exec(piece.text)) ?? [];
        formula?.append(joined);
        if (joined.length < piece.text.length) {
          nodes.push(piece.text.slice(joined.length));
          formula = undefined;
        }
        break;
      }
      case 'link':
        nodes.push(webLink(piece.url, openLink, piece.text));
        formula = undefined;
        break;
      case 'mathematics':
        if (!formula) {
          formula = element('span', { class: 'formula' });
          const text = nodes.at(-1);
          if (typeof text === 'string') {
            const [joined = ''] = before.exec(text) ?? [];
            nodes[nodes.length - 1] = text.slice(0, text.length - joined.length);
            formula.append(joined);
          }
          nodes.push(formula);
        }
        formula.append(piece.tree ? mathElement(piece.tree, piece.plain) : element('bdi', {}, piece.plain));
        break;
    }
  }
  return nodes;
}

/** A link to the web, which the host opens; anything but a web address is text. */
export function webLink(url: string, openLink: (url: string) => void, ...children: (Node | string)[]): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return element('span', {}, ...children);
  const link = element('a', { href: url, title: url }, ...children);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation(); // VS Code follows links of its own accord too.
    openLink(url);
  });
  return link;
}
