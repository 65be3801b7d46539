import { type Address, getAddress, isAddress, zeroAddress } from "viem";
import { indexByName } from "../../../core/ids/indexByName.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import type { Program } from "../openProgram.ts";
import type { KnownPartner } from "../partners/readPartners.ts";

/** Whom a name stands for. */
export interface Party {
  readonly name: string;
  readonly wallet: Address;
}

/** A partner by name or wallet, the holder of a standing line or a pool by its name, "treasury", "tax account", or any address. */
export function findParty(
  { terms }: Program,
  partners: readonly KnownPartner[],
  text: string,
): Party {
  const named = indexByName(partners)(text);
  const [partner] = named;
  if (named.length > 1) {
    throw new TributaryError(`${named.length} partners are called "${text}".`, {
      todo: `Give the wallet instead: ${named.map(({ wallet }) => wallet).join(", ")}.`,
    });
  }
  if (partner !== undefined) return partner;
  const holders = [...terms.standing, ...terms.pools];
  const [held] = indexByName(holders)(text);
  if (held !== undefined) return { name: held.name, wallet: held.holder };
  if (text === "treasury" || text === "residual")
    return { name: "treasury", wallet: terms.treasury };
  if (text === "tax account" && terms.rules.taxAccount !== zeroAddress)
    return { name: text, wallet: terms.rules.taxAccount };
  if (isAddress(text)) return nameOf(getAddress(text), partners);
  const names = [...partners, ...holders].map(({ name }) => name);
  throw new TributaryError(
    `The program has no partner, pool or standing line "${text}"${didYouMean(text, names)}.`,
    {
      todo: 'Give the name as it was enrolled, a standing line\'s name, "treasury", or a wallet; `program show` lists them.',
    },
  );
}

function nameOf(wallet: Address, partners: readonly KnownPartner[]): Party {
  const partner = partners.find((one) => one.wallet === wallet || one.paidAt === wallet);
  return partner ?? { name: wallet, wallet };
}
