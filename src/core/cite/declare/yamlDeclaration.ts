import { firstKey, isEmptyYaml } from '../yamlMap';
import type { Declaration } from './declaration';

/**
 * What makes a YAML map name a bibliography: a line at its end, indented as the others, an entry of a map in braces, or
 * the value that its own `bibliography:` lacks. `undefined` where it names one already, or is no map.
 * @param yaml with line feeds alone, the last one of its end included
 */
export function declareInYaml(yaml: string, path: string): Declaration | undefined {
  const entry = `bibliography: ${path}`;
  if (isEmptyYaml(yaml)) return { offset: yaml.length, text: `${entry}\n` };
  const first = firstKey(yaml);
  if (!first) return undefined;
  const { indentation, isFlow, offset } = first;
  if (isFlow) {
    if (/\bbibliography\b/u.test(yaml)) return undefined;
    return { offset, text: /^\s*\}/u.test(yaml.slice(offset)) ? entry : `${entry}, ` };
  }
  const own = new RegExp(`^${indentation}(["']?)bibliography\\1[ \\t]*:(?=\\s|$)`, 'mu').exec(yaml);
  if (!own) return { offset: yaml.length, text: `${indentation}${entry}\n` };
  return fill(yaml, own.index + own[0].length, indentation, path);
}

/** The path as the value that a key's has none of yet. */
function fill(yaml: string, behindColon: number, indentation: string, path: string): Declaration | undefined {
  const [value = '', ...below] = yaml.slice(behindColon).split('\n');
  // A list or text without anything in it takes the path in.
  const opening = /^[ \t]*(?:\[(?=[ \t]*\])|"(?=")|'(?='))/u.exec(value)?.[0];
  if (opening !== undefined) return { offset: behindColon + opening.length, text: path };
  const next = below.find((line) => !/^[ \t]*(?:#|$)/u.test(line)) ?? '';
  const isBelow = new RegExp(`^${indentation}(?:[ \\t]|-(?:\\s|$))`, 'u').test(next);
  return isBelow || !/^[ \t]*(?:#.*)?$/u.test(value) ? undefined : { offset: behindColon, text: ` ${path}` };
}
