import { type Address, encodeFunctionData, type Hex } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { ListedSale } from "./readSalesFile.ts";
import { type PostedSale, toPost } from "./toPost.ts";

/** Sales that one transaction can post together: of one currency, all paid elsewhere or all paid on chain. */
export interface PostingGroup {
  readonly currency: Currency;
  readonly isPaid: boolean;
  readonly items: readonly PostingItem[];
}

export interface PostingItem {
  readonly sale: PostedSale;
  readonly payer: Address | undefined;
}

/** Sales in groups, each in the order of the file. */
export function groupForPosting(
  { currencies }: Program,
  sales: readonly ListedSale[],
  payers: ReadonlyMap<Hex, Address>,
): PostingGroup[] {
  return currencies
    .flatMap((currency) => {
      const items = sales
        .filter((sale) => sale.currency.index === currency.index)
        .map((sale) => ({ sale: toPost(sale), payer: payers.get(sale.id) }));
      const paid = items.filter(({ payer }) => payer !== undefined);
      const elsewhere = items.filter(({ payer }) => payer === undefined);
      return [
        { currency, isPaid: false, items: elsewhere },
        { currency, isPaid: true, items: paid },
      ];
    })
    .filter(({ items }) => items.length > 0);
}

/** The call that posts items of one group. */
export function encodePost(
  { address }: Currency,
  items: readonly PostingItem[],
  evidence: Hex,
): Hex {
  const sales = items.map(({ sale }) => sale);
  const payers = items.map(({ payer }) => payer).filter((payer) => payer !== undefined);
  return payers.length === 0
    ? encodeFunctionData({
        abi: programAbi,
        functionName: "post",
        args: [address, sales, evidence],
      })
    : encodeFunctionData({
        abi: programAbi,
        functionName: "postPaid",
        args: [address, sales, payers, evidence],
      });
}
