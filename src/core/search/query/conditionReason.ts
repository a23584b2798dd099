import { authorsLabel } from '../../labels';
import type { Paper } from '../../paper';
import { toOneLine } from '../../text';
import { foldLetters } from '../foldLetters';
import type { SearchHit } from '../searchHit';
import { searchFields } from './searchFields';
import type { Condition } from './searchQuery';
import { wordsFinder } from './wordsFinder';

const mostNames = 3;

/** The fields of conditions whose finding a row tells, and which field of a hit each is. */
const toldFields = { author: 'authors', venue: 'venue', keyword: 'keywords' } as const;

type ToldField = keyof typeof toldFields;

/**
 * Whom or what a condition found in a paper, where the paper's row does not show it: `author:gu` says *Albert Gu* of a
 * paper whose row says *Dao et al.*
 */
export function conditionReason(condition: Condition, paper: Paper): SearchHit['reason'] {
  for (const { field, text, unfinished } of textConditions(condition)) {
    const find = (searchFields[field].finder ?? wordsFinder)(text, unfinished);
    if (!find) continue;
    const { spelled = (value: string): string => value } = searchFields[field];
    const isFound = (value: string): boolean => find(foldLetters(spelled(value)), 0) !== -1;
    const values = valuesOf(field, paper).filter(isFound);
    const isShown = field === 'author' && isFound(authorsLabel(paper));
    if (values.length > 0 && !isShown) {
      return { field: toldFields[field], text: toOneLine(values.slice(0, mostNames).join(', ')) };
    }
  }
  return undefined;
}

type ToldCondition = Condition & { readonly kind: 'text' } & { readonly field: ToldField };

/** What papers must have, without what they must not. */
function textConditions(condition: Condition): readonly ToldCondition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(textConditions);
    case 'text':
      return condition.field !== undefined && condition.field in toldFields ? [condition as ToldCondition] : [];
    default:
      return [];
  }
}

function valuesOf(field: ToldField, paper: Paper): readonly string[] {
  return searchFields[field].textsOf?.({ ...paper, sources: [] }) ?? [];
}
