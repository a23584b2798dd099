/** Words that say nothing about a paper, so that a paper without them may still be the one that was meant. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about all also an and any are as at be been both but by can do does each for from had has have how if in into ' +
    'is it its may more most no not of on or our over such than that the their them then there these they this to ' +
    'under via was we were what when where which while who why will with you your arxiv doi http https'
  ).split(' '),
);
