import type { Paper } from '../../paper';
import { fullVenueName } from '../../venueNames';

/** A paper as bibliographies of YAML and JSON hold it: under its key, in its venue's full name, without its abstract. */
export function entryPaper({ venue, ...paper }: Paper, key: string): Paper {
  return { ...paper, key, abstract: '', ...(venue && { venue: fullVenueName(venue) }) };
}
