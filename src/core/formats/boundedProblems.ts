import type { Problem } from '../problem';

/** More are only counted: nobody reads through them, and a file of garbage must not flood the window. */
const mostProblems = 1_000;

/**
 * So many problems of one file that they can be shown, in the order in which they were given, and a last one that says
 * how many more there are. Errors go before warnings where not all can stay.
 */
export function boundedProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostProblems) return problems;
  const errors = problems.filter(({ severity }) => severity === 'error').slice(0, mostProblems);
  let room = mostProblems - errors.length;
  const chosen = new Set(errors);
  const kept = problems.filter((problem) => chosen.has(problem) || (problem.severity === 'warning' && room-- > 0));
  const message = `Problems of this file that are not listed: ${(problems.length - mostProblems).toLocaleString('en')}.`;
  const { line, column } = kept.at(-1)!;
  return [...kept, { code: 'more-problems', severity: 'warning', message, line, column }];
}
