import type { CommentSyntax } from './commentSyntax';
import { commentSyntaxes } from './commentSyntaxes';

type SyntaxName = keyof typeof commentSyntaxes;

/** Syntax, language ids, and what file names end in: `.py`, or a whole name without a dot before it, `makefile`. */
const languages: readonly (readonly [syntax: SyntaxName, languageIds: string, fileNames: string])[] = [
  ['python', 'python cython starlark snakemake sage bazel xonsh', '.py .pyi .pyw .pyx .pxd .ipy .smk .sage .bzl .star build.bazel sconstruct wscript'],
  ['jsx', 'javascript javascriptreact', '.js .mjs .cjs .jsx .es6'],
  ['javascript', 'typescript', '.ts .mts .cts'],
  ['jsx', 'typescriptreact', '.tsx'],
  ['c', 'c cpp cuda cuda-cpp objective-c objective-cpp arduino opencl', '.c .h .cc .cpp .cxx .c++ .hh .hpp .hxx .h++ .inl .ipp .tpp .cu .cuh .cl .m .mm .ino'],
  ['csharp', 'csharp', '.cs .csx'],
  ['java', 'java', '.java .jav'],
  ['kotlin', 'kotlin', '.kt .kts'],
  ['scala', 'scala', '.scala .sc .sbt'],
  ['groovy', 'groovy', '.groovy .gradle .gvy jenkinsfile'],
  ['go', 'go go.mod', '.go go.mod'],
  ['rust', 'rust', '.rs'],
  ['swift', 'swift', '.swift'],
  ['dart', 'dart', '.dart'],
  ['zig', 'zig', '.zig'],
  ['php', 'php', '.php .phtml .php4 .php5 .ctp'],
  ['slashOrBlock', 'jsonc json5 snippets', '.jsonc .json5 .code-workspace .code-snippets tsconfig.json jsconfig.json'],
  ['slashOrBlock', 'glsl hlsl shaderlab wgsl slang metal', '.glsl .vert .frag .geom .comp .tesc .tese .hlsl .hlsli .fx .shader .wgsl .metal'],
  ['slashOrBlock', 'proto proto3 protobuf thrift flatbuffers', '.proto .thrift .fbs'],
  ['slashOrBlock', 'solidity d haxe vala jsonnet cue bicep odin v stan', '.sol .d .hx .vala .jsonnet .libsonnet .cue .bicep .odin .v .stan'],
  ['verilog', 'verilog systemverilog', '.sv .svh .vh'],
  ['scss', 'scss less sass stylus', '.scss .less .sass .styl'],
  ['css', 'css postcss', '.css .pcss'],
  ['ruby', 'ruby crystal', '.rb .rbx .rake .gemspec .ru .cr gemfile rakefile guardfile podfile'],
  ['perl', 'perl perl6 raku', '.pl .pm .pod .t .psgi .raku .rakumod'],
  ['shell', 'shellscript fish zsh bash nushell', '.sh .bash .zsh .ksh .fish .csh .nu .bashrc .bash_profile .zshrc .profile .ebuild pkgbuild'],
  ['powershell', 'powershell', '.ps1 .psm1 .psd1'],
  ['bat', 'bat', '.bat .cmd'],
  ['makefile', 'makefile', '.mk .mak makefile gnumakefile ocamlmakefile'],
  ['cmake', 'cmake', '.cmake cmakelists.txt'],
  ['dockerfile', 'dockerfile containerfile', '.dockerfile .containerfile dockerfile containerfile'],
  ['hash', 'just awk nix ninja gdscript puppet meson po', '.just .awk .nix .ninja .gd .pp .po justfile meson.build'],
  ['shell', 'dotenv', '.env'],
  ['hashLine', 'ignore properties git-commit git-rebase gitattributes hosts', '.gitignore .dockerignore .npmignore .vscodeignore .prettierignore .gitattributes .properties'],
  ['yaml', 'yaml dockercompose github-actions-workflow home-assistant ansible', '.yaml .yml .eyaml .cff .clang-format'],
  ['toml', 'toml', '.toml cargo.lock poetry.lock pipfile'],
  ['ini', 'ini editorconfig', '.ini .cfg .conf .editorconfig .gitconfig'],
  ['terraform', 'terraform hcl terraform-vars', '.tf .tfvars .hcl'],
  ['graphql', 'graphql', '.graphql .gql'],
  ['r', 'r', '.r .rprofile .rhistory'],
  ['julia', 'julia', '.jl'],
  ['elixir', 'elixir', '.ex .exs'],
  ['coffeescript', 'coffeescript', '.coffee .cson .iced'],
  ['nim', 'nim', '.nim .nims .nimble'],
  ['tcl', 'tcl', '.tcl'],
  ['hash', 'pip-requirements pip', 'requirements.txt'],
  ['lua', 'lua luau', '.lua .luau .rockspec'],
  ['haskell', 'haskell elm purescript agda idris lean', '.hs .elm .purs .agda .idr'],
  ['slashOnly', 'reason rescript gleam', '.re .res .gleam'],
  ['sql', 'sql mssql plsql pgsql mysql snowflake-sql', '.sql .dsql .ddl .dml .psql'],
  ['ada', 'ada', '.adb .ads'],
  ['vhdl', 'vhdl', '.vhd .vhdl'],
  ['dash', 'applescript', '.applescript'],
  ['clojure', 'clojure', '.clj .cljs .cljc .edn'],
  ['lisp', 'lisp commonlisp scheme racket emacs-lisp elisp fennel', '.lisp .lsp .scm .ss .rkt .el .fnl'],
  ['ml', 'ocaml ocaml.interface sml coq', '.ml .mli .sml'],
  ['fsharp', 'fsharp', '.fs .fsi .fsx .fsscript'],
  ['ml', 'mathematica wolfram', '.wl .wls'],
  ['matlab', 'matlab', '.mlx'],
  ['hash', 'octave gnuplot', '.gp .gnuplot .plt'],
  ['erlang', 'erlang', '.erl .hrl .escript'],
  ['prolog', 'prolog', '.pro .prolog'],
  ['tex', 'bibtex bibtex-style', '.bib .bst'],
  ['postscript', 'postscript', '.ps .eps'],
  ['fortran', 'fortran fortran-modern FortranFreeForm fortran_free-form', '.f90 .f95 .f03 .f08 .f18 .f .for .f77'],
  ['basic', 'vb vba vbs', '.vb .vba .bas .vbs .brs'],
  ['pascal', 'pascal objectpascal delphi', '.pas .dpr .lpr'],
  ['assembly', 'asm nasm masm assembly asm-intel-x86-generic llvm', '.asm .nasm .s .ll'],
  ['vim', 'viml vim', '.vim .vimrc'],
  ['markup', 'html xml xsl svg xhtml', '.html .htm .xhtml .shtml .xml .xsd .xsl .xslt .svg .rss .atom .csproj .vbproj .fsproj .props .targets .plist .dtd .rng .xaml .ui'],
  ['markup', 'vue svelte angular django-html jinja jinja-html jinja2 liquid twig ejs erb html-eex', '.vue .svelte .jinja .jinja2 .j2 .liquid .twig .ejs .erb .eex .heex'],
  ['astro', 'astro', '.astro'],
  ['handlebars', 'handlebars', '.hbs .handlebars .hjs'],
  ['pug', 'jade pug', '.pug .jade'],
  ['razor', 'razor aspnetcorerazor', '.cshtml .razor'],
  ['bareText', 'json jsonl csv tsv log', '.json .jsonl .ndjson .csv .tsv .log .txt .ipynb .geojson .webmanifest'],
]; // prettier-ignore

