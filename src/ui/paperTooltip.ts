import { l10n, MarkdownString } from 'vscode';
import { fullName } from '../core/labels';
import type { Paper } from '../core/paper';
import { toOneLine } from '../core/text';

const authorsShown = 30;
const longestLine = 600;
const firstSentences = 2;

// What appendText leaves to Markdown, which makes links of addresses, characters of entities and lists of "1. ". It also
// makes every space one that cannot break, and the card would cut words instead.
const leftToMarkdown = /([ &<>:@.])/u;

/** A card on a paper: title, all authors, venue and year, and how the abstract begins. Plain text in Markdown's clothes. */
export function paperTooltip(paper: Paper): MarkdownString {
  const card = new MarkdownString('', false);
  const paragraph = (text: string, emphasis = ''): void => {
    const line = shorten(toOneLine(text.slice(0, 4 * longestLine)));
    if (line === '') return;
    card.appendMarkdown(emphasis);
    line.split(leftToMarkdown).forEach((piece, position) => {
      if (position % 2 === 0) card.appendText(piece);
      else card.appendMarkdown(piece === ' ' ? piece : `&#${piece.charCodeAt(0)};`);
    });
    card.appendMarkdown(`${emphasis}\n\n`);
  };
  paragraph(paper.title, '**');
  paragraph(authorNames(paper));
  paragraph([paper.venue, paper.year].filter((part) => part !== undefined).join(' '), '_');
  paragraph(beginning(paper.abstract));
  return card;
}

function authorNames({ authors, andOthers }: Paper): string {
  const names = authors.slice(0, authorsShown).map(fullName);
  if (authors.length > authorsShown) names.push('…');
  if (andOthers) names.push(l10n.t('and others'));
  return names.join(', ');
}

function beginning(abstract: string): string {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(abstract.slice(0, 4 * longestLine));
  return [...sentences]
    .slice(0, firstSentences)
    .map(({ segment }) => segment)
    .join('');
}

function shorten(line: string): string {
  if (line.length <= longestLine) return line;
  const cut = line.slice(0, longestLine).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestLine / 2))} …`;
}
