import { TributaryError } from "../../core/TributaryError.ts";
import type { Chain } from "../chain/openChain.ts";

/** As many blocks as a reorganisation of a live chain practically never reaches; a development chain has none. */
const CONFIRMATIONS = 12;

/** The value of --confirmations: blocks after which one counts as final. */
export function requireConfirmations({ instance }: Chain, text: string | undefined): number {
  if (text === undefined) return instance === undefined ? CONFIRMATIONS : 0;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new TributaryError(`"${text}" is no number of confirmations.`, {
    allowed: "a whole number of blocks, such as 12",
  });
}
