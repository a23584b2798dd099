import { expect } from 'chai';
import * as fc from 'fast-check';
import { repairLostLatex } from '../../src/core/formats/lostLatex';

interface Place {
  readonly page: string;
  readonly plain: string;
  readonly markup?: string;
}

/** Every place of the bundled page that lost its LaTeX. `corpus.test.ts` holds that there is no other. */
const places: readonly Place[] = [
  { page: 'approximate 10^{13} architectures', plain: 'approximate 10¹³ architectures', markup: 'approximate $10^{13}$ architectures' },
  { page: 'up to 10times compression', plain: 'up to 10× compression' },
  { page: 'using O(dm^2) precomputation, O(dm) cost', plain: 'using O(dm²) precomputation, O(dm) cost', markup: 'using $O(dm^2)$ precomputation, $O(dm)$ cost' },
  { page: 'query cost O(m) for any', plain: 'query cost O(m) for any', markup: 'query cost $O(m)$ for any' },
  { page: 'cost O(dm + m^2) for computing the IHVP and O(dm + m^3) for', plain: 'cost O(dm + m²) for computing the IHVP and O(dm + m³) for', markup: 'cost $O(dm + m^2)$ for computing the IHVP and $O(dm + m^3)$ for' },
  { page: 'decoder layer by 130times, while', plain: 'decoder layer by 130×, while' },
  { page: 'achieving 3.72sim4.11times inference speedup', plain: 'achieving 3.72–4.11× inference speedup' },
  { page: 'obtained 91.7\\% top-1 accuracy', plain: 'obtained 91.7% top-1 accuracy' },
  { page: 'SNN baselines (14.3M) by 3.0\\%. To', plain: 'SNN baselines (14.3M) by 3.0%. To' },
  { page: 'the KV cache by 4.98times, with only a 0.38% drop', plain: 'the KV cache by 4.98×, with only a 0.38% drop' },
  { page: 'E$^{2}$GAN: Efficient Training', plain: 'E²GAN: Efficient Training', markup: 'E$^{2}$GAN: Efficient Training' },
  { page: '(e.g., VSEinfty, CLIP4Clip, Clip-ViL, and MDETR)', plain: '(e.g., VSE∞, CLIP4Clip, Clip-ViL, and MDETR)', markup: '(e.g., VSE$\\infty$, CLIP4Clip, Clip-ViL, and MDETR)' },
  { page: 'which is 14times faster', plain: 'which is 14× faster' },
  { page: 'by 15.81times (16.95times), while', plain: 'by 15.81× (16.95×), while' },
  { page: 'achieves 2times training speed-up', plain: 'achieves 2× training speed-up' },
  { page: 'approximately 0.12\\% of the total', plain: 'approximately 0.12% of the total' },
  { page: 'ImageNet 512times512 benchmark', plain: 'ImageNet 512×512 benchmark' },
  { page: 'ImageNet 256times256 checkpoint while being 30times more', plain: 'ImageNet 256×256 checkpoint while being 30× more' },
  { page: 'in an online fashion -- one instance at a time -- optimizing', plain: 'in an online fashion – one instance at a time – optimizing' },
  { page: 'saving 15times sim 24times storage', plain: 'saving 15×–24× storage' },
  { page: 'one 1008times756 image', plain: 'one 1008×756 image' },
  { page: 'which is 100\\% robust', plain: 'which is 100% robust' },
  { page: 'SPANN is 2times faster', plain: 'SPANN is 2× faster' },
  { page: 'at: {\\footnotesizeblue{https://github.com/microsoft/SPTAG}}.', plain: 'at: https://github.com/microsoft/SPTAG.' },
  { page: 'up to 48times faster checkpointing and 2.2times faster', plain: 'up to 48× faster checkpointing and 2.2× faster' },
  { page: 'by up to 11.1times, compared', plain: 'by up to 11.1×, compared' },
  { page: 'up to 2.4\\times speedup', plain: 'up to 2.4× speedup' },
  { page: 'up to 6.7\\times inference acceleration', plain: 'up to 6.7× inference acceleration' },
  { page: 'complexity of o(Nd) when M=Theta(Nd), since', plain: 'complexity of o(Nd) when M = Θ(Nd), since', markup: 'complexity of $o(Nd)$ when $M=\\Theta(Nd)$, since' },
  { page: 'slow memory is Omega(Nd). This', plain: 'slow memory is Ω(Nd). This', markup: 'slow memory is $\\Omega(Nd)$. This' },
  { page: 'for any values of M geq d^2 within any', plain: 'for any values of M ≥ d² within any', markup: 'for any values of $M \\geq d^2$ within any' },
  { page: 'for M < d^2, and show', plain: 'for M < d², and show', markup: 'for $M < d^2$, and show' },
  { page: 'runtime speedup (2-4times compared', plain: 'runtime speedup (2-4× compared' },
  { page: 'reaching only 25-40\\% of', plain: 'reaching only 25-40% of' },
  { page: 'around 2times speedup compared to FlashAttention, reaching 50-73\\% of', plain: 'around 2× speedup compared to FlashAttention, reaching 50-73% of' },
  { page: '(72\\% model FLOPs utilization)', plain: '(72% model FLOPs utilization)' },
  { page: 'IO-aware -- accounting', plain: 'IO-aware – accounting' },
  { page: '3times speedup on GPT-2 (seq. length 1K), and 2.4times speedup', plain: '3× speedup on GPT-2 (seq. length 1K), and 2.4× speedup' },
  { page: 'time complexity O (log(D) cdot |p|), where', plain: 'time complexity O(log(D) · |p|), where', markup: 'time complexity $O(\\log(D) \\cdot |p|)$, where' },
  { page: "from an `observation' window", plain: 'from an ‘observation’ window' },
  { page: 'Large Language Models~(LLMs). However', plain: 'Large Language Models (LLMs). However' },
  { page: 'KV cache~(MiKV), a', plain: 'KV cache (MiKV), a' },
  { page: 'end-to-end 4.5times speedup by reducing 28times prefilling', plain: 'end-to-end 4.5× speedup by reducing 28× prefilling' },
  { page: 'less than 1.7\\% degradation', plain: 'less than 1.7% degradation' },
  { page: "it is ``safe'' to evict", plain: 'it is “safe” to evict' },
  { page: 'in 95\\%ile latency and GPU utilization by 33.5\\% and 20.1\\%, respectively', plain: 'in 95%ile latency and GPU utilization by 33.5% and 20.1%, respectively' },
  { page: 'by 1.3-2.4times -- equivalent', plain: 'by 1.3-2.4× – equivalent' },
  { page: 'less than 3\\% accuracy', plain: 'less than 3% accuracy' },
  { page: 'best accuracy--complexity trade-off', plain: 'best accuracy–complexity trade-off' },
  { page: 'that sub-O(n) memory', plain: 'that sub-O(n) memory', markup: 'that sub-$O(n)$ memory' },
  { page: 'with O(n) memory and sub-O(n^2) pre-filling', plain: 'with O(n) memory and sub-O(n²) pre-filling', markup: 'with $O(n)$ memory and sub-$O(n^2)$ pre-filling' },
  { page: 'A^2ATS: Retrieval-Based', plain: 'A²ATS: Retrieval-Based', markup: 'A$^2$ATS: Retrieval-Based' },
  { page: 'proposes A^2ATS, a novel', plain: 'proposes A²ATS, a novel', markup: 'proposes A$^2$ATS, a novel' },
  { page: 'Data Filtering -- Data Curation', plain: 'Data Filtering – Data Curation' },
  { page: '2.6times less peak memory', plain: '2.6× less peak memory' },
  { page: 'up to 4times larger batch size, bringing 2.35times sim 3.47times throughput', plain: 'up to 4× larger batch size, bringing 2.35×–3.47× throughput' },
]; // prettier-ignore

