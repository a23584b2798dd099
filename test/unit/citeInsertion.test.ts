import { expect } from 'chai';
import type { CitedDocument } from '../../src/core/cite/citationFormat';
import { insertCitation } from '../../src/core/cite/insertion';
import type { Paper } from '../../src/core/paper';
import { dao, li } from './citePapers';

/** Language id, or path, or both; then the text with its carets, before and after. */
type Case = readonly [document: string, before: string, after: string, papers?: readonly Paper[]];

const D = 'Dao et al. (2022). FlashAttention. arXiv:2205.14135';
const L = 'Li and Gu (2023). I-ViT. doi:10.1145/1234';
const two = [dao, li];

// ‖ stands for a bar in the text, | for a caret.
const constructs: readonly Case[] = [
  ['latex', 'see~|.', 'see~\\cite{dao2022flashattention}|.'],
  ['latex', '|', '\\cite{dao2022flashattention}|'],
  ['latex', 'a| b|', 'a \\cite{dao2022flashattention}| b \\cite{dao2022flashattention}|'],
  ['latex', 'see |', 'see \\cite{dao2022flashattention,li2023ivit}|', two],
  ['latex', '% |', 'refused: comment'],
  ['tex', '|', '\\cite{dao2022flashattention}|'],
  ['rsweave', '|', '\\cite{dao2022flashattention}|'],
  ['plaintext paper.Rnw', 'x|', 'x \\cite{dao2022flashattention}|'],
  ['plaintext a/b/main.tex', 'x|', 'x \\cite{dao2022flashattention}|'],
  ['plaintext C.TEX', 'x|', 'x \\cite{dao2022flashattention}|'],
  ['python notes.tex', 'x|', `x  # ${D}|`],
  ['markdown', 'see |.', 'see [@dao2022flashattention]|.'],
  ['markdown', '|', '[@dao2022flashattention; @li2023ivit]|', two],
  ['markdown', '<!-- | -->', 'refused: comment'],
  ['markdown', '```python\n|\n```', 'refused: verbatim'],
  ['markdown', 'a|\r\nb|', 'a [@dao2022flashattention]|\r\nb [@dao2022flashattention]|'],
  ['quarto', '|', '[@dao2022flashattention]|'],
  ['rmd', '|', '[@dao2022flashattention]|'],
  ['plaintext index.qmd', '|', '[@dao2022flashattention]|'],
  ['plaintext index.Rmd', '|', '[@dao2022flashattention]|'],
  ['plaintext page.mdx', '|', '[@dao2022flashattention]|'],
  ['plaintext README.md', '|', '[@dao2022flashattention]|'],
  ['some-new-language README.md', '|', '[@dao2022flashattention]|'],
  ['latex README.md', '|', '\\cite{dao2022flashattention}|'],
  ['typst', 'see |', 'see @dao2022flashattention|'],
  ['typst', 'see |.', 'see @dao2022flashattention|.'],
  ['typst', 'see |', 'see @dao2022flashattention @li2023ivit|', two],
  ['typst', 'see |text', 'see @dao2022flashattention| text'],
  ['typst', 'see |[p. 3]', 'see @dao2022flashattention| [p. 3]'],
  ['typst', 'see |: so', 'see @dao2022flashattention|: so'],
  ['typst', 'see |:so', 'see @dao2022flashattention| :so'],
  ['plaintext main.typ', '(|)', '(@dao2022flashattention|)'],
];

