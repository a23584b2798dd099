import { expect } from 'chai';
import * as fc from 'fast-check';
import { findUrls, paperLinks } from '../../src/core/links';

describe('links', () => {
  const table: readonly [string, readonly string[]][] = [
    ['Code is at https://github.com/naver-ai/seit.', ['https://github.com/naver-ai/seit']],
    ['website https://abdullahamdi.com/ges .', ['https://abdullahamdi.com/ges']],
    ['at https://maincold2.github.io/c3dgs/.', ['https://maincold2.github.io/c3dgs/']],
    ['at: {\\footnotesizeblue{https://github.com/microsoft/SPTAG}}.', ['https://github.com/microsoft/SPTAG']],
    ['(see https://a.example/b_(c)).', ['https://a.example/b_(c)']],
    ['[https://a.example/x], then', ['https://a.example/x']],
    ['"https://a.example/x"', ['https://a.example/x']],
    ['<https://a.example/x>', ['https://a.example/x']],
    ['https://a.example/x?y=1&z=%20#top!', ['https://a.example/x?y=1&z=%20#top']],
    ['https://a.example, https://b.example; http://C.example:8080/', ['https://a.example', 'https://b.example', 'http://C.example:8080/']],
    ['HTTPS://A.example/Q', ['HTTPS://A.example/Q']],
    ['https://a.example/scaling_laws_data_filtering', ['https://a.example/scaling_laws_data_filtering']],
    ['https://a.example/Ångström', ['https://a.example/Ångström']],
    ['https://a.example/x\u202Etxt.exe', ['https://a.example/x']],
    ['https://a.example/x\u0000y', ['https://a.example/x']],
    ['https://a.example/`x`', ['https://a.example/']],
    ['https://github.com@evil.example/x', []],
    ['https://user:password@evil.example/x', []],
    ['https://a.b.c:80@evil.example/x', []],
    ['https://localhost/x', []],
    ['https://', []],
    ['https://.', []],
    ['https:///x', []],
    ['https://a..example', []],
    ['javascript:alert(1)', []],
    ['command:workbench.action.quit', []],
    ['file:///etc/passwd ftp://a.example vscode://x/y data:text/html,x', []],
    ['xhttps://a.example', []],
    ['nothing here', []],
    ['', []],
  ]; // prettier-ignore
  for (const [text, urls] of table) {
    it(`finds ${urls.length === 0 ? 'no address' : urls.join(' and ')} in “${text}”`, () => {
      expect(findUrls(text).map(({ url }) => url)).to.deep.equal(urls);
    });
  }

  it('finds nothing absurdly long, and quickly', () => {
    expect(findUrls(`https://a.example/${'x'.repeat(1_000_000)}`)).to.deep.equal([]);
    expect(findUrls(`https://a.example/${')'.repeat(1_000_000)}`)).to.have.length(1);
    expect(findUrls('https://'.repeat(100_000))).to.deep.equal([]);
    expect(findUrls(`https://${'a.'.repeat(300_000)}`)).to.deep.equal([]);
    expect(findUrls(`https://${'a-'.repeat(300_000)}`)).to.deep.equal([]);
  }).timeout(20_000);

  it('gives offsets into the text, whatever the text', () => {
    const piece = fc.constantFrom('https://', 'a.example', '/', '(', ')', '.', ' ', '@', 'x', '"', '\u202E', '😀');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, url } of findUrls(text)) {
          expect(start).to.be.at.least(last);
          expect(text.slice(start, end)).to.equal(url);
          expect(url).to.match(/^https?:\/\/[^\s"<>`\\{}|^]+$/i);
          last = end;
        }
      }),
      { seed: 2022 },
    );
  });

  it('orders and names the links of a paper', () => {
    const links = paperLinks(
      {
        arxiv: '2408.03822',
        doi: '10.1002/(SICI)1097<1::AID#1>3.0',
        abstract:
          'Project page: https://maincold2.github.io/c3dgs/. Models: https://huggingface.co/a/b, see arxiv.org/abs/1.',
      },
      ['https://github.com/a/b', 'https://maincold2.github.io/c3dgs'],
    );
    expect(links).to.deep.equal([
      { kind: 'arxiv', url: 'https://arxiv.org/abs/2408.03822' },
      { kind: 'pdf', url: 'https://arxiv.org/pdf/2408.03822' },
      { kind: 'doi', url: 'https://doi.org/10.1002/(sici)1097%3C1::aid%231%3E3.0' },
      { kind: 'code', url: 'https://github.com/a/b' },
      { kind: 'code', url: 'https://huggingface.co/a/b' },
      { kind: 'project', url: 'https://maincold2.github.io/c3dgs' },
    ]);
  });

  it('takes addresses that differ in case, www, a slash or .git for one', () => {
    const abstract = 'https://github.com/A/B.git http://www.github.com/a/b/ https://github.com/a/b/tree/main/c';
    expect(paperLinks({ abstract }, ['https://github.com/a/b']).map(({ url }) => url)).to.deep.equal([
      'https://github.com/a/b',
      'https://github.com/a/b/tree/main/c',
    ]);
  });

  it('leaves out what is no web address', () => {
    expect(
      paperLinks({ abstract: 'javascript:alert(1)', arxiv: '../../x', doi: 'x' }, ['command:a.b', '']),
    ).to.deep.equal([]);
  });
});
