import type { PaperRecord } from './paper';

const preprintServer =
  /^(?:arxiv|corr\b|biorxiv|medrxiv|chemrxiv|techrxiv|ssrn\b|research ?square|hal\b|osf\b|e-?prints?\b|pre-?prints?\b)/i;

/** Whether a paper came out somewhere: at a venue that is no preprint server, or with a DOI and no venue. */
export function isPublished({ venue, doi }: Pick<PaperRecord, 'venue' | 'doi'>): boolean {
  return venue ? !preprintServer.test(venue.trim()) : doi !== undefined;
}
