import { Composer, type Document, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Problem } from '../problem';
import { type FindPosition, linePositions } from './linePositions';
import type { LibraryItem } from './readRecords';
import { YamlValues } from './yamlValues';

/** The items of a YAML file, and what is wrong with the rest of it. */
export interface YamlItems {
  readonly items: readonly LibraryItem[];
  readonly problems: readonly Problem[];
}

/**
 * Where a file's items are: in a list (the file's own, or the one its `references` names), in a map from keys, or the
 * file is one.
 */
export type YamlShape = 'list' | 'map' | 'whole';

const mostProblems = 100;

/**
 * The items of a YAML file with their places. All scalars are text, as the file spells them: `2003.13720` keeps its
 * zero, `Yes` and `1984` may be titles. Where the file as a whole is no valid YAML, its items are read one by one, so
 * that a broken one costs none of the others.
 */
export function yamlItems(file: string, shape: YamlShape): YamlItems {
  const text = file.replace(/^\uFEFF/u, '');
  const positionOf = linePositions(text);
  const whole = readPiece(text, 0, shape, positionOf);
  const isValid = !whole.problems.some(({ code }) => code === 'broken-yaml' || code === 'nested-too-deeply');
  if (isValid || shape === 'whole') return whole;
  const pieces = cut(text, shape).map(({ start, end }) => readPiece(text.slice(start, end), start, shape, positionOf));
  if (pieces.length < 2) return whole;
  return { items: pieces.flatMap((one) => one.items), problems: pieces.flatMap((one) => one.problems.slice(0, 1)) };
}

function readPiece(text: string, start: number, shape: YamlShape, positionOf: FindPosition): YamlItems {
  const items: LibraryItem[] = [];
  const problems: Problem[] = [];
  const add = (code: string, message: string, offset: number): void => {
    if (problems.length < mostProblems) {
      problems.push({ code, severity: 'error', message, ...positionOf(start + offset) });
    }
  };
  try {
    for (const document of documents(text)) {
      for (const error of document.errors)
        add('broken-yaml', `This is not valid YAML: ${sentence(error)}`, error.pos[0]);
      const values = new YamlValues();
      for (const { key, node, isItem } of parts(document, shape)) {
        const offset = isOffset(key) ?? isOffset(node) ?? 0;
        const value = values.read(node);
        if (!isItem) continue;
        if (value.kind === 'refused') add(value.code, value.message, offset);
        else
          items.push({
            ...(isScalar(key) && { key: `${key.value}` }),
            value: value.plain,
            ...positionOf(start + offset),
          });
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    add('nested-too-deeply', 'This is nested too deeply to be read.', 0);
  }
  return { items, problems };
}

// Composing takes the stack, a frame a level, and an engine that runs out of stack within a regular expression is lost.
const deepest = 200;

/**
 * The documents of a text, one after another.
 * @throws {RangeError} when they are nested too deeply
 */
function documents(text: string): Iterable<Document.Parsed> {
  function* tokens(): ReturnType<Parser['next']> {
    const parser = new Parser();
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > deepest) throw new RangeError('nested too deeply');
    }
    yield* parser.end();
  }
  // Unique keys are ours to check: with yaml's own check, time grows with the square of the file.
  return new Composer({ schema: 'failsafe', uniqueKeys: false }).compose(tokens());
}

interface Part {
  readonly key?: unknown;
  readonly node: unknown;
  /** Others are read only for the anchors that items may refer to. */
  readonly isItem: boolean;
}

function* parts({ contents }: Document, shape: YamlShape): Iterable<Part> {
  if (shape === 'whole' || !(isMap(contents) || isSeq(contents))) {
    if (contents !== null && !(isScalar(contents) && contents.value === '')) yield { node: contents, isItem: true };
  } else if (isSeq(contents)) {
    for (const node of contents.items) yield { node, isItem: true };
  } else if (shape === 'map') {
    for (const { key, value } of contents.items) yield { key, node: value, isItem: true };
  } else if (contents.has('references')) {
    for (const { key, value } of contents.items) {
      const isList = isScalar(key) && key.value === 'references' && isSeq(value);
      if (isList) for (const node of value.items) yield { node, isItem: true };
      else yield { node: value, isItem: false };
    }
  } else {
    yield { node: contents, isItem: true };
  }
}

function isOffset(node: unknown): number | undefined {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

/** The text's items, by the look of their first lines. */
function cut(text: string, shape: YamlShape): readonly { readonly start: number; readonly end: number }[] {
  const indentation = /^( *)-(?=\s)/m.exec(text)?.[1] ?? '';
  const itemStart = shape === 'list' ? new RegExp(`^${indentation}-(?=\\s)`, 'gm') : /^(?!---|\.\.\.)[^\s#%]/gm;
  const starts = [...text.matchAll(itemStart)].map((match) => match.index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function sentence(error: Error): string {
  const [first = ''] = error.message.split('\n');
  return /[.!?]$/u.test(first) ? first : `${first}.`;
}
