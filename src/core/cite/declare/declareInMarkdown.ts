import { behindTitle, frontMatterOf, type MetadataBlock, metadataBlocks } from '../metadataBlocks';
import type { Declaration, Declarations } from './declaration';
import { declareInYaml } from './yamlDeclaration';

/** In the metadata block that a document for Pandoc begins with, else in one of its own, below `% Title`. */
export function declareInPandocMetadata(text: string, path: string): Declarations | undefined {
  const blocks = metadataBlocks(text);
  // The last block that has the key is the one that counts.
  const own = blocks.findLast(({ start, end }) => /^[ \t{]*["']?bibliography\b/mu.test(text.slice(start, end)));
  const title = behindTitle(text);
  const opening = /^\uFEFF?(?:[ \t]*\n)*---[ \t]*\n/u.exec(text.slice(title));
  const first = blocks.find(({ start }) => start === title + (opening?.[0].length ?? -1));
  if (own ?? first) return inBlock(text, path, (own ?? first)!);
  // What is not closed, or is no map, may still become metadata; a rule with a blank line below it is none.
  if (opening && /^[ \t]*\S/u.test(text.slice(title + opening[0].length))) return undefined;
  return { head: newFrontMatter(text, path, title) };
}

/** In the front matter, which is all the metadata that MyST knows. */
export function declareInFrontMatter(text: string, path: string): Declarations | undefined {
  const block = frontMatterOf(text);
  if (block) return inBlock(text, path, block);
  const isOpen = /^\uFEFF?(?:[ \t]*\n)*---[ \t]*\n/u.test(text);
  return isOpen ? undefined : { head: newFrontMatter(text, path, 0) };
}

function inBlock(text: string, path: string, { start, end }: MetadataBlock): Declarations | undefined {
  const declaration = declareInYaml(text.slice(start, end), path);
  return declaration && { head: { ...declaration, offset: start + declaration.offset } };
}

function newFrontMatter(text: string, path: string, title: number): Declaration {
  const block = `---\nbibliography: ${path}\n---\n`;
  if (title === 0) return { offset: text.startsWith('\uFEFF') ? 1 : 0, text: `${block}\n` };
  const isOpen = text[title - 1] !== '\n';
  return { offset: title, text: `${isOpen ? '\n' : ''}\n${block}${/^(?:\n|$)/u.test(text.slice(title)) ? '' : '\n'}` };
}