const byLanguageId = new Map<string, SyntaxName>();
const byFileName = new Map<string, SyntaxName>();
for (const [syntax, languageIds, fileNames] of languages) {
  for (const id of languageIds.split(' ')) byLanguageId.set(id.toLowerCase(), syntax);
  for (const name of fileNames.split(' ')) byFileName.set(name, syntax);
}

/**
 * How comments are written in a document. A specific language id wins over the file name; `plaintext` and ids that
 * nobody here knows do not. Without either, no comments at all.
 */
export function commentSyntaxOf(document: { readonly languageId: string; readonly path: string }): CommentSyntax {
  const name = byLanguageId.get(document.languageId.toLowerCase()) ?? byFileNameOf(document.path);
  return commentSyntaxes[name ?? 'bareText'];
}

/** Whether a language id is one whose comments, or lack of them, are known. */
export function hasCommentSyntax(languageId: string): boolean {
  return byLanguageId.has(languageId.toLowerCase());
}

function byFileNameOf(path: string): SyntaxName | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const whole =
    byFileName.get(name) ??
    (/^(?:dockerfile|containerfile|makefile|\.env)\./.test(name)
      ? byFileName.get(name.replace(/(?<=.)\..*/, ''))
      : undefined);
  if (whole) return whole;
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : byFileName.get(name.slice(dot));
}