/** What other pages of this kind hold. */
const elsewhere: readonly Place[] = [
  { page: 'an mathcal{O}(n log n) method', plain: 'an O(n log n) method', markup: 'an $\\mathcal{O}(n \\log n)$ method' },
  { page: 'in mathbb{R}^d', plain: 'in ℝᵈ', markup: 'in $\\mathbb{R}^d$' },
  { page: 'for alpha = 0.5 and beta_1', plain: 'for α = 0.5 and β₁', markup: 'for $\\alpha = 0.5$ and $\\beta_1$' },
  { page: 'the L_2 norm, the ell_2 norm', plain: 'the L₂ norm, the ℓ₂ norm', markup: 'the $L_2$ norm, the $\\ell_2$ norm' },
  { page: 'at 10^{-3} or 2^10', plain: 'at 10⁻³ or 2¹⁰', markup: 'at $10^{-3}$ or $2^{10}$' },
  { page: '10^{6}times fewer', plain: '10⁶× fewer', markup: '$10^6$× fewer' },
  { page: 'an R^2 of 0.9', plain: 'an R² of 0.9', markup: 'an $R^2$ of 0.9' },
  { page: 'for all n leq k', plain: 'for all n ≤ k', markup: 'for all $n \\leq k$' },
  { page: 'geq 90\\% of', plain: '≥ 90% of' },
  { page: 'about sim10times, sim5\\%', plain: 'about ~10×, ~5%' },
  { page: '93.2pm0.3 points', plain: '93.2 ± 0.3 points' },
  { page: '224 times 224 pixels, H times W', plain: '224×224 pixels, H × W' },
  { page: 'kept $n log n$ of $k \\ll n$', plain: 'kept n log n of k ≪ n', markup: 'kept $n \\log n$ of $k \\ll n$' },
  { page: 'costs $5, x^2 more', plain: 'costs $5, x² more', markup: 'costs \\$5, $x^2$ more' },
  { page: 'emph{very} \\textbf{bold}', plain: 'very bold' },
]; // prettier-ignore

