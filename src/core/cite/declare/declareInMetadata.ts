import { metadataBlocks } from '../declarations/metadataBlocks';
import type { Declarations } from './declareBibliography';

const titleBlock = /^\uFEFF?%[^\n]*\n(?:(?:%| +\S)[^\n]*(?:\n|$))*/u;
const empty = /^(?<before>[ \t]*(["']?)bibliography\2[ \t]*:)[ \t]*(?:#.*)?$/mu;
const unclosed = /^\uFEFF?\s*---[ \t]*\n[ \t]*\S/u;
const flow = /^\s*\{/u;

/**
 * Declares a bibliography in the front matter of a Markdown text with line feeds, which gets one where it has none:
 * among its other keys as they are written, or behind a key without a value.
 */
export function declareInMetadata(text: string, path: string): Declarations | undefined {
  const [first] = metadataBlocks(text);
  if (!first && unclosed.test(text)) return undefined;
  const isFront = first && /^\s*$/u.test(text.slice(0, first.start).replace(/^\uFEFF?\s*---/u, ''));
  if (!isFront) {
    const offset = text.startsWith('\uFEFF') ? 1 : 0;
    return { head: { offset, text: `---\nbibliography: ${path}\n---\n\n` } };
  }
  const yaml = text.slice(first.start, first.end);
  const unfilled = empty.exec(yaml);
  if (unfilled) {
    const { before = '' } = unfilled.groups!;
    // What is below it, indented, is its value.
    if (/^\n(?:[ \t]*\n)*(?:[ \t]+\S|- )/u.test(yaml.slice(unfilled.index + unfilled[0].length))) return undefined;
    return { head: { offset: first.start + unfilled.index + before.length, text: ` ${path}` } };
  }
  const brace = flow.exec(yaml)?.[0].length;
  if (brace !== undefined) {
    const comma = /^\s*\}/u.test(yaml.slice(brace)) ? '' : ', ';
    return { head: { offset: first.start + brace, text: `bibliography: ${path}${comma}` } };
  }
  const indentation = /^(?:[ \t]*(?:#[^\n]*)?\n)*(?<blanks> *)[^\s#]/u.exec(yaml)?.groups?.blanks ?? '';
  return { head: { offset: first.end, text: `${indentation}bibliography: ${path}\n` } };
}

/**
 * The same for Pandoc, which reads a title block of lines with `%` only as the first thing of a document
 * (https://pandoc.org/MANUAL.html#extension-pandoc_title_block).
 */
export function declareInPandocMetadata(text: string, path: string): Declarations | undefined {
  const title = titleBlock.exec(text)?.[0];
  if (title === undefined) return declareInMetadata(text, path);
  const lineBreaks = title.endsWith('\n') ? '\n' : '\n\n';
  return { head: { offset: title.length, text: `${lineBreaks}---\nbibliography: ${path}\n---\n` } };
}