const comments: readonly Case[] = [
  // ---- Above the cursor's line
  ['python', 'x = |1', `# ${D}\nx = |1`],
  ['python', 'def f():\n    return |1\n', `def f():\n    # ${D}\n    return |1\n`],
  ['python', 'if x:\n\treturn |1\n', `if x:\n\t# ${D}\n\treturn |1\n`],
  ['python', 'if x:\n \t  y| = 1\n', `if x:\n \t  # ${D}\n \t  y| = 1\n`],
  ['python', '|x = 1', `# ${D}\n|x = 1`],
  ['python', 'a\n|x = 1', `a\n# ${D}\n|x = 1`],
  ['python', '    x| = 1', `    # ${D}\n    # ${L}\n    x| = 1`, two],
  ['python', 'def f():\r\n    return |1\r\n', `def f():\r\n    # ${D}\r\n    return |1\r\n`],
  ['python', 'x| = 1  # see', `# ${D}\nx| = 1  # see`],
  ['python', 'a| = 1\nb| = 2', `# ${D}\na| = 1\n# ${D}\nb| = 2`],
  ['python', 'a| = |1', `# ${D}\na| = |1`],
  ['javascript', 'f(|x);', `// ${D}\nf(|x);`],
  ['typescript', '\tf(|x);', `\t// ${D}\n\tf(|x);`],
  ['c', 'int |x;', `// ${D}\nint |x;`],
  ['cpp', 'auto y = "//"; f(|x);', `// ${D}\nauto y = "//"; f(|x);`],
  ['css', 'a { color: |red }', `/* ${D} */\na { color: |red }`],
  ['html', '<p>a |b</p>', `<!-- ${D} -->\n<p>a |b</p>`],
  ['html', '  <ul>\n    <li>a |b</li>', `  <ul>\n    <!-- ${D} -->\n    <li>a |b</li>`],
  ['ocaml', 'let x = |1', `(* ${D} *)\nlet x = |1`],
  ['haskell', 'x = |1', `-- ${D}\nx = |1`],
  ['lua', 'x = |1', `-- ${D}\nx = |1`],
  ['sql', 'SELECT |1', `-- ${D}\nSELECT |1`],
  ['vb', 'Dim |x', `' ${D}\nDim |x`],
  ['bat', 'echo |1', `REM ${D}\necho |1`],
  ['vim a.vim', 'let |x', `" ${D}\nlet |x`],
  ['matlab', 'x = |1', `% ${D}\nx = |1`],
  ['clojure', '(def |x)', `;; ${D}\n(def |x)`],
  ['fortran', 'x = |1', `! ${D}\nx = |1`],
  ['erlang', 'f(|x)', `% ${D}\nf(|x)`],
  ['handlebars', '<p>|a</p>', `{{!-- ${D} --}}\n<p>|a</p>`],
  ['plaintext a.jl', 'x = |1', `# ${D}\nx = |1`],
  ['plaintext Makefile', 'a: |b', `# ${D}\na: |b`],
  ['plaintext Dockerfile.dev', 'FROM |b', `# ${D}\nFROM |b`],
  ['plaintext CMakeLists.txt', 'set(|b)', `# ${D}\nset(|b)`],
  ['plaintext x/.gitignore', '*.|o', `# ${D}\n*.|o`],
  ['unheard-of x.rs', 'let |x;', `// ${D}\nlet |x;`],
  ['vue', '<template>\n  <p>|a</p>', `<template>\n  <!-- ${D} -->\n  <p>|a</p>`],
  ['vue', '<script>\n  f(|a)\n</script>', `<script>\n  // ${D}\n  f(|a)\n</script>`],
  ['svelte', '<style>\n  a { |b }\n</style>', `<style>\n  /* ${D} */\n  a { |b }\n</style>`],
  ['html', '<script>\nlet a = "//|";\n</script>', `<script>\n// ${D}\nlet a = "//|";\n</script>`],
  ['php', '<?php\nf(|$x);', `<?php\n// ${D}\nf(|$x);`],
  ['php', '<p><?= |$x ?></p>', `<!-- ${D} -->\n<p><?= |$x ?></p>`],
  ['php', '<?php f(|$x);\ng();', `<?php f($x);\n// ${D}|\ng();`],
  ['php', '<?php f(); ?>\n<p>a |b</p>', `<?php f(); ?>\n<!-- ${D} -->\n<p>a |b</p>`],

  // ---- Not into what the line is part of
  ['python', 'q = """\nselect |1\n"""', `# ${D}\nq = """\nselect |1\n"""`],
  ['python', 'f(a,\n"""\nselect |1\n""")', `f(a,\n# ${D}\n"""\nselect |1\n""")`],
  ['javascript', 'const s = `\n  a |b\n`;', `// ${D}\nconst s = \`\n  a |b\n\`;`],
  ['javascript', '\tconst s = `${`a`}\n  a|`;', `\t// ${D}\n\tconst s = \`\${\`a\`}\n  a|\`;`],
  ['go', 'x := `\n// |a\n`', `// ${D}\nx := \`\n// |a\n\``],
  ['c', '#define A(x) \\\n  f(|x)', `// ${D}\n#define A(x) \\\n  f(|x)`],
  ['c', '#define A(x) |\\\n  f(x)', `// ${D}\n#define A(x) |\\\n  f(x)`],
  ['c', '#define A(x) \\|\n  f(x)', `// ${D}\n#define A(x) \\|\n  f(x)`],
  ['shellscript', 'a \\\n  | b', `# ${D}\na \\\n  | b`],
  ['shellscript', "cat <<EOF\ndon't |x\nEOF", `# ${D}\ncat <<EOF\ndon't |x\nEOF`],
  ['c', '/* a\n b */ f(|x);', `// ${D}\n/* a\n b */ f(|x);`],
  ['html', '<div\n  class="|a">', `<!-- ${D} -->\n<div\n  class="|a">`],
  ['html', '<div|\n  class="a">', `<!-- ${D} -->\n<div|\n  class="a">`],
  ['python', '#!/usr/bin/env |python\nx', `#!/usr/bin/env python\n# ${D}|\nx`],
  [
    'python',
    '#!/usr/bin/env python\n# -*- coding: |utf-8 -*-\nx',
    `#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# ${D}|\nx`,
  ],
  ['python', '%%time\n|x', `%%time\n# ${D}\n|x`],
  ['python', '%%t|ime\nx', `%%time\n# ${D}|\nx`],
  ['xml', '<?xml |version="1.0"?>\n<a/>', `<?xml version="1.0"?>\n<!-- ${D} -->|\n<a/>`],
  ['rust', 'let s = r#"\n" // |a\n"#;', `// ${D}\nlet s = r#"\n" // |a\n"#;`],
  ['cpp', 'auto s = R"x(\n)" // |a\n)x";', `// ${D}\nauto s = R"x(\n)" // |a\n)x";`],

  // ---- Behind the cursor's line
  ['python', 'x = 1|', `x = 1  # ${D}|`],
  ['python', 'x = 1 |', `x = 1  # ${D}|`],
  ['python', 'x = 1|    ', `x = 1    # ${D}|`],
  ['python', 'x = 1|\ny = 2', `x = 1  # ${D}|\ny = 2`],
  ['python', 'x = 1|\r\ny = 2', `x = 1  # ${D}|\r\ny = 2`],
  ['python', 'if x:\n    x = 1|\n', `if x:\n    x = 1  # ${D}\n    # ${L}|\n`, two],
  ['javascript', 'f();|', `f(); // ${D}|`],
  ['cpp', 'f();|', `f(); // ${D}|`],
  ['css', 'a {|\n}', `a { /* ${D} */|\n}`],
  ['html', '<p>|', `<p> <!-- ${D} -->|`],
  ['html', '<script>|\n</script>', `<script> // ${D}|\n</script>`],
  ['yaml', 'a: 1|', `a: 1 # ${D}|`],
  ['ocaml', 'let x = 1|', `let x = 1 (* ${D} *)|`],
  // A comment must have a line of its own in these.
  ['dockerfile', 'FROM a|', `# ${D}\nFROM a|`],
  ['properties', 'a=b|', `# ${D}\na=b|`],
  ['ini', 'a=b|', `; ${D}\na=b|`],
  ['bat', 'echo a|', `REM ${D}\necho a|`],
  ['shellscript', 'a \\|\n  b', `# ${D}\na \\|\n  b`],

  // ---- On a blank line
  ['python', '|', `# ${D}|`],
  ['python', '    |', `    # ${D}|`],
  ['python', '\t|', `\t# ${D}\n\t# ${L}|`, two],
  ['python', '  |  ', `    # ${D}|`],
  ['python', 'a\n|\nb', `a\n# ${D}|\nb`],
  ['css', '|', `/* ${D} */|`],
  ['bat', '|', `REM ${D}|`],

  // ---- In a comment
  ['python', '# see |', `# see ${D}|`],
  ['python', '# see|', `# see ${D}|`],
  ['python', '#|', `# ${D}|`],
  ['python', '# see | for more', `# see ${D}| for more`],
  ['python', '# see |for more', `# see ${D}| for more`],
  ['python', '# see (|).', `# see (${D}|).`],
  ['python', '    # see |', `    # see ${D}\n    # ${L}|`, two],
  ['python', '    x = 1  # see |', `    x = 1  # see ${D}\n    # ${L}|`, two],
  ['python', 'x = "# |"', `# ${D}\nx = "# |"`],
  ['python', "x = 'it\\'s' # |", `x = 'it\\'s' # ${D}|`],
  ['python', 'x = "a" "#" # |', `x = "a" "#" # ${D}|`],
  ['javascript', 'let u = "http://a"; f(|)', `// ${D}\nlet u = "http://a"; f(|)`],
  ['javascript', 'let u = "http://a"; // |', `let u = "http://a"; // ${D}|`],
  ['javascript', 'let r = /["\'\\/]\\/\\//; f(|)', `// ${D}\nlet r = /["'\\/]\\/\\//; f(|)`],
  ['javascript', 'let r = a / b; // |', `let r = a / b; // ${D}|`],
  ['javascriptreact', 'return <p>It is |</p>;', `return <p>It is {/* ${D} */}|</p>;`],
  ['typescriptreact', '<p>\n  It’s |\n</p>', `<p>\n  It’s {/* ${D} */}|\n</p>`],
  ['typescriptreact', "<p>\n  It's |, so {x}\n</p>", `<p>\n  It's {/* ${D} */}|, so {x}\n</p>`],
  ['typescriptreact', '<p>a <b>b</b> |</p>', `<p>a <b>b</b> {/* ${D} */}|</p>`],
  ['typescriptreact', '<>a|\n</>', `<>a{/* ${D} */}|\n</>`],
  [
    'typescriptreact',
    'const a = <p>x</p>;\nf();|\nconst b = <q/>;',
    `const a = <p>x</p>;\nf(); // ${D}|\nconst b = <q/>;`,
  ],
  ['typescriptreact', 'useState<string>(|\n);\nreturn <p/>', `useState<string>( // ${D}|\n);\nreturn <p/>`],
  ['typescriptreact', 'const f = () => x;|\nreturn <p/>', `const f = () => x; // ${D}|\nreturn <p/>`],
  ['typescriptreact', 'if (a < b) f("<b>x |</b>");', `// ${D}\nif (a < b) f("<b>x |</b>");`],
  ['typescriptreact', '<p a={f(|)}>x</p>', `// ${D}\n<p a={f(|)}>x</p>`],
  ['typescript', 'let a = <any>b;|', `let a = <any>b; // ${D}|`],
  ['javascript', '/** see | */', `/** see ${D}| */`],
  ['javascript', '/**\n * see |\n */', `/**\n * see ${D}\n * ${L}|\n */`, two],
  ['javascript', '  /**\n   *|\n   */', `  /**\n   * ${D}|\n   */`],
  ['javascript', '/* see | */', `/* see ${D}\n * ${L}| */`, two],
  ['javascript', '/*|*/', `/* ${D}| */`],
  ['javascript', '/* a *|/ b', `/* a ${D}| */ b`],
  ['javascript', '/* a */| b', `// ${D}\n/* a */| b`],
  ['javascript', '/|* a */', `// ${D}\n/|* a */`],
  ['javascript', '/// see |', `/// see ${D}\n/// ${L}|`, two],
  ['rust', '//! see |', `//! see ${D}\n//! ${L}|`, two],
  ['rust', '/* /* a */ |b */', `/* /* a */ ${D}| b */`],
  ['rust', "fn f<'a>(x: &'a str) { // |", `fn f<'a>(x: &'a str) { // ${D}|`],
  ['c', "char c = '\"'; // |", `char c = '"'; // ${D}|`],
  ['c', "char c = '\\''; f(|);", `// ${D}\nchar c = '\\''; f(|);`],
  ['cpp', "int n = 1'000; // |", `int n = 1'000; // ${D}|`],
  ['haskell', '{- a {- b -} | -}', `{- a {- b -} ${D}| -}`],
  ['haskell', "x' = 1 -- |", `x' = 1 -- ${D}|`],
  ['ocaml', '(* see | *)', `(* see ${D}\n   ${L}| *)`, two],
  ['lua', '--[[ see | ]]', `--[[ see ${D}| ]]`],
  ['lua', '--[==[\n]] |\n]==]', `--[==[\n]] ${D}|\n]==]`],
  ['html', '<!-- see | -->', `<!-- see ${D}| -->`],
  ['html', '<!-- <script> | </script> -->', `<!-- <script> ${D}| </script> -->`],
  ['shellscript', 'echo ${#a} $# # |', `echo \${#a} $# # ${D}|`],
  ['shellscript', 'echo a#|b', `# ${D}\necho a#|b`],
  ['shellscript', "cat <<EOF\ndon't\nEOF\n# |", `cat <<EOF\ndon't\nEOF\n# ${D}|`],
  ['sql', "select 'it''s -- no' -- |", `select 'it''s -- no' -- ${D}|`],
  ['powershell', '<# | #>', `<# ${D}| #>`],
  ['julia', '#= a | =#', `#= a ${D}| =#`],
  ['ruby', '=begin\n|\n=end', `=begin\n${D}|\n=end`],
  ['perl', '=pod\n\n|\n\n=cut', `=pod\n\n${D}|\n\n=cut`],
  ['lisp', '#‖ a | ‖#', `#‖ a ${D}| ‖#`],
  ['matlab', "x = a'; % |", `x = a'; % ${D}|`],
  ['yaml', 'a: ‖\n  text |\nb: 1', `# ${D}\na: ‖\n  text |\nb: 1`],
  ['yaml', 'a: ‖\n  text\n\n  # no comment |\nb: 1', `# ${D}\na: ‖\n  text\n\n  # no comment |\nb: 1`],
  ['yaml', 'a:\n  - >-\n    text |\n', `a:\n  # ${D}\n  - >-\n    text |\n`],
  ['yaml', 'a:\n  - b: !!str ‖2 # so\n      text |\n', `a:\n  # ${D}\n  - b: !!str ‖2 # so\n      text |\n`],
  ['yaml', 'a: ‖\n  text\nb: 1|', `a: ‖\n  text\nb: 1 # ${D}|`],
  ['yaml', "a: don't # |", `a: don't # ${D}|`],
  ['yaml', "a: 'it''s # not' # |", `a: 'it''s # not' # ${D}|`],
  ['csharp', 'var s = @"C:\\"; // |', `var s = @"C:\\"; // ${D}|`],
  ['csharp', '/// <see>|</see>', `/// <see> ${D}| </see>`],
  ['powershell', '$s = "C:\\" # |', `$s = "C:\\" # ${D}|`],
  ['powershell', '@"\n# |\n"@', `# ${D}\n@"\n# |\n"@`],
  ['haskell', 'f --> |g', `-- ${D}\nf --> |g`],
  ['swift', 'let s = """\n// |a\n"""', `// ${D}\nlet s = """\n// |a\n"""`],
  ['kotlin', '/* /* */ | */', `/* /* */ ${D}| */`],
  ['java', "char c = '\\''; // |", `char c = '\\''; // ${D}|`],
  ['toml', 'a = "#" # |', `a = "#" # ${D}|`],
  ['r', 'x <- r"(it\'s)" # |', `x <- r"(it's)" # ${D}|`],
  ['clojure', '(f \\" \'a) ; |', `(f \\" 'a) ; ${D}|`],
  ['fortran', "x = 'it''s' ! |", `x = 'it''s' ! ${D}|`],
  ['verilog', "x = 4'b0; // |", `x = 4'b0; // ${D}|`],
  ['vb', 'x = "\'" \' |', `x = "'" ' ${D}|`],
  ['scss', 'a { b: url(http://c|) }', `// ${D}\na { b: url(http://c|) }`],
  ['go', "r := '\"' // |", `r := '"' // ${D}|`],
  ['fsharp', 'let f = (*) 1 // |', `let f = (*) 1 // ${D}|`],
  ['nim', '#[ a ]# x| = 1', `# ${D}\n#[ a ]# x| = 1`],
  ['coffeescript', '###\n|\n###', `###\n${D}|\n###`],
  ['cmake', '#[[ | ]]', `#[[ ${D}| ]]`],
  ['pascal', "s := '{'; { | }", `s := '{'; { ${D}| }`],
  ['zig', '    \\\\ // |a', `    // ${D}\n    \\\\ // |a`],
  ['tcl', 'set x 1 ;# |', `set x 1 ;# ${D}|`],
  ['erlang', 'f($") % |', `f($") % ${D}|`],
  ['astro', '---\nf(|a)\n---\n<p>', `---\n// ${D}\nf(|a)\n---\n<p>`],
  ['ruby', '# -*- frozen: | -*-', `# -*- frozen: ${D}| -*-`],
  ['bat', 'REM |', `REM ${D}|`],
  ['php', '<?php\n// see | ?>', `<?php\n// see ${D}| ?>`],
  ['vue', '<script>\n// |\n</script>', `<script>\n// ${D}|\n</script>`],

  // ---- In a docstring
  ['python', 'def f():\n    """|"""', `def f():\n    """${D}|"""`],
  [
    'python',
    'def f():\n    """Doc.\n\n    See |\n    """',
    `def f():\n    """Doc.\n\n    See ${D}\n    ${L}|\n    """`,
    two,
  ],
  ['python', "'''See |\n'''", `'''See ${D}|\n'''`],
  ['python', 'def f(): """|"""', `def f(): """${D}|"""`],
  ['python', 'class A:\n    r"""\n    |\n    """', `class A:\n    r"""\n    ${D}|\n    """`],
  ['python', '"""a \\""" |b"""', `"""a \\""" ${D}| b"""`],
  ['python', '"""a""|"', `"""a ${D}|"""`],
  ['python', '"""# """; x| = 1', `# ${D}\n"""# """; x| = 1`],
  ['julia', '"""\n    f(x)\n\n|\n"""\nf(x) = x', `"""\n    f(x)\n\n${D}|\n"""\nf(x) = x`],
  ['elixir', '  @doc """\n  |\n  """', `  @doc """\n  ${D}|\n  """`],
  ['graphql', '"""\n|\n"""\ntype A', `"""\n${D}|\n"""\ntype A`],

  // ---- Without comments
  ['plaintext', 'see |', `see ${D}|`],
  ['plaintext', 'see |this', `see ${D}| this`],
  ['plaintext', '  |', `  ${D}\n  ${L}|`, two],
  ['plaintext', '|', `${D}|`],
  ['json', '{|}', `{${D}|}`],
  ['plaintext notes.txt', 'a\n|\nb', `a\n${D}|\nb`],
];

