import { type Address, zeroHash } from "viem";
import type { ShownSale } from "../../../../core/batches/showSales.ts";
import { toId } from "../../../../core/ids/toId.ts";
import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readEventsNamed } from "../../../chain/history/readEventsNamed.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { findPlaces } from "../../../chain/sales/findPlaces.ts";
import { showStanding } from "../../../chain/sales/showStanding.ts";
import { requireAddress } from "../../requireAddress.ts";
import { signerCommand } from "../../signerCommand.ts";

const NOT_POSTED: ShownSale = { id: zeroHash, head: 0n, words: [], proof: [] };

/** `sales release`: ends the waiting of a payment that was not attributed in time, or whose sale was posted otherwise. Anyone may. */
export default signerCommand<"sale" | "payer">(async ({ program, act }, options) => {
  const sale = requireOption("sale", options.sale, "the sale's id");
  const payer =
    options.payer === undefined
      ? await findPayer(program, sale)
      : requireAddress("payer", options.payer);
  const shown = await showPosted(program, sale);
  const { logs, transactionHash } = await act("releasePayment", [toId(sale), payer, shown]);
  const [released] = decodeEventsNamed(logs, ["PaymentReleased"]);
  const toPayer = released?.args.toPayer ?? false;
  return {
    json: { sale, payer, toPayer, transaction: transactionHash },
    text: toPayer
      ? `What ${payer} paid for the sale ${printable(sale)} is its own again: \`claim --partner ${payer}\` pays it.`
      : `What ${payer} paid for the sale ${printable(sale)} counts as revenue.`,
  };
});

/** Whose payment waits; anyone can pay under any id. */
async function findPayer(program: Program, sale: string): Promise<Address> {
  const id = toId(sale);
  const events = await readEventsNamed(program, ["SalePaid", "PaymentReleased"], [id]);
  const payers = new Set<Address>();
  for (const { eventName, args } of events) {
    if (eventName === "SalePaid") payers.add(args.payer);
    else payers.delete(args.payer);
  }
  const [payer, ...others] = payers;
  if (payer !== undefined && others.length === 0) return payer;
  throw new TributaryError(
    payer === undefined
      ? `Nobody has paid a sale ${printable(sale)} on chain, or nothing of it waits.`
      : `Several have paid a sale ${printable(sale)}.`,
    {
      ...(payer !== undefined && { found: listOf([...payers]) }),
      todo: payer === undefined ? "Check its id." : "Name one with --payer.",
    },
  );
}

/** The sale as it was posted, where something of it is left. */
async function showPosted(program: Program, sale: string): Promise<ShownSale> {
  const places = await findPlaces(program, toId(sale));
  const place = places.find(({ left }) => left > 0n);
  const [shown] = place === undefined ? [] : await showStanding(program, [place]);
  return shown ?? NOT_POSTED;
}
