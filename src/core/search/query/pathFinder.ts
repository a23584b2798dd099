import type { TextFinder } from './textFinder';

/**
 * Finds paths by their end: `refs.bib`, `thesis/refs.bib`, or `refs` without what follows the last point.
 * @param unfinished whether more letters may follow
 */
export function pathFinder(value: string, unfinished: boolean): TextFinder {
  const path = value
    .normalize('NFKC')
    .replace(/\\/g, '/')
    .replace(/^\.?\//, '')
    .replace(/[^\p{L}\p{N}/]/gu, '\\$&');
  const pattern = new RegExp(`(?:^|/)${path}${unfinished ? '[^/\\n]*' : '(?:\\.[^./\\n]+)?'}$`, 'gim');
  return (text, from) => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? -1;
  };
}
