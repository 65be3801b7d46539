import { EXPLAINED_ERRORS } from "./EXPLAINED_ERRORS.ts";
import { findRevert } from "./findRevert.ts";
import { RevertError } from "./RevertError.ts";
import { sentenceOf } from "./sentenceOf.ts";
import { OPCODE, UNKNOWN_OPCODE } from "./unknownOpcode.ts";

/** A refusal by a contract in words, if that is what the error is; else the error itself. */
export function explainRevert(error: unknown): unknown {
  const reverted = findRevert(error, EXPLAINED_ERRORS);
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
