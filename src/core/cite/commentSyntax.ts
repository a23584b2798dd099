/** What a stretch of source that is not code may be. */
export type TokenKind = 'lineComment' | 'blockComment' | 'docstring' | 'string' | 'skip';

/** Where a stretch ends: its content at `contentEnd`, its closing delimiter at `end`. */
export interface TokenEnd {
  readonly contentEnd: number;
  readonly end: number;
}

/** One way in which a language leaves code. */
export interface Token {
  /** `skip` is code that looks like the beginning of something else: a regular expression, a character, a lifetime. */
  readonly kind: TokenKind;
  /** What opens it: the source of a regular expression without capturing groups, read with the flags `gmu`. */
  readonly open: string;
  /** Where it ends, given what opened it and the offset behind that. */
  readonly end: (text: string, from: number, opened: string) => TokenEnd;
  /** The delimiters that text inside must not hold. */
  readonly delimiters: (opened: string) => readonly string[];
  /** In a docstring: what begins an escape or runs code, and so gets a backslash before it. */
  readonly escaped?: RegExp;
}

/** How a language writes comments, and what a scanner must know not to take a string for one. */
export interface CommentSyntax {
  /** What begins a comment that runs to the end of the line. */
  readonly line?: string;
  readonly block?: readonly [open: string, close: string];
  /** Text amid the code, in which comments are written in another way. */
  readonly amid?: {
    /** Where the text begins in which a cursor stands, if it does. */
    startOfText(text: string, offset: number): number | undefined;
    readonly block: readonly [open: string, close: string];
  };
  /** A comment here is one only on a line of its own. */
  readonly ownLine?: true;
  /** Blanks between code and a comment behind it. Default 1. */
  readonly gap?: number;
  /** What at the end of a line joins the next one to it, so that no comment may stand between them. */
  readonly continuation?: RegExp;
  /** In the order in which they are tried. */
  readonly tokens: readonly Token[];
  /**
   * Makes harmless what this language reads even inside its comments.
   * @param nearTop whether the text goes into one of the first lines of the file
   */
  readonly guard?: (text: string, nearTop: boolean) => string;
}

// ---- Tokens

const none: readonly string[] = [];

function endAt(text: string, pattern: RegExp, from: number): TokenEnd {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match
    ? { contentEnd: match.index, end: match.index + match[0].length }
    : { contentEnd: text.length, end: text.length };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A comment to the end of the line: `open` is a pattern that takes the whole marker (`///`, `;;`). */
export function lineComment(open: string): Token {
  return {
    kind: 'lineComment',
    open,
    end: (text, from) => {
      const { contentEnd } = endAt(text, /\r?\n/g, from);
      return { contentEnd, end: contentEnd };
    },
    delimiters: () => none,
  };
}

/** A stretch between fixed delimiters. */
export function between(
  kind: TokenKind,
  open: string,
  close: string | ((opened: string) => string),
  delimiters?: readonly string[],
): Token {
  const closing = typeof close === 'string' ? () => close : close;
  return {
    kind,
    open,
    end: (text, from, opened) => {
      const close = closing(opened);
      const contentEnd = text.indexOf(close, from);
      return contentEnd < 0
        ? { contentEnd: text.length, end: text.length }
        : { contentEnd, end: contentEnd + close.length };
    },
    delimiters: (opened) => delimiters ?? [closing(opened)],
  };
}

/** A block comment that ends at the first thing that closes it. */
export function blockComment(open: string, close: string): Token {
  return between('blockComment', escapePattern(open), close, [open, close]);
}

/** A block comment that may hold others of its kind. */
export function nestedComment(open: string, close: string): Token {
  const either = `${escapePattern(open)}|${escapePattern(close)}`;
  return {
    kind: 'blockComment',
    open: escapePattern(open),
    end: (text, from) => {
      const pattern = new RegExp(either, 'g');
      pattern.lastIndex = from;
      let depth = 1;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        depth += match[0] === open ? 1 : -1;
        if (depth === 0) return { contentEnd: match.index, end: match.index + close.length };
      }
      return { contentEnd: text.length, end: text.length };
    },
    delimiters: () => [open, close],
  };
}

