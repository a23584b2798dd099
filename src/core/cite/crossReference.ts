/**
 * Keys that Quarto reads as references to figures and the like, in the syntax of citations: `@fig-one`
 * (https://quarto.org/docs/authoring/cross-references.html).
 */
export const crossReference =
  /^(?<kind>fig|tbl|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|supp)-/u;
