import type { LedgerPartner } from "@core/ledger/Ledger";
import { useView } from "../chain/useView";
import type { PartyCardProps } from "./PartyCardProps";

/** The partner that a party is: as the program's events have it, or before they are read as the program answers. */
export function usePartner({
  program,
  party,
  state,
  revision,
}: PartyCardProps): LedgerPartner | undefined {
  const answered = useView(program, ["partner", party], revision, async (read) => {
    const { number, name, referrer } = await read.membershipOf([party]);
    if (number === 0) return null;
    const { wallet, joined, tier, status } = await read.partnerAt([BigInt(number)]);
    return { number: BigInt(number), wallet, name, tier, joined, referrer, status };
  });
  return state.past.partnerByWallet.get(party) ?? answered.data ?? undefined;
}
