import { EXPLAINED_ABI } from "./EXPLAINED_ABI.ts";
import { EXPLAINED_PLAN_ABI } from "./EXPLAINED_PLAN_ABI.ts";
import { findRevert } from "./findRevert.ts";
import { RevertError } from "./RevertError.ts";
import { sentenceOf } from "./sentenceOf.ts";
import { OPCODE, UNKNOWN_OPCODE } from "./unknownOpcode.ts";

/** What programs, equity plans and tokens can refuse. */
const ERRORS = [...EXPLAINED_ABI, ...EXPLAINED_PLAN_ABI].filter(({ type }) => type === "error");

/** A refusal by a contract in words, if that is what the error is; else the error itself. */
export function explainRevert(error: unknown): unknown {
  const reverted = findRevert(error, ERRORS);
  if (reverted === undefined) return error;
  const { data, reason, shortMessage, signature } = reverted;
  if (data === undefined) {
    const said = reason ?? shortMessage;
    if (OPCODE.test(said)) return new RevertError(signature ?? "", [], UNKNOWN_OPCODE);
    const sentence = `The contract refused this: ${said}.`;
    return new RevertError(signature ?? "", [], sentence);
  }
  const values = data.args ?? [];
  return new RevertError(data.errorName, values, ...sentenceOf(data.errorName, values));
}
