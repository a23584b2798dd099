// @ts-check
// What the bench of search hands from process to process: types alone.

/**
 * What a query or a row may be made of: the part of a paper that the bench looks at.
 * @typedef {object} SearchPaper
 * @property {string} id
 * @property {string} title
 * @property {string} abstract
 * @property {readonly { readonly family: string }[]} authors
 * @property {number} [year]
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
 * @property {readonly number[]} keys milliseconds of each key press
 * @property {number} firstAnswer milliseconds from starting a worker
 * @property {number} memory bytes more than with an empty worker
 *
 * @typedef {{ engine: string } & BuildFigures & UseFigures} EngineFigures
 *
 * @typedef {object} SearchFigures
 * @property {number} papers
 * @property {readonly QuerySet[]} sets
 * @property {readonly EngineFigures[]} engines
 */

export {};
