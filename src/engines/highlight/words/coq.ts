/** The words of Coq that its lexer knows. */

export const COMMANDS = `
  Definition Theorem Lemma Remark Example Fixpoint CoFixpoint Record Inductive CoInductive Corollary Goal
  Proof Ltac Require Import Export Module Section End Variable Context Polymorphic Monomorphic Universe
  Universes Variables Class Instance Global Local Include Printing Notation Infix Arguments Hint Rewrite
  Immediate Qed Defined Opaque Transparent Existing Compute Eval Print SearchAbout Search About Check
`;

export const GALLINA = `
  as fun if in let match then else return end Type Set Prop forall
`;

export const TACTICS = `
  apply eapply auto eauto rewrite setoid_rewrite with in as at destruct split inversion injection intro
  intros unfold fold cbv cbn lazy subst clear symmetry transitivity etransitivity erewrite edestruct
  constructor econstructor eexists exists f_equal refine instantiate revert simpl specialize generalize
  dependent red induction beta iota zeta delta exfalso autorewrite compute vm_compute native_compute
  repeat first try
`;

export const TERMINATORS = `
  omega solve congruence reflexivity exact assumption eassumption
`;
