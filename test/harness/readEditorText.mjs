// @ts-check
import { untilStill } from './untilStill.mjs';

/**
 * Reads the lines of an editor that are on screen.
 * @param {import('playwright-core').Locator} editor
 * @returns {Promise<string>}
 */
export function readEditorText(editor) {
  // In the midst of drawing, lines stand where they do not belong.
  return untilStill(async () => {
    const lines = await editor
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' })),
      );
    // They are drawn in any order, with spaces that do not break.
    return lines
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  });
}
