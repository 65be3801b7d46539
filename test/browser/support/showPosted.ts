import type { Address, Hex, PublicClient } from "viem";
import { SALE_POSTED } from "../../../core/batches/leafOf.ts";
import { readPosted } from "../../../core/batches/readPosted.ts";
import { type ShownSale, showSales } from "../../../core/batches/showSales.ts";
import { placeOfHead } from "../../../core/ledger/placeOfHead.ts";
import { splitPlace } from "../../../core/ledger/salePlace.ts";
import { programAbi } from "../../../generated/abis/Program.ts";

/**
 * A sale as it was posted, from the logs of its batch. Each transaction posts one.
 *
 * @param which Of several sales of the id: 0 the first.
 */
export async function showPosted(
  client: Pick<PublicClient, "getLogs" | "readContract">,
  program: Address,
  id: Hex,
  which = 0,
): Promise<ShownSale> {
  const logs = await client.getLogs({ address: program, fromBlock: 0n });
  const posted = logs.filter(({ topics }) => topics[0] === SALE_POSTED);
  const found = posted.filter((log) => readPosted(log).id === id)[which];
  if (found === undefined) throw new Error(`No sale ${id} is posted.`);
  const { batch, place } = splitPlace(placeOfHead(readPosted(found).head));
  const root = await client.readContract({
    address: program,
    abi: programAbi,
    functionName: "rootOf",
    args: [BigInt(batch)],
  });
  const siblings = posted.filter(
    ({ transactionHash }) => transactionHash === found.transactionHash,
  );
  return showSales(siblings, root)(place);
}
