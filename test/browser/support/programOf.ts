import type { Address, PublicClient } from "viem";
import type { ShownSale } from "../../../core/batches/showSales.ts";
import { programAbi } from "../../../generated/abis/Program.ts";

/** What a program's contract says, to compare with what the page shows and does. */
export function programOf(reader: Pick<PublicClient, "readContract">, address: Address) {
  const contract = { address, abi: programAbi } as const;
  return {
    amendment: () => reader.readContract({ ...contract, functionName: "amendment" }),
    termsHash: () => reader.readContract({ ...contract, functionName: "termsHash" }),
    membership: (party: Address) =>
      reader.readContract({ ...contract, functionName: "membershipOf", args: [party] }),
    payout: (party: Address) =>
      reader.readContract({ ...contract, functionName: "payoutOf", args: [party] }),
    account: (party: Address, currency: Address) =>
      reader.readContract({ ...contract, functionName: "account", args: [party, currency] }),
    line: (line: bigint) =>
      reader.readContract({ ...contract, functionName: "lineState", args: [line] }),
    reserve: (line: bigint, currency: Address) =>
      reader.readContract({ ...contract, functionName: "reserveOf", args: [line, currency] }),
    partner: (number: bigint) =>
      reader.readContract({ ...contract, functionName: "partnerAt", args: [number] }),
    sale: (shown: ShownSale) =>
      reader.readContract({ ...contract, functionName: "saleAt", args: [shown] }),
    frozen: (currency: Address) =>
      reader.readContract({ ...contract, functionName: "frozenOf", args: [currency] }),
  };
}
