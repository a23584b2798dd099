import { expect } from 'chai';
import { type Diagnostic, DiagnosticSeverity, extensions, languages, type Uri } from 'vscode';
import type { PapersideApi } from '../../src/host/api';
import { bibEntry, bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { TestFolder } from './support/testFolder';

describe('Problems of library files', () => {
  const folder = new TestFolder();
  let paperside: PapersideApi;
  before(async () => {
    await folder.make();
    paperside = await extensions.getExtension<PapersideApi>('paperside.paperside')!.activate();
    await paperside.ready();
  });
  after(() => folder.remove());

  const keysIn = async (uri: Uri): Promise<readonly string[]> =>
    (await paperside.papers()).flatMap(({ sources }) =>
      sources.filter((source) => source.uri === uri.toString()).map(({ key }) => key),
    );
  const untilKeysIn = (uri: Uri, ...keys: readonly string[]): Promise<void> =>
    eventually(`the papers ${keys.join()}`, async () => [...(await keysIn(uri))].sort().join() === keys.join());
  const untilMarked = (uri: Uri, code: string): Promise<void> =>
    eventually(`the mark of ${code}`, () => languages.getDiagnostics(uri).some((mark) => mark.code === code));

  const { Error, Warning } = DiagnosticSeverity;
  const cases: readonly (readonly [what: string, marked: string, code: string, severity: DiagnosticSeverity])[] = [
    [
      'a duplicate key',
      `${bibEntry('Ada')}@article{|Ada, title = {Other}, author = {B, C}, journal = {J}, year = 2020}\n`,
      'duplicate-key',
      Warning,
    ],
    [
      'an undefined @string',
      `${bibEntry('Ada')}@article{k, title = {T}, author = {B, C}, journal = |jml, year = 2020}\n`,
      'undefined-string',
      Warning,
    ],
    [
      'a missing field',
      `${bibEntry('Ada')}@article{|k, author = {B, C}, journal = {J}, year = 2020}\n`,
      'missing-field',
      Warning,
    ],
  ];
  for (const [what, marked, code, severity] of cases) {
    it(`are marked where they are, and gone when they are mended: ${what}`, async () => {
      const offset = marked.indexOf('|');
      const text = marked.replace('|', '');
      const before = text.slice(0, offset).split('\n');
      const uri = await folder.write(`${code}.bib`, text);
      await untilMarked(uri, code);
      const mark = languages.getDiagnostics(uri).find((one) => one.code === code) as Diagnostic;
      const at = { line: before.length - 1, column: before.at(-1)!.length };
      expect([mark.range.start.line, mark.severity, mark.source]).to.eql([at.line, severity, 'Paperside']);
      expect(await keysIn(uri)).to.include('Ada');
      const problems = await paperside.problems(uri);
      expect(problems.map((problem) => problem.code)).to.eql([code]);
      expect(problems[0]).to.include({
        line: mark.range.start.line,
        column: mark.range.start.character,
        message: mark.message,
      });
      expect(mark.range.start.character).to.equal(at.column);
      await folder.write(`${code}.bib`, bibliography('Ada'));
      await eventually('the end of the mark', () => languages.getDiagnostics(uri).length === 0);
      expect(await paperside.problems(uri)).to.eql([]);
    });
  }

  it('hide no other entry: a malformed one amid others', async () => {
    const uri = await folder.write(
      'malformed.bib',
      `${bibEntry('Ada')}@article{Bea, title = {Never closed\n${bibEntry('Cleo')}`,
    );
    await eventually('the mark', () => languages.getDiagnostics(uri).some(({ severity }) => severity === Error));
    expect(await keysIn(uri)).to.include.members(['Ada', 'Cleo']);
    await folder.delete('malformed.bib');
    await eventually('the end of the mark', () => languages.getDiagnostics(uri).length === 0);
    await untilKeysIn(uri);
  });

  const deep = 100_000;
  const anchors = Array.from({ length: 12 }, (_, level) => {
    const before = Array<string>(9).fill(level === 0 ? 'x' : `*a${level - 1}`);
    return `  a${level}: &a${level} [${before.join(', ')}]\n`;
  });
  const bad: readonly (readonly [what: string, name: string, text: string, message: RegExp])[] = [
    ['a binary file', 'binary.bib', `\u0000\u0001@article{a,\n`, /not a text file/],
    [
      'YAML whose anchors explode',
      'references-lol.yaml',
      `- id: a\n  type: book\n  title: T\n  issued: 2020\n${anchors.join('')}- id: b\n  type: book\n  title: U\n  issued: 2020\n`,
      /./,
    ],
    [
      'JSON nested 100,000 deep',
      'deep.csl.json',
      `[{"id":"a","type":"book","title":"T","issued":{"date-parts":[[2020]]},"x":${'['.repeat(deep)}${']'.repeat(deep)}}]`,
      /^$|./,
    ],
  ];
  for (const [what, name, text, message] of bad) {
    it(`leave the rest untouched: ${what}`, async () => {
      const uri = await folder.write(name, text);
      const good = await folder.write(`beside-${name}.bib`, bibliography('Ada'));
      await untilKeysIn(good, 'Ada');
      if (name !== 'deep.csl.json')
        await eventually('the problem', async () => (await paperside.problems(uri)).length > 0);
      for (const problem of await paperside.problems(uri)) expect(problem.message).to.match(message);
      await folder.delete(name);
      await eventually('the end of the problem', async () => (await paperside.problems(uri)).length === 0);
      expect(await keysIn(good)).to.eql(['Ada']);
    });
  }

  it('are none where a field names a file, which stays a text', async () => {
    const uri = await folder.write('passwd.bib', bibEntry('Ada', { file: '{../../etc/passwd}'.slice(1, -1) }));
    await untilKeysIn(uri, 'Ada');
    expect(await paperside.problems(uri)).to.eql([]);
    const paper = (await paperside.papers()).find(({ sources }) =>
      sources.some((source) => source.uri === uri.toString()),
    )!;
    const record = await paperside.getPaper(paper.id);
    expect(JSON.stringify(record?.links)).not.to.include('passwd');
    expect(await paperside.toBibTeX([paper.id])).not.to.include('root:');
  });

  it('are none in an entry with 3,000 authors', async () => {
    const author = Array.from({ length: 3000 }, (_, index) => `Name${index}, Ada`).join(' and ');
    const uri = await folder.write('authors.bib', bibEntry('Many', { author, title: 'A crowd of three thousand' }));
    await untilKeysIn(uri, 'Many');
    expect(await paperside.problems(uri)).to.eql([]);
    const [hit] = await paperside.search('a crowd of three thousand', { limit: 1 });
    expect((await paperside.getPaper(hit!.id))?.authors).to.have.length(3000);
  });
});
