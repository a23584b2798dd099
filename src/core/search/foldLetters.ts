import { foldDiacritics } from '../text';

const names: ReadonlyMap<string, string> = new Map(
  (
    'α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ' +
    'ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi χ chi ψ psi ω omega'
  )
    .match(/\S+ \S+/gu)!
    .map((pair) => pair.split(' ') as [string, string]),
);
// In a word of Greek it is a letter like others.
const loneGreek = /(?<!\p{sc=Greek})\p{sc=Greek}(?!\p{sc=Greek})/gu;
const greek = /[\u0370-\u03ff]/u;

/** Letters as they are searched: without diacritics, and Greek ones by their names: `β-VAE` → `beta-VAE`. */
export function foldLetters(text: string): string {
  const folded = foldDiacritics(text);
  if (!greek.test(folded)) return folded;
  return folded.replace(loneGreek, (letter) => names.get(letter.toLowerCase()) ?? letter);
}
