const magic = /^[ \t]*%+[ \t]*!T[eE]X[ \t]+root[ \t]*=[ \t]*(.+?)[ \t]*\r?$/mu;
const subfiles = /\\documentclass\s{0,9}\[([^\]\n]{1,1000})\]\s{0,9}\{subfiles\}/u;
const input =
  /(?<!\\)%[^\n]*|\\(?:input|include|subfile|subfileinclude)(?![a-z])\s{0,9}\{(?<file>[^{}\\#\n]{1,1000})\}/gu;

const longestHeader = 10_000;

/**
 * The root file that a LaTeX file names, relative to the file and with its extension: `% !TEX root = ../main.tex`, or
 * the main file of subfiles, `\documentclass[../main]{subfiles}`; `undefined` where it names none.
 */
export function latexRoot(text: string): string | undefined {
  const header = text.slice(0, longestHeader);
  const named = magic.exec(header)?.[1] ?? subfiles.exec(header.replace(/^[ \t]*%[^\n]*/gmu, ''))?.[1]?.trim();
  return named === undefined ? undefined : withExtension(named.replace(/^"(.*)"$/u, '$1'));
}

/** The files that a LaTeX file inputs, relative to the root file's folder and with their extensions, each once. */
export function latexInputs(text: string): readonly string[] {
  const files = Array.from(text.matchAll(input), ({ groups }) => groups?.file?.trim() ?? '').filter(Boolean);
  return [...new Set(files.map(withExtension))];
}

function withExtension(path: string): string {
  return /\.[a-z]{2,8}$/iu.test(path) ? path : `${path}.tex`;
}
