import { EXPLAINED_ABI } from "./EXPLAINED_ABI.ts";
import { findRevert } from "./findRevert.ts";
import { RevertError } from "./RevertError.ts";
import { sentenceOf } from "./sentenceOf.ts";

/** A refusal by a contract in words, if that is what the error is; else the error itself. */
export function explainRevert(error: unknown): unknown {
  const reverted = findRevert(error, EXPLAINED_ABI);
  if (reverted === undefined) return error;
  const { data, reason, shortMessage, signature } = reverted;
  if (data === undefined) {
    const sentence = `The contract refused this: ${reason ?? shortMessage}.`;
    return new RevertError(signature ?? "", [], sentence);
  }
  const values = data.args ?? [];
  return new RevertError(data.errorName, values, ...sentenceOf(data.errorName, values));
}
