import { l10n } from 'vscode';
import type { QueryProblem } from '../core/search/query/searchQuery';

/** What is wrong in a query, for the person who typed it. */
export function queryProblemText(problem: QueryProblem): string {
  switch (problem.code) {
    case 'unclosed-quote':
      return l10n.t('The closing quotation mark is missing');
    case 'unclosed-parenthesis':
      return l10n.t('The closing parenthesis is missing');
    case 'dangling-or':
      return l10n.t('OR needs a word on both sides');
    case 'only-excluded':
      return l10n.t('Only words to leave out; add one to find');
    case 'empty-value':
      return l10n.t('"{0}:" needs a value', problem.field);
    case 'bad-year':
      return l10n.t('"{0}" is no year; write 2022, 2022.. or 2020..2024', problem.value);
    case 'unknown-value':
      return l10n.t('"{0}:" takes {1}', problem.field, problem.choices.join(', '));
  }
}
