import type { Author } from '../paper';
import { toOneLine } from '../text';

/** The parts of a name as formats with fields of their own for each have them. */
export interface NameParts {
  readonly given?: string | undefined;
  /** `van der`. Several are given in their order. */
  readonly particles?: readonly (string | undefined)[];
  readonly family?: string | undefined;
  /** `Jr.` */
  readonly suffix?: string | undefined;
}

/** An author from the parts of a name; nothing without any. A single part, whichever it is, is the family name. */
export function authorOf({ given, particles = [], family, suffix }: NameParts): Author | undefined {
  const first = toOneLine(given ?? '');
  const prefix = particles
    .map((part) => toOneLine(part ?? ''))
    .filter((part) => part !== '')
    // An apostrophe binds: d’Alembert.
    .map((part) => (/['’]$/u.test(part) ? part : `${part} `));
  const last = `${prefix.join('')}${toOneLine(family ?? '')}`.trim();
  if (last === '') return first === '' ? undefined : { family: first };
  const withSuffix = [last, toOneLine(suffix ?? '')].filter((part) => part !== '').join(' ');
  return first === '' ? { family: withSuffix } : { given: first, family: withSuffix };
}

const initials = /^((?:\p{Lu}\p{M}*\.[ -]?)+) *(\S.*)$/u;

/**
 * A name in one string: `Van den Broeck, Guy`, `King, Martin Luther, Jr.`, `King, Jr., Martin Luther`, `T. B. Brown`.
 * What has neither comma nor initials is a whole name, as corporate ones are.
 */
export function personName(text: string): Author | undefined {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length === 1) {
    const [, given, family] = initials.exec(toOneLine(text)) ?? [];
    return family === undefined ? authorOf({ family: text }) : authorOf({ given: given!, family });
  }
  const [family, second = '', ...rest] = parts;
  if (rest.length > 0 && isNameSuffix(second)) return authorOf({ family, given: rest.join(', '), suffix: second });
  const third = rest.join(', ');
  return isNameSuffix(third) || rest.length === 0
    ? authorOf({ family, given: second, suffix: third })
    : authorOf({ family, given: [second, ...rest].filter((part) => part !== '').join(', ') });
}

/** Whether a part of a name tells a child from a parent: `Jr.`, `III`. */
export function isNameSuffix(part: string): boolean {
  return /^(?:jr|sr|[ivx]+|junior|senior|[23](?:nd|rd))\.?$/iu.test(part);
}
