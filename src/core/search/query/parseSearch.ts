import { hasWords } from './hasWords';
import type { QueryLeaf, QueryNode } from './queryNode';
import { QueryReader } from './queryReader';
import type { Condition, QueryProblem, SearchQuery } from './searchQuery';

/** What is read of a pasted text, as of plain ones. */
const longestQuery = 2000;

/**
 * Reads a query: words, `"phrases"`, `field:value` (the fields are in `searchFields`), `-` before what is not wanted,
 * `OR` between what is wanted instead, and parentheses. `OR` binds closer than white space: `kv cache OR memory` is
 * `kv (cache OR memory)`. Everything else is plain text, and no text is too odd to be searched.
 */
export function parseSearch(typed: string): SearchQuery {
  const text = typed.slice(0, longestQuery).toWellFormed();
  const reader = new QueryReader(text);
  const node = reader.read();
  if (!reader.structured) return { words: text, required: text, problems: reader.problems };
  const excluded = reader.firstExcluded;
  if (excluded && !hasPositive(node)) {
    return {
      words: text,
      required: text,
      problems: inOrder([...reader.problems, { code: 'only-excluded', ...excluded }]),
    };
  }
  const words: QueryLeaf[] = [];
  const required: QueryLeaf[] = [];
  const condition = conditionOf(node, false, words, required);
  const last = words.at(-1);
  // A word that is not the last thing typed is whole, which the space after it says.
  const end = last && !last.unfinished ? ' ' : '';
  return {
    words: words.map((leaf) => leaf.text).join(' ') + end,
    required: required.map((leaf) => leaf.text).join(' ') + (required.at(-1) === last ? end : ' '),
    ...(condition && { condition }),
    problems: inOrder(reader.problems),
  };
}

/**
 * @param chosen whether plain words are conditions here
 * @param words takes the leaves that papers are ranked by
 * @param required takes those of them that are no conditions
 */
function conditionOf(
  node: QueryNode,
  chosen: boolean,
  words?: QueryLeaf[],
  required?: QueryLeaf[],
): Condition | undefined {
  switch (node.kind) {
    case 'leaf':
      if (node.text !== undefined) words?.push(node);
      if (node.isWord && !chosen) required?.push(node);
      return (chosen || !node.isWord) && !saysNothing(node.condition) ? node.condition : undefined;
    case 'not': {
      const of = conditionOf(node.of, true);
      return of && { kind: 'not', of: finished(of) };
    }
    default: {
      const of = node.of
        .map((one) => conditionOf(one, chosen || node.kind === 'any', words, required))
        .filter((one) => one !== undefined);
      return of.length > 1 ? { kind: node.kind, of } : of[0];
    }
  }
}

/** What is left out is left out by whole words, lest half the library vanish at the first letter. */
function finished(condition: Condition): Condition {
  switch (condition.kind) {
    case 'text':
      return { ...condition, unfinished: false };
    case 'not':
      return { kind: 'not', of: finished(condition.of) };
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map(finished) };
    default:
      return condition;
  }
}

function hasPositive(node: QueryNode): boolean {
  if (node.kind === 'not') return false;
  return node.kind === 'leaf' ? !(node.isWord && saysNothing(node.condition)) : node.of.some(hasPositive);
}

function saysNothing(condition: Condition): boolean {
  return condition.kind === 'text' && !hasWords(condition.text);
}

function inOrder(problems: readonly QueryProblem[]): readonly QueryProblem[] {
  return [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
}
