import { nestedComment } from '../commentSyntax';
import type { DeclaredPath, DeclaringDocument } from './declaringDocument';

const comment = nestedComment('/*', '*/');
// A quote begins a string only where code must stand before it; in prose it is a quote.
const token =
  /\\.|(?<raw>`+)|https?:\/\/|\/\/[^\n]*|(?<comment>\/\*)|(?<=[(,:=+{]\s{0,20})"(?:\\.|[^"\\\n])*"|(?<![\p{L}\p{N}_-])(?<call>bibliography)\s*\(/gsu;
const argument =
  /\/\/[^\n]*|(?<comment>\/\*)|"(?<string>(?:\\.|[^"\\]){0,4000})"|(?<open>[([{])|(?<close>[)\]}])|(?<comma>,)|(?<named>[\p{L}_][\p{L}\p{N}_-]*\s*:)|(?<call>bibliography\s*\()|[\p{L}\p{N}_-]+|\S/gsu;

/** Typst: `#bibliography("a.bib")`, `#bibliography(("a.bib", "b.yml"), style: "apa")`, wherever code may stand. */
export const typst: DeclaringDocument = {
  declared(text) {
    const paths: DeclaredPath[] = [];
    token.lastIndex = 0;
    for (let match = token.exec(text); match; match = token.exec(text)) {
      const from = token.lastIndex;
      if (match.groups!.comment) token.lastIndex = comment.end(text, from, '/*').end;
      else if (match.groups!.raw) token.lastIndex = rawEnd(text, from, match.groups!.raw);
      else if (match.groups!.call) {
        const call = readCall(text, from);
        paths.push(...call.paths);
        token.lastIndex = call.end;
      }
    }
    return paths;
  },
};

/** Where raw text ends: two backticks hold nothing, one and three and more end at as many. */
function rawEnd(text: string, from: number, opened: string): number {
  if (opened.length === 2) return from;
  const end = text.indexOf(opened, from);
  return end < 0 ? text.length : end + opened.length;
}

/**
 * What a call's first unnamed argument holds, a string or an array of strings, and where the call ends. A call that
 * nobody closed, or in which another begins, declares nothing; the text is then read on behind its parenthesis.
 */
function readCall(text: string, from: number): { readonly paths: readonly DeclaredPath[]; readonly end: number } {
  const paths: DeclaredPath[] = [];
  let depth = 1;
  /** What may begin here: an argument of the call, an item of the array, or nothing that counts. */
  let place: 'argument' | 'item' | undefined = 'argument';
  let isFound = false;
  let isInArray = false;
  argument.lastIndex = from;
  for (let match = argument.exec(text); match; match = argument.exec(text)) {
    const { comment: opened, string, open, close, comma, named, call } = match.groups!;
    if (call) break;
    if (opened) argument.lastIndex = comment.end(text, argument.lastIndex, '/*').end;
    if (opened || match[0].startsWith('//')) continue;
    if (close) {
      depth--;
      if (depth === 0) return { paths, end: argument.lastIndex };
      if (depth === 1) isInArray = false;
      place = undefined;
    } else if (comma) {
      place = depth === 1 ? 'argument' : depth === 2 && isInArray ? 'item' : undefined;
    } else {
      const isFirst = place === 'argument' && !named && !isFound;
      if (string !== undefined && (isFirst || place === 'item')) {
        paths.push({ path: unescape(string), offset: match.index });
      }
      if (isFirst) {
        isFound = true;
        isInArray = open === '(';
      }
      place = isFirst && isInArray ? 'item' : undefined;
      if (open) depth++;
    }
  }
  return { paths: [], end: from };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescape(string: string): string {
  return string.replace(/\\(?:u\{([\da-f]{1,6})\}|(.))/gisu, (whole, code: string | undefined, one: string) => {
    if (code === undefined) return escapes[one] ?? one;
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
