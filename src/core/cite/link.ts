import { bestLink } from '../bestLink';
import { authorsLabel } from '../labels';
import type { Paper } from '../paper';
import { toOneLine } from '../text';
import type { CitationStyle } from './citationMarkup';
import { markdownLiterals } from './markdownLiterals';
import { markupFormat } from './markupFormat';

const citation = /(?<![!\\])\[[^[\]\n]{1,300}, (?:\d{4}|n\.d\.)\]\((?<address>https?:\/\/[^\s()]{1,2000})\)/gu;

const spell: CitationStyle['spell'] = (paper) => {
  const address = addressOf(paper);
  return address && `[${escape(label(paper))}](${address})`;
};

/** Markdown that no citation processor reads: `[Dao et al., 2022](https://arxiv.org/abs/2205.14135)`, only if set. */
export const link = markupFormat({
  id: 'link',
  languageIds: [],
  extensions: [],
  declaredIn: [],
  literals: markdownLiterals,
  find: (text, from, to) =>
    Array.from(text.slice(from, to).matchAll(citation), ({ 0: whole, index }) => {
      const end = from + index + whole.length;
      return {
        start: from + index,
        end,
        keys: [],
        at: end,
        spell,
        before: ', ',
        between: ', ',
        behind: '',
        isNeighbour: true,
      };
    }),
  style: () => ({ spell, join: (links) => links.join(', ') }),
});

function label(paper: Paper): string {
  const who = authorsLabel(paper) || authorsLabel({ authors: paper.editors ?? [] }) || paper.title;
  return `${toOneLine(who).slice(0, 200).toWellFormed()}, ${paper.year ?? 'n.d.'}`;
}

/** A web address with nothing in it that would end the link; `undefined` where the paper has none. */
function addressOf(paper: Paper): string | undefined {
  const url = bestLink(paper) ?? '';
  return /^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/iu.test(url)
    ? url.replace(/[()<>\\`[\]*|"{}]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
    : undefined;
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#!|~$@&^]/gu, '\\$&');
}
