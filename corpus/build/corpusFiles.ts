import type { Paper } from '../../src/core/paper';
import { topicLabels } from '../../src/core/topics';

/** What the corpus ships, as text: file names in `corpus/` and their contents, the same for the same papers. */
export function corpusFiles(papers: readonly Paper[]): ReadonlyMap<string, string> {
  const topics = topicLabels
    .map((label) => ({ label, ids: papers.filter((paper) => paper.topics[0] === label).map(({ id }) => id) }))
    .filter(({ ids }) => ids.length > 0);
  return new Map([
    ['papers.json', blocks(papers)],
    ['topics.json', blocks(topics)],
  ]);
}

/** A list of records, one field a line, so that a change shows where it is. */
function blocks(records: readonly object[]): string {
  const block = (record: object): string =>
    Object.entries(record)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${inline(value)}`)
      .join(',\n');
  return `[\n${records.map((record) => `  {\n${block(record)}\n  }`).join(',\n')}\n]\n`;
}

/** JSON on one line, with spaces where people put them; texts and lists of records stand on lines of their own. */
function inline(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map(inline);
    const nested = value.some((item) => typeof item === 'object');
    return nested ? `[\n${items.map((item) => `      ${item}`).join(',\n')}\n    ]` : `[${items.join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${inline(field)}`);
  const long = fields.join(', ').length > 200;
  return long ? `{\n${fields.map((field) => `      ${field}`).join(',\n')}\n    }` : `{ ${fields.join(', ')} }`;
}
