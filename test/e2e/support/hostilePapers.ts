/** A record of the corpus as far as these tests look at it. */
export interface HostilePaper {
  readonly id: string;
  readonly title: string;
}

/** Characters that hide text, turn its direction or end a line, and a NUL. */
export const invisible = '\u202E\u2066\u200B\u200F\u2069\u0000\u0007\u001B\uFEFF\u{E0041}';

const million = 1_000_000;

/**
 * Papers whose every text means harm, by what they try.
 * @param lure an address that nothing may ever ask for
 */
export function hostilePapers(lure: string): readonly HostilePaper[] {
  const texts = {
    Markup:
      `</title></h1><script>fetch("${lure}/s")</script><img src=${lure}/i onerror=fetch("${lure}/e")>` +
      `<svg onload=fetch("${lure}/v")><iframe src="${lure}/f"></iframe><a href="javascript:alert(1)">j</a>`,
    Links:
      `[quit](command:workbench.action.quit) ![image](${lure}/m.png) <${lure}/a> ${lure}/b www.evil.example ` +
      'me@evil.example [r]: javascript:alert(1) [s](file:///etc/passwd)',
    Icons: '$(trash) $(sync~spin) \\$(bug) \\\\$(gear) **bold** `code` # heading | table | ~~gone~~',
    Entities: '&lt;b&gt;bold&lt;/b&gt; &amp;amp; &#36;(trash) &nbsp; &#x202E; %24(trash)',
    Ends: '*/ """ \'\'\' --> <!-- `${fetch(1)}` ]] =# %> -} *) {{ }} \\input{|rm} \\end{document} ^^M #} ?> </script> \\',
    Lines: 'one\ntwo\r\nthree\u2028four\u2029five\u0085six\u000Bseven',
    Invisible: [...'hidden'].join(invisible),
  };
  const mathematics = [
    '\\def\\a{\\a\\a}\\a',
    '\\def\\a#1{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}',
    `\\href{javascript:alert(1)}{x} \\url{${lure}/u}`,
    `\\includegraphics{${lure}/g} \\style{background:url(${lure}/c)}{x} \\class{x}{y} \\id{place}{y}`,
    `<img src=${lure}/t>`,
    '\\rule{99999em}{99999em} \\kern 99999em x \\raisebox{99999em}{y} \\Huge\\Huge z',
    '{'.repeat(3000),
    '\\frac{1}{'.repeat(500),
    '\\input{|rm}',
  ];
  let count = 0;
  const paper = (name: string, text: string, more: object = {}): HostilePaper => {
    const arxiv = `2401.${String(++count).padStart(5, '0')}`;
    const whole = { title: `${name} ${text}`, abstract: `Abstract of ${name}. ${text}` };
    const record = {
      id: `arxiv:${arxiv}`,
      key: `${name.toLowerCase()}2024`,
      ...whole,
      source: whole,
      authors: [{ given: text, family: `${name} ${text}` }],
      year: 2024,
      type: 'article',
      venue: text,
      arxiv,
      topics: ['Hostile', text],
      links: [
        { kind: 'arxiv', url: `https://arxiv.org/abs/${arxiv}` },
        { kind: 'code', url: 'https://evil.example/$(trash)?[x](command:workbench.action.quit)' },
      ],
      ...more,
    };
    return record;
  };
  const megabyte = 'word '.repeat(million / 5);
  return [
    ...Object.entries(texts).map(([name, text]) => paper(name, text)),
    ...Object.entries(texts).map(([name, text]) => paper(`Topic${name}`, text, { topics: [`T${name} ${text}`] })),
    paper('Mathematics', 'in dollars', {
      markup: {
        title: 'Mathematics $\\href{javascript:alert(1)}{x}$',
        abstract: mathematics.map((tex) => `$${tex}$`).join('\n\n'),
      },
    }),
    paper('Giant', megabyte, {
      authors: Array.from({ length: 5000 }, (_, index) => ({ given: `Given${index}`, family: 'F'.repeat(200) })),
      topics: [`Enormous ${megabyte}`],
    }),
    paper('Unbroken', 'x'.repeat(million), { topics: ['Hostile'] }),
    paper('Formula', 'alone', { markup: { title: 'Formula', abstract: `$${'x_{'.repeat(million / 3)}$` } }),
    paper('Dollars', 'many', { markup: { title: 'Dollars', abstract: '$x$'.repeat(million / 3) } }),
  ];
}
