/** How nodes say that code has come to an instruction that their chain does not have. */
export const OPCODE =
  /invalid opcode|bad instruction|opcode \S+ not defined|opcode ?not ?found|NotActivated|InvalidFEOpcode/i;

/** What that means: the contracts themselves are on no chain that lacks theirs. */
export const UNKNOWN_OPCODE =
  "A contract has come to an instruction that the chain does not have. Tributary's need the hard fork Cancun, without which no program is created; in one that is there it is a token, wallet or other contract that the call came to, whose code is broken or made for a later fork. Ask who made it.";
