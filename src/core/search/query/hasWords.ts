import { splitWords } from '../words';

/** Whether there is anything in a text that can be searched. */
export function hasWords(text: string): boolean {
  return splitWords(text).length > 0;
}
