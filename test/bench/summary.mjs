// @ts-check

/**
 * What is said of many values of one thing.
 * @typedef {object} Summary
 * @property {number} min
 * @property {number} median
 * @property {number} p95
 * @property {number} max
 * @property {number} count
 */

/**
 * @param {readonly number[]} values
 * @returns {Summary}
 */
export function summarize(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  const upperMiddle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { min: at(0), median: (at(0.5) + upperMiddle) / 2, p95: at(0.95), max: at(1), count: sorted.length };
}
