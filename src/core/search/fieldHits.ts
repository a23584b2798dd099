import type { SearchField } from './searchHit';

/**
 * Where and how often a paper has a word, in one small number: two bits count the title, four the abstract, the rest
 * are flags.
 */
export type FieldHits = number;

export const inTitle = 1;
export const inAbstract = 1 << 2;
/** The first author's family name. */
export const inFirstFamily = 1 << 6;
/** Another author's family name. */
export const inFamily = 1 << 7;
export const inGiven = 1 << 8;
export const inVenue = 1 << 9;
export const inYear = 1 << 10;
export const inIdentifier = 1 << 11;
/** The title begins with the word, little words aside; beside `inTitle`. */
export const startsTitle = 1 << 12;
/** One more than the greatest number that hits have. */
export const hitsEnd = 1 << 13;

export const titleMask = 0b11;
export const abstractMask = 0b1111 << 2;
export const authorsMask = inFirstFamily | inFamily | inGiven;

/** The bits of each field, the most telling first. */
export const fieldMasks: readonly (readonly [SearchField, FieldHits])[] = [
  ['identifier', inIdentifier],
  ['title', titleMask],
  ['authors', authorsMask],
  ['year', inYear],
  ['venue', inVenue],
  ['abstract', abstractMask],
];

/** Hits together; counts stop at what their bits hold. */
export function addHits(some: FieldHits, more: FieldHits): FieldHits {
  const title = Math.min(titleMask, (some & titleMask) + (more & titleMask));
  const abstract = Math.min(abstractMask, (some & abstractMask) + (more & abstractMask));
  return ((some | more) & ~(titleMask | abstractMask)) | title | abstract;
}

/** How often title and abstract have a word, as far as it was counted. */
export function mentions(hits: FieldHits): { readonly title: number; readonly abstract: number } {
  return { title: hits & titleMask, abstract: (hits & abstractMask) >> 2 };
}

// What a word is worth by where it stands. A title is what people remember, then who wrote it; an abstract has so many
// words that one of them says little, and a second mention says little more.
const titleWeight = 1;
const titleStartWeight = 0.15;
const firstFamilyWeight = 0.95;
const familyWeight = 0.8;
const givenWeight = 0.55;
const yearWeight = 0.8;
const venueWeight = 0.7;
const identifierWeight = 1.5;
const abstractWeight = 0.25;
const abstractRepeatWeight = 0.05;

/** What hits are worth, by their number: 0 to about 2. */
export const hitsWorth: Float32Array = Float32Array.from({ length: hitsEnd }, (_, hits) => {
  const { title, abstract } = mentions(hits);
  return (
    Math.max(title ? titleWeight : 0, abstract ? abstractWeight + abstractRepeatWeight * Math.log2(abstract) : 0) +
    Math.max(
      hits & inFirstFamily ? firstFamilyWeight : 0,
      hits & inFamily ? familyWeight : 0,
      hits & inGiven ? givenWeight : 0,
    ) +
    (hits & startsTitle ? titleStartWeight : 0) +
    (hits & inYear ? yearWeight : 0) +
    (hits & inVenue ? venueWeight : 0) +
    (hits & inIdentifier ? identifierWeight : 0)
  );
});
