import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Inline } from '../../src/core/mathematics/inline';
import { inlines } from '../../src/core/mathematics/inlines';

/** Pieces as one line: text in quotes, links in `<>`, mathematics between `$`, `$?` where it is not typeset. */
function outline(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return JSON.stringify(piece.text);
        case 'link':
          return `<${piece.url}>`;
        case 'mathematics':
          return `$${piece.tree ? '' : '?'}${piece.tex}$`;
      }
    })
    .join(' ');
}

describe('inlines', () => {
  const cut: readonly (readonly [string, string])[] = [
    ['no mathematics', '"no mathematics"'],
    ['', ''],
    ['a $10^{13}$-fold gain', '"a " $10^{13}$ "-fold gain"'],
    ['$O(n)$', '$O(n)$'],
    ['$a$$b$', '$a$ $b$'],
    ['see $$E=mc^2$$ there', '"see " $E=mc^2$ " there"'],
    ['costs \\$5 and \\$10', '"costs $5 and $10"'],
    ['half $a of it', '"half $a of it"'],
    ['empty $$ and $ $.', '"empty $$ and $ $."'],
    ['$\\text{\\$5}$', '$\\text{\\$5}$'],
    ['an $\\unknown$ one', '"an " $?\\unknown$ " one"'],
    ['at https://a.example/b_(c), $x$', '"at " <https://a.example/b_(c)> ", " $x$'],
    ['javascript:alert(1) command:quit', '"javascript:alert(1) command:quit"'],
    ['<img src=x onerror=alert(1)> $x$', '"<img src=x onerror=alert(1)> " $x$'],
  ];
  for (const [markup, expected] of cut) {
    it(`cuts ${JSON.stringify(markup)}`, () => expect(outline(inlines(markup, 'unused'))).to.equal(expected));
  }

  it('takes the dollars of plain text as dollars', () => {
    expect(outline(inlines(undefined, 'from $5 to $10: https://a.example.'))).to.equal(
      '"from $5 to $10: " <https://a.example> "."',
    );
  });

  it('says mathematics in plain text', () => {
    expect(inlines('$10^{13}$', '')).to.have.nested.property('[0].plain', '10¹³');
  });

  it('typesets no more than an abstract has', () => {
    const pieces = inlines('$x$ '.repeat(1_000), '').filter((piece) => piece.kind === 'mathematics');
    expect(pieces).to.have.length(1_000);
    expect(pieces.filter((piece) => piece.tree)).to.have.length(300);
  });

  it('is quick with many dollars', () => {
    for (const unit of ['$', '\\$', '$\\', '$x', '$$x', '\\\\$']) inlines(unit.repeat(100_000), '');
  });

  it('loses no word of plain text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('$', '\\', 'https://a.example/b', ' ', '.', 'é', '(')), (parts) => {
        const text = parts.join('');
        const shown = inlines(undefined, text).map((piece) => (piece.kind === 'mathematics' ? '' : piece.text));
        expect(shown.join('')).to.equal(text);
      }),
      { seed: 2 },
    );
  });
});
