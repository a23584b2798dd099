/**
 * Finds a value in a text.
 * @param text one or several values, each on a line of its own, without diacritics
 * @param from where to begin
 * @returns where the next one begins, or -1
 */
export type TextFinder = (text: string, from: number) => number;
