import { type Address, getAddress, isAddress } from "viem";
import { namedParties } from "../../../core/deal/namedParties.ts";
import { indexByName } from "../../../core/ids/indexByName.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { joinWords } from "../../../core/text/joinWords.ts";
import { printable } from "../../../core/text/printable.ts";
import type { Program } from "../openProgram.ts";
import type { KnownPartner } from "../partners/readPartners.ts";

/** Whom a name stands for. */
export interface Party {
  readonly name: string;
  readonly wallet: Address;
}

/**
 * A partner by name or wallet, the holder of a standing line or a pool by its name, "treasury", "tax account", or any address.
 * A name that fits several wallets is refused with all of them.
 */
export function findParty(
  { terms }: Program,
  partners: readonly KnownPartner[],
  text: string,
): Party {
  const parties = [
    ...partners.map(({ name, wallet }) => ({ name, wallet, what: "partner" })),
    ...namedParties(terms),
  ];
  const named = indexByName(parties)(text);
  const [party] = named;
  if (new Set(named.map(({ wallet }) => wallet)).size > 1) {
    const choices = named.map(({ what, wallet }) => `${wallet} of the ${what}`);
    throw new TributaryError(`${named.length} parties are called "${printable(text)}".`, {
      found: joinWords(choices),
      todo: "Give the wallet instead.",
    });
  }
  if (party !== undefined) return party;
  if (isAddress(text)) return nameOf(getAddress(text), partners);
  const names = parties.map(({ name }) => name);
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