interface Quoting {
  /** What takes the meaning from a quote: a backslash before it (default), the same quote again, or nothing. */
  readonly escape?: 'backslash' | 'double' | 'none';
  readonly multiline?: boolean;
  /** A pattern for what must stand before the opening quote, or must not: a lookbehind. */
  readonly before?: string;
}

/** A string between equal quotes. One that may not span lines ends at the end of its line, closed or not. */
export function quoted(quote: string, { escape = 'backslash', multiline = false, before = '' }: Quoting = {}): Token {
  const close = escapePattern(quote);
  const alternatives = [
    ...(escape === 'backslash' ? ['\\\\(?:\\r\\n|[^])'] : escape === 'double' ? [close + close] : []),
    close,
    ...(multiline ? [] : ['\\r?\\n']),
  ];
  const next = alternatives.join('|');
  return {
    kind: 'string',
    open: before + close,
    end: (text, from) => {
      const pattern = new RegExp(next, 'g');
      pattern.lastIndex = from;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        if (match[0] === quote) return { contentEnd: match.index, end: match.index + quote.length };
        if (/^\r?\n$/.test(match[0])) return { contentEnd: match.index, end: match.index };
      }
      return { contentEnd: text.length, end: text.length };
    },
    delimiters: () => none,
  };
}

/** Code that only looks like something else. */
export function skip(pattern: string): Token {
  return {
    kind: 'skip',
    open: pattern,
    end: (_text, from) => ({ contentEnd: from, end: from }),
    delimiters: () => none,
  };
}

/** A documentation string. `escaped` applies where its opening has no `r`. */
export function docstring(open: string, close: string, escaped: RegExp): Token {
  return {
    ...between('docstring', open, close),
    // An escaped quote does not close it.
    end: quoted(close, { multiline: true }).end,
    escaped,
  };
}

/** A template of JavaScript, whose substitutions may hold further templates. */
export const template: Token = {
  kind: 'string',
  open: '`',
  end: (text, from) => {
    const pattern = /\\[^]|`|\$\{|\{|\}/g;
    pattern.lastIndex = from;
    // What each brace or backtick that is still open belongs to.
    const open: ('template' | 'code')[] = ['template'];
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const inTemplate = open.at(-1) === 'template';
      if (match[0] === '`') {
        if (inTemplate) open.pop();
        else open.push('template');
        if (open.length === 0) return { contentEnd: match.index, end: match.index + 1 };
      } else if (inTemplate ? match[0] === '${' : match[0].endsWith('{')) open.push('code');
      else if (!inTemplate && match[0] === '}') open.pop();
    }
    return { contentEnd: text.length, end: text.length };
  },
  delimiters: () => none,
};

/**
 * A block scalar of YAML: from the `|` or `>` at the end of a line through the lines that are indented more (YAML 1.2.2,
 * 8.1). It may hold a `#`.
 */
export const blockScalar: Token = {
  kind: 'string',
  open: '(?<=(?::|-|^)[ \\t]+(?:[!&][^\\s]+[ \\t]+){0,2})[|>][-+\\d]{0,2}[ \\t]*(?:[ \\t]#[^\\n]*)?\\r?\\n',
  end: (text, from, opened) => {
    const line = text.slice(text.lastIndexOf('\n', from - opened.length) + 1, from - opened.length);
    const [lead = '', dash] = /^[ \t]*(?:(-)[ \t]+)*/u.exec(line)!;
    // Behind a dash alone, the dash is what the lines are indented against.
    const parent = dash !== undefined && lead === line ? lead.lastIndexOf('-') : lead.length;
    const { contentEnd } = endAt(text, new RegExp(`^ {0,${parent}}[^\\s]`, 'gm'), from);
    return { contentEnd, end: contentEnd };
  },
  delimiters: () => none,
};

/** A here-document of a shell: from the line that names its end to that end, alone on a line. */
export const hereDocument: Token = {
  kind: 'string',
  open: '<<[-~]?[ \\t]*(?:"[A-Za-z_]\\w*"|\'[A-Za-z_]\\w*\'|[A-Z_]\\w*)[^\\n]*\\n',
  end: (text, from, opened) => {
    const name = /\w+/.exec(opened)?.[0] ?? '';
    return endAt(text, new RegExp(`^[ \\t]*${name}\\b`, 'gm'), from);
  },
  delimiters: () => none,
};
