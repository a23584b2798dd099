import { toOneLine } from '../core/text';

/** Text of somebody else in a message, in which VS Code would make links out of `[words](command:…)`. */
export function messageText(text: string): string {
  return toOneLine(text.slice(0, 200)).replaceAll('](', '] (');
}
