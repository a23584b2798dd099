import fc from 'fast-check';
import type { PaperIndex } from '../../src/core/search/paperIndex';
import { paper } from './searchCorpus';

export const paperIds: readonly string[] = [...'abcdefghijkl'];

const word = fc.constantFrom(
  ...'kv cache Caching quantization FlashAttention-2 attention fine-tuning LoRA the of models Häse 3D 2024 O’Brien 注意力机制'.split(
    ' ',
  ),
);
const text = (length: number) => fc.array(word, { maxLength: length }).map((words) => words.join(' '));
/** Some papers, of few ids, perhaps with the same one twice. */
export const papers = fc.array(
  fc
    .record({
      id: fc.constantFrom(...paperIds),
      title: text(5),
      abstract: text(20),
      authors: fc.array(fc.record({ given: word, family: word }), { maxLength: 3 }),
      year: fc.constantFrom(2022, 2024),
      venue: fc.constantFrom('ICLR', 'NeurIPS'),
    })
    .map(({ id, ...parts }) => paper(id, parts)),
  { maxLength: 8 },
);
/** Changes of papers, one after the other. */
export const changes = fc.array(fc.record({ removed: fc.subarray([...paperIds, '?']), added: papers }), {
  maxLength: 6,
});
const queries = ['kv', 'cach', 'flash atention', 'hase 2024', 'iclr', 'fine tuning', 'a', '注意', 'quantizaton models'];

/** Everything an index answers. */
export function answers(index: PaperIndex): unknown {
  return [index.size, queries.map((query) => index.search(query, 20)), paperIds.map((id) => index.related(id, 20))];
}
