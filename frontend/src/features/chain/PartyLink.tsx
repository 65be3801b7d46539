import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { type Address, getAddress } from "viem";
import { Name } from "../../components/Name";
import type { Past } from "../../history/Past";
import { partnerHref } from "../../lib/site/Route";
import type { Program } from "./useProgram";

interface Props {
  program: Program;
  past: Pick<Past, "partnerByWallet">;
  party: Address;
}

/** A party by name, leading to its page. */
export function PartyLink({ program, past, party }: Props): ReactElement {
  const address = getAddress(party);
  const name = past.partnerByWallet.get(address)?.name;
  const isTreasury = address === getAddress(program.terms.treasury);
  return (
    <a
      className="font-medium text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
      href={partnerHref(program.address, address)}
      title={address}
    >
      {name === undefined ? isTreasury ? "treasury" : shortenHex(address) : <Name text={name} />}
    </a>
  );
}
