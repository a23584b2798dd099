/** How a map in YAML begins. */
export interface FirstKey {
  /** In braces, or in lines. */
  readonly isFlow: boolean;
  /** What stands before the keys of a map in lines. */
  readonly indentation: string;
  /** The offset behind the brace, or of the first key's line. */
  readonly offset: number;
}

const ignored = /^(?:[ \t]*(?:#[^\n]*)?\n)*/u;
const key = /^(?<indentation> *)(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}[\],&*!|>%@`#-][^\n]*?)[ \t]*:(?=\s|$)/u;

/** The first key of a YAML text as far as its first line tells that it is a map; `undefined` if it tells of something else. */
export function firstKey(yaml: string): FirstKey | undefined {
  const offset = ignored.exec(yaml)![0].length;
  const line = /[^\n]*/uy;
  line.lastIndex = offset;
  const [first] = line.exec(yaml)!;
  const brace = /^[ \t]*\{/u.exec(first)?.[0];
  if (brace !== undefined) return { isFlow: true, indentation: '', offset: offset + brace.length };
  const indentation = key.exec(first)?.groups?.indentation;
  return indentation === undefined ? undefined : { isFlow: false, indentation, offset };
}

/** Whether a YAML text holds nothing but blanks and comments. */
export function isEmptyYaml(yaml: string): boolean {
  return yaml.slice(ignored.exec(yaml)![0].length).trim() === '';
}
