/** Where a person stands with a paper. */
export const readingStates = ['toRead', 'reading', 'read'] as const;
export type ReadingState = (typeof readingStates)[number];
