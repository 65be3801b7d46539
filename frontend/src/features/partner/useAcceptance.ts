import { FIRST_POOL } from "@core/ledger/PartnerState";
import { useView } from "../chain/useView";
import type { PartyCardProps } from "./PartyCardProps";

/** Whether a partner has accepted the terms, where they ask for it: until it has, or has left, it is paid none of its credits. */
type Acceptance = "not asked" | "missing" | "given";

const LEFT = 3;

/** Undefined until the program has said. */
export function useAcceptance({
  program,
  party,
  revision,
}: Pick<PartyCardProps, "program" | "party" | "revision">): Acceptance | undefined {
  const { acceptance } = program.terms.rules;
  return useView(program, ["acceptance", party], revision, async (read): Promise<Acceptance> => {
    if (!acceptance) return "not asked";
    const { number, accepted } = await read.membershipOf([party]);
    if (number === 0 || number >= FIRST_POOL) return "not asked";
    if (accepted) return "given";
    const { status } = await read.partnerAt([BigInt(number)]);
    return status === LEFT ? "not asked" : "missing";
  }).data;
}
