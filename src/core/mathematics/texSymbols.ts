function table(entries: string): ReadonlyMap<string, string> {
  const words = entries.trim().split(/\s+/u);
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) pairs.set(words[at]!, words[at + 1]!);
  return pairs;
}

/** TeX commands for letters and signs that stand close to what follows them, without their backslashes. */
export const texLetters = table(`
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
  nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬
  top ⊤ bot ⊥ angle ∠ prime ′ degree ° dagger † ddagger ‡ checkmark ✓ star ⋆ imath ı jmath ȷ
  sum ∑ prod ∏ int ∫ oint ∮ surd √ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lVert ‖ rVert ‖ Vert ‖
  lvert | rvert | vert | lbrace { rbrace } lbrack [ rbrack ] backslash \\
  ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ mathellipsis …
`);

/** TeX commands for operators and relations, which stand between spaces. */
export const texRelations = table(`
  times × cdot · div ÷ pm ± mp ∓ ast ∗ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ cup ∪ cap ∩ setminus ∖ wedge ∧ vee ∨
  land ∧ lor ∨ leq ≤ le ≤ leqslant ≤ lesssim ≲ geq ≥ ge ≥ geqslant ≥ gtrsim ≳ lt < gt > ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡
  approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃
  supseteq ⊇ mid | parallel ∥ perp ⊥ prec ≺ succ ≻ preceq ⪯ succeq ⪰ models ⊨ vdash ⊢ coloneqq ≔ triangleq ≜
  to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Leftarrow ⇐
  Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ hookrightarrow ↪ rightsquigarrow ⇝
`);

/** TeX commands that are written as their own names. */
export const texFunctions: ReadonlySet<string> = new Set(
  `arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln
   log max min mod Pr sec sin sinh sup tan tanh`.split(/\s+/u),
);

/** Superscript forms of the characters that have one. */
export const superscripts = characters(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθϕφχ′∗',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵠᵡ′*',
);

/** Subscript forms of the characters that have one. */
export const subscripts = characters(
  '0123456789+-=()aehijklmnoprstuvxβγρϕφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ',
);

/** Blackboard bold letters of their own places in Unicode; the others are regular. */
export const doubleStruck = characters('CHNPQRZ', 'ℂℍℕℙℚℝℤ');

/** Combining characters for TeX's accents, in mathematics and in text. */
export const texAccents: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'], ['widehat', '\u0302'], ['bar', '\u0304'], ['overline', '\u0305'], ['tilde', '\u0303'],
  ['widetilde', '\u0303'], ['vec', '\u20D7'], ['dot', '\u0307'], ['ddot', '\u0308'], ['acute', '\u0301'],
  ['grave', '\u0300'], ['check', '\u030C'], ['breve', '\u0306'],
  ["'", '\u0301'], ['`', '\u0300'], ['^', '\u0302'], ['"', '\u0308'], ['~', '\u0303'], ['=', '\u0304'],
  ['.', '\u0307'], ['u', '\u0306'], ['v', '\u030C'], ['H', '\u030B'], ['c', '\u0327'], ['k', '\u0328'],
  ['r', '\u030A'], ['d', '\u0323'], ['b', '\u0331'],
]); // prettier-ignore

function characters(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, at) => [character, targets[at]!]));
}
