import { subscripts, superscripts } from '../mathematics/texSymbols';

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', ' '], ['ndash', '–'], ['mdash', '—'],
  ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['hellip', '…'], ['times', '×'],
]); // prettier-ignore

/**
 * The words of a text with the HTML that bibliographies hold: CSL's own markup (`<i>`, `<b>`, `<sup>`, `<sub>`,
 * `<span class="nocase">`, `<span style="font-variant: small-caps;">`: citeproc-js.readthedocs.io,
 * csl-json/markup.html), and the JATS paragraphs of Crossref's abstracts. Other angle brackets are text: `a < b > c`.
 */
export function htmlText(text: string): string {
  if (!/[<&]/u.test(text)) return text;
  return text
    .replace(/<(sup|sub)>([^<>]{1,40})<\/\1>/giu, (_, name: string, content: string) =>
      scripted(name.toLowerCase() === 'sup' ? superscripts : subscripts, content.replaceAll('−', '-')),
    )
    .replace(/<jats:title>\s*abstract\s*<\/jats:title>/giu, '')
    .replace(/<(?:br|\/p|\/div|\/jats:p|\/jats:title)(?:\s[^<>]{0,200})?\/?>/giu, '\n\n')
    .replace(
      /<\/?(?:i|b|u|em|strong|sup|sub|sc|span|p|div|small|tt|code|jats:[a-z-]{1,30})(?:\s[^<>]{0,300})?\/?>/giu,
      '',
    )
    .replace(
      /&(?:([a-z]{2,6})|#(\d{2,7})|#x([\da-f]{2,6}));/giu,
      (whole, name?: string, decimal?: string, hex?: string) =>
        name === undefined
          ? character(Number(decimal ?? `0x${hex}`), whole)
          : (entities.get(name.toLowerCase()) ?? whole),
    );
}

/** Digits and signs get their small forms (E²GAN); letters stay as they are (1st). */
function scripted(forms: ReadonlyMap<string, string>, content: string): string {
  return /^[\d+=()-]+$/u.test(content) ? [...content].map((one) => forms.get(one) ?? one).join('') : content;
}

function character(code: number, otherwise: string): string {
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/** Plain text as `htmlText` reads it: escaped where it looks like HTML. */
export function writeHtmlText(text: string): string {
  return htmlText(text) === text ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
