// @ts-check

/**
 * @typedef {object} Pick
 * @property {string} title what stands above it; empty where nothing does
 * @property {string} text what it holds
 */

/**
 * Reads the list that is dropped down, if keys go into it. Runs in the page.
 * @returns {Pick | undefined}
 */
export function readPick() {
  const input = document.activeElement;
  if (!(input instanceof HTMLInputElement)) return undefined;
  const widget = input.closest('.quick-input-widget');
  if (widget === null) return undefined;
  const title = widget.querySelector('.quick-input-title');
  const shown = title instanceof HTMLElement && title.offsetParent !== null;
  return { title: shown ? (title.textContent ?? '') : '', text: input.value };
}
