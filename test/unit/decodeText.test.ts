import { expect } from 'chai';
import fc from 'fast-check';
import { decodeText } from '../../src/core/formats/decodeText';
import { isBinary } from '../../src/core/formats/isBinary';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('Decoding library files', () => {
  const table: readonly (readonly [what: string, bytes: Uint8Array, text: string])[] = [
    ['nothing', Buffer.of(), ''],
    ['UTF-8', utf8('Häse 王 𝒪'), 'Häse 王 𝒪'],
    ['UTF-8 with a mark', utf8('\uFEFF@article{Häse'), '@article{Häse'],
    ['UTF-16, little end first', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('Häse 王', 'utf16le')]), 'Häse 王'],
    ['UTF-16, big end first', Buffer.concat([Buffer.of(0xfe, 0xff), bigEndian('Häse 王')]), 'Häse 王'],
    ['Latin-1', latin1('Häse, Çelik'), 'Häse, Çelik'],
    ['Windows-1252', Buffer.concat([Buffer.of(0x80, 0x93), latin1('Škoda'.replace('Š', '\x8A'))]), '€“Škoda'],
    [
      'JabRef’s header',
      Buffer.concat([latin1('% Encoding: ISO8859_2\n'), Buffer.of(0xb3)]),
      '% Encoding: ISO8859_2\nł',
    ],
    [
      'a code page of Windows',
      Buffer.concat([latin1('% Encoding: Cp1251\n'), Buffer.of(0xdf)]),
      '% Encoding: Cp1251\nЯ',
    ],
    ['a header that is wrong', utf8('% Encoding: Cp1252\nŁ'), '% Encoding: Cp1252\nŁ'],
    ['an encoding nobody knows', latin1('% Encoding: Nonesuch\né'), '% Encoding: Nonesuch\né'],
    ['UTF-8 and Latin-1 in one file', Buffer.concat([utf8('Erdős 𝒪 '), latin1('Häse')]), 'Erdős 𝒪 Häse'],
    ['UTF-8 that is cut off', utf8('Erdő').subarray(0, 4), 'ErdÅ'],
    ['overlong UTF-8', Buffer.of(0xc0, 0xaf, 0xe0, 0x80, 0xaf), 'À¯à€¯'],
    ['a surrogate in UTF-8', Buffer.of(0xed, 0xa0, 0x80), 'í\u00A0€'],
  ];
  for (const [what, bytes, text] of table) {
    it(`reads ${what}`, () => expect(decodeText(bytes)).to.equal(text));
  }

  it('reads long files of single bytes whole', () => {
    const text = 'Häse '.repeat(10_000);
    expect(decodeText(latin1(text))).to.equal(text);
    expect(decodeText(Buffer.concat([utf8('𝒪'.repeat(10_000)), Buffer.of(0xe9)]))).to.equal(`${'𝒪'.repeat(10_000)}é`);
  });

  it('gives some text for any bytes, and the same for any UTF-8', () => {
    const options = { seed: 20221122, numRuns: 1_000 };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => typeof decodeText(bytes) === 'string'),
      options,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const whole = text.toWellFormed();
        if (!/^[\uFEFF\uFFFE]/u.test(whole)) expect(decodeText(utf8(whole))).to.equal(whole);
      }),
      options,
    );
  }).timeout(20_000);
});

describe('Binary files', () => {
  const png = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
  it('are those with NUL in their beginning', () => {
    expect(isBinary(png)).to.equal(true);
    expect(isBinary(utf8('@article{a}'))).to.equal(false);
    expect(isBinary(Buffer.of())).to.equal(false);
  });

  it('are not UTF-16, and a stray NUL deep in a text makes none', () => {
    expect(isBinary(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('ab', 'utf16le')]))).to.equal(false);
    expect(isBinary(Buffer.concat([utf8('a'.repeat(10_000)), Buffer.of(0)]))).to.equal(false);
  });
});
