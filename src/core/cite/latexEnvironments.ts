// Of LaTeX, fancyvrb, listings, minted, tcolorbox, luacode, PythonTeX, Asymptote, and what Sweave and knitr write.
const known = [
  'verbatim',
  'Verbatim',
  'BVerbatim',
  'LVerbatim',
  'VerbatimOut',
  'SaveVerbatim',
  'lstlisting',
  'minted',
  'tcblisting',
  'filecontents',
  'luacode',
  'pycode',
  'pyblock',
  'pyverbatim',
  'pyconsole',
  'asy',
  'asydef',
  'Sinput',
  'Soutput',
  'Schunk',
];

// minted's manual, "Defining shortcuts": without a name of its own an environment is its language's with "code".
const defining =
  /(?<!\\)%[^\n]*|\\(?:(?<minted>newminted)(?![A-Za-z@])\s{0,9}(?:\[(?<given>[^[\]{}\\\s]{1,100})\]\s{0,9})?|(?:(?:Define|Custom|Recustom)VerbatimEnvironment|lstnewenvironment|newtcblisting|(?:New|Renew|Provide|Declare)TCBListing)(?![A-Za-z@])\s{0,9}(?:\[[^\]]{0,1000}\]\s{0,9})?)\{(?<name>[^{}\\\s]{1,100})\}/gu;

// Nobody defines more, and each takes time at every environment.
const mostDefined = 100;

/**
 * The environments whose content a LaTeX document does not read as commands: those of common packages, and those that
 * it defines itself, each once and without a star. `\newminted{python}{}` → `pythoncode` among them
 */
export function verbatimEnvironments(text: string): readonly string[] {
  const defined = new Set<string>();
  for (const { groups } of text.matchAll(defining)) {
    const { minted, given, name } = groups!;
    if (name === undefined) continue;
    defined.add(given ?? (minted ? `${name}code` : name));
    if (defined.size >= mostDefined) break;
  }
  return [...new Set([...known, ...defined])];
}
