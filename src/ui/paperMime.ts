/** What a drag of papers carries: a JSON array of paper ids. */
export const paperMime = 'application/vnd.paperside.papers';
