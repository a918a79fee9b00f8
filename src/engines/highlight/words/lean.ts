/** The words of Lean 3 that its lexer knows. */

export const KEYWORDS = `
  abbreviation add_rewrite alias assume axiom begin by calc calc_refl calc_subst calc_trans #check
  coercion conjecture constant constants context corollary def definition end #eval example export expose
  exposing exit extends from fun have help hiding hott hypothesis import include including inductive
  infix infixl infixr inline instance irreducible lemma match namespace notation opaque opaque_hint open
  options parameter parameters postfix precedence prefix #print private protected #reduce reducible
  renaming repeat section set_option show tactic_hint theorem universe universes using variable variables
  with
`;
