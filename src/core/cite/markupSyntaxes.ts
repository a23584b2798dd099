import { braceSyntaxes } from './braceSyntaxes';
import { between, blockComment, lineComment, type CommentSyntax } from './commentSyntax';

/** What template engines run wherever it stands, comments included. */
const breakTemplates = (text: string) => text.replace(/([{<$#](?=\{)|\{(?=[%#])|<(?=[%?]))/gu, '$1 ');
const breakScript = (text: string) => text.replace(/<(?=[/!]|script)/giu, '< ');

const markup: CommentSyntax = {
  block: ['<!--', '-->'],
  tokens: [
    between('blockComment', '<!--', '-->', ['--']),
    // A tag may span lines, and no comment stands inside it.
    between('string', '<[\\p{L}/!?]', '>'),
  ],
  guard: breakTemplates,
};

/** Markup, and what other languages are embedded in. */
export const markupSyntaxes = {
  markup,
  handlebars: {
    block: ['{{!--', '--}}'],
    tokens: [between('blockComment', '\\{\\{!--', '--}}', ['--']), ...markup.tokens],
    guard: breakTemplates,
  },
  astro: { ...markup },
  razor: { block: ['@*', '*@'], tokens: [blockComment('@*', '*@'), ...markup.tokens], guard: breakTemplates },
  pug: { line: '//-', ownLine: true, tokens: [lineComment('^[ \\t]*\\/\\/-?')] },
  scriptInMarkup: { ...braceSyntaxes.javascript, guard: breakScript },
  styleInMarkup: { ...braceSyntaxes.css, guard: breakScript },
} satisfies Readonly<Record<string, CommentSyntax>>;
