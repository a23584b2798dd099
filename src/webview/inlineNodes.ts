import type { Inline } from '../core/mathematics/inline';
import { element } from './element';
import { mathElement } from './mathElement';

/** Running text as nodes. `openLink` is called with the address of a link that was clicked. */
export function inlineNodes(pieces: readonly Inline[], openLink: (url: string) => void): (Node | string)[] {
  return pieces.map((piece) => {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'link':
        return webLink(piece.url, openLink, piece.text);
      case 'mathematics':
        return piece.tree ? mathElement(piece.tree, piece.plain) : element('bdi', {}, piece.plain);
    }
  });
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