function document(description: string, text: string): CitedDocument {
  const [languageId = '', path = ''] = description.split(' ');
  return { languageId, path, text, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Text without its carets, and their offsets. */
function parse(marked: string): { readonly text: string; readonly carets: readonly number[] } {
  const pieces = marked.split('|').map((piece) => piece.replaceAll('‖', '|'));
  const carets = pieces.slice(0, -1).map((_, index) => pieces.slice(0, index + 1).join('').length);
  return { text: pieces.join(''), carets };
}

function cited(description: string, before: string, papers: readonly Paper[]): string {
  const { text, carets } = parse(before);
  const result = insertCitation(
    document(description, text),
    carets.map((caret) => ({ start: caret, end: caret })),
    papers,
  );
  if (result.kind === 'refused') return `refused: ${result.reason === 'key' ? result.key : result.place}`;
  let changed = text;
  for (const { start, end, text: inserted } of [...result.edits].reverse()) {
    changed = changed.slice(0, start) + inserted + changed.slice(end);
  }
  for (const caret of [...result.carets].sort((a, b) => b - a)) {
    changed = `${changed.slice(0, caret)}\0${changed.slice(caret)}`;
  }
  return changed.replaceAll('|', '‖').replaceAll('\0', '|');
}

describe('Inserting a citation', () => {
  for (const [name, cases] of [
    ['writes the construct of', constructs],
    ['writes a comment in', comments],
  ] as const) {
    for (const [description, before, after, papers = [dao]] of cases) {
      it(`${name} ${description}: ${JSON.stringify(before)}${papers.length > 1 ? ' (two papers)' : ''}`, () => {
        expect(cited(description, before, papers)).to.equal(after);
      });
    }
  }

  it('goes behind selected text, which stays', () => {
    const result = insertCitation(document('markdown', 'attention is all'), [{ start: 0, end: 9 }], [dao]);
    expect(result).to.deep.include({
      edits: [{ start: 9, end: 9, text: ' [@dao2022flashattention]' }],
      carets: [34],
    });
  });

  it('takes reversed, overlapping and outlying selections', () => {
    const selections = [
      { start: 9, end: 0 },
      { start: 3, end: 9 },
      { start: 5, end: 999 },
    ];
    const result = insertCitation(document('markdown', 'attention is all'), selections, [dao]);
    expect(result).to.deep.include({
      edits: [
        { start: 9, end: 9, text: ' [@dao2022flashattention]' },
        { start: 16, end: 16, text: ' [@dao2022flashattention]' },
      ],
      carets: [34, 34, 66],
    });
  });
});