/** Words and names that look like lost LaTeX. */
const lookAlikes: readonly string[] = [
  'sometimes similar, simple and simultaneously simulated by SimpleNet: a simulation',
  'having 2 to 25 times fewer parameters, runs 5-40 times faster, 2.7 times, four times as fast, many times',
  'sim-to-real and sim2real, in sim 90% of runs, a SIM card, runtimes, lifetimes of 3 timescales',
  'lambda functions, the alpha version, beta testing, epsilon-greedy, Omega-3, Gamma and Theta waves',
  'logs, log files, max pooling, min and max, exp and sin, in a group, to be or not to be',
  'F1 score, H2O, CaM, W4A8, GPT-4, O1, (O) and (o), k-means, x86_64, CUDA_VISIBLE_DEVICES, my_var, a_b_c',
  'a < b, p < 0.05, > 30 FPS, > 90% of requests, x = y, 1 + 1 = 2, 3/4, 52/55, |p|, 8xA100-80GB, 9.7x - 3,201x',
  'costs $5 and $6, $10 to $20',
  "the \"expert\" models, don't, O'Reilly's, the authors' own, 'quoted', `code`, --help, ~5 GB, {a, b}",
  'https://a.example/x_1/10times?y=$z$&w=~me--you and http://b.example/sim10',
  'approx. 10, approx 10, pm 5, 5 pm, infinity, geqo, Le Roy, subtext, frac and sqrt',
  '',
];

describe('LaTeX that a page lost', () => {
  for (const { page, plain, markup } of [...places, ...elsewhere]) {
    it(`${page} → ${plain}`, () => {
      expect(repairLostLatex(page)).to.deep.equal(markup === undefined ? { plain } : { plain, markup });
    });
  }

  for (const text of lookAlikes) {
    it(`leaves “${text}”`, () => expect(repairLostLatex(text)).to.deep.equal({ plain: text }));
  }

  it('changes its own repairs no more', () => {
    for (const { plain } of [...places, ...elsewhere]) expect(repairLostLatex(plain).plain).to.equal(plain);
  });

  it('reads any text, also a long or a deep one', () => {
    const piece = fc.constantFrom(
      'O(',
      '^',
      '_',
      '{',
      '}',
      '$',
      '\\',
      '10',
      'times',
      'sim',
      ' ',
      'n',
      'Theta(',
      'geq',
      ')',
      '|',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        expect(repairLostLatex(pieces.join('')).plain).to.be.a('string');
      }),
      { seed: 2022 },
    );
    for (const one of [
      'O(',
      '(',
      'x^',
      'x^{',
      '$',
      '10times',
      'x_',
      '1,',
      'O(n ',
      'n + ',
      '|',
      'sqrt{',
      '`x',
      '1 times ',
      '$x',
    ]) {
      expect(repairLostLatex(one.repeat(20_000)).plain).to.be.a('string');
    }
  }).timeout(20_000);

  it('finishes 1 MB without a break in it', () => {
    for (const one of ['x', '1', 'times', 'O(n)', '10times', '\\', '{']) {
      expect(repairLostLatex(one.repeat(1_000_000 / one.length)).plain).to.be.a('string');
    }
  }).timeout(20_000);
});
