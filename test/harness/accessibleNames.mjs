// @ts-check

/**
 * Matches the accessible name of a row: its label, alone or followed by a comma and more.
 * @param {string} label
 */
export function startingWith(label) {
  return new RegExp(`^${escapePattern(label)}(?:,|$| \\()`);
}

/**
 * Matches the accessible name of a menu item: its label, alone or followed by its keys.
 * @param {string} label
 */
export function withKeys(label) {
  return new RegExp(`^${escapePattern(label)}(?: ?(?:Ctrl|Shift|Alt).*)?$`);
}

/** @param {string} text */
function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
