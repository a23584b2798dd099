// @ts-check
// What the bench of search hands from process to process: types alone.

/**
 * What a query or a row may be made of: the part of a paper that the bench looks at.
 * @typedef {object} SearchPaper
 * @property {string} id
 * @property {string} title
 * @property {string} abstract
 * @property {readonly { readonly given?: string, readonly family: string }[]} authors
 * @property {number} [year]
 * @property {string} [venue]
 *
 * @typedef {object} SearchQuery
 * @property {string} text
 * @property {string} id the paper that is meant
 *
 * @typedef {object} QuerySet
 * @property {string} name
 * @property {readonly SearchQuery[]} queries
 * @property {number} ceiling the mean reciprocal rank of somebody who guesses among papers of the same title start; 1
 *   where the query is about one paper only
 *
 * @typedef {object} SearchInput
 * @property {readonly QuerySet[]} sets
 * @property {readonly string[]} keys what stands in the box after each key press
 *
 * @typedef {object} SearchTask
 * @property {'build' | 'use'} part
 * @property {string} engine
 * @property {string} input JSON: the papers (to build), or a `SearchInput` (to use)
 * @property {string} kept the file with what the engine keeps
 * @property {number} mostMilliseconds slow engines are asked only for so long
 *
 * @typedef {object} BuildFigures
 * @property {number} build milliseconds
 * @property {number} bytes of what is kept
 *
 * @typedef {object} UseFigures
 * @property {readonly number[]} ranks the mean reciprocal rank of each set
 * @property {number} asked how many queries of each set there was time for
 * @property {readonly number[]} keys milliseconds of each key press
 * @property {number} firstAnswer milliseconds from starting a worker
 * @property {number} memory bytes more than with an empty worker
 *
 * @typedef {object} EngineFigures
 * @property {string} engine
 * @property {BuildFigures} [built]
 * @property {UseFigures} [used]
 * @property {readonly number[]} [worst] milliseconds of each of the worst inputs
 * @property {string} [failure] why the rest is missing
 *
 * @typedef {object} SearchFigures
 * @property {number} papers
 * @property {readonly QuerySet[]} sets
 * @property {readonly EngineFigures[]} engines
 *
 * @typedef {object} Agreement of the related papers that a rule names, what share agrees with the paper itself in a
 *   label held back
 * @property {string} name of the rule
 * @property {number} keyword they have one in common
 * @property {number} venue
 * @property {number} asked of how many papers there was time to ask
 * @property {number} milliseconds to name those of one paper
 *
 * @typedef {(papers: readonly import('./readBenchPapers.mjs').BenchPaper[], seed: number) =>
 *   Promise<readonly Agreement[]>} MeasureAgreement
 *
 * @typedef {object} RelatedFigures
 * @property {number} papers
 * @property {readonly Agreement[]} rules
 */

export {};
