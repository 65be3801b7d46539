import { type Address, type Hex, keccak256, stringToHex } from "viem";
import { HEAD, splitFields } from "../../core/batches/fields.ts";
import type { ShownSale } from "../../core/batches/showSales.ts";
import { drawSales } from "./drawSales.ts";
import { type Bench, nameOf } from "./openBench.ts";
import type { Saas } from "./openSaas.ts";

const EVIDENCE = keccak256(stringToHex("evidence"));

/** Refunds of whole sales out of a batch of 50, in the SaaS example. */
export async function measureRefunds(bench: Bench, saas: Saas): Promise<void> {
  const { measure } = bench;
  for (const currency of bench.currencies) {
    const name = nameOf(currency);
    const show = await showBatch(saas, currency);
    const refund = (places: readonly number[]) =>
      saas.program.write.refund([places.map((place) => refundOf(show(place))), EVIDENCE]);
    await measure(`refund alone, ${name}`, await refund([25]));
    const twenty = Array.from({ length: 20 }, (_, place) => place);
    await measure(`refund of 20, each, ${name}`, await refund(twenty), { per: 20 });
  }
}

/** Disputes of sales out of a batch of 50 and how they end, in a program that knows disputes; the disputant has had one before. */
export async function measureDisputes(bench: Bench, saas: Saas): Promise<void> {
  const { measure, networkHelpers } = bench;
  const { program, wallets, terms } = saas;
  const [account = "0x"] = wallets;
  await networkHelpers.impersonateAccount(account);
  await networkHelpers.setBalance(account, 10n ** 18n);
  for (const currency of bench.currencies) {
    const name = nameOf(currency);
    const batch = await showBatch(saas, currency);
    const again = await showBatch(saas, currency, idsOf(batch));
    const dispute = (place: number) =>
      program.write.dispute([account, batch(place), 0n, "not mine", EVIDENCE], { account });
    await dispute(0);
    await measure(`dispute, ${name}`, await dispute(1));
    for (const place of [2, 3, 4]) await dispute(place);
    // Its own partners, each with the line of another.
    const [first = 0n, ...rest] = batch(3).words.map((word) => word & 0xfffffn);
    const others = [...rest, first];
    await measure(`uphold a sale, ${name}`, await program.write.upholdSale([batch(1), "so"]));
    await measure(`void a sale, ${name}`, await program.write.voidSale([batch(2), "so"]));
    const given = await program.write.reattributeSale([batch(3), others, "so"]);
    await measure(`re-attribute a sale, ${name}`, given);
    const duplicate = await program.write.voidDuplicate([batch(7), again(7)]);
    await measure(`void a duplicate, ${name}`, duplicate);
    await networkHelpers.time.increase(terms.period * (terms.rules.disputePeriods + 1));
    const close = await program.write.closeDispute([batch(4)]);
    await measure(`close a dispute that nobody settled, ${name}`, close);
  }
}

async function showBatch(
  { post, show }: Saas,
  currency: Address,
  ids: readonly Hex[] = [],
): Promise<(place: number) => ShownSale> {
  const drawn = drawSales({ size: 50, currency, partners: 30 });
  return show(
    await post(
      currency,
      drawn.map((sale, i) => ({ ...sale, id: ids[i] ?? sale.id })),
    ),
  );
}

function idsOf(show: (place: number) => ShownSale): readonly Hex[] {
  return Array.from({ length: 50 }, (_, place) => show(place).id);
}

function refundOf(sale: ShownSale) {
  const amount = splitFields(sale.head, HEAD)(HEAD.amount);
  return { sale, id: sale.id, tag: 0n, amount, reason: "returned" };
}
