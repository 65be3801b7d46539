import type { Currency } from "@core/currency/Currency";
import type { PlanSettings } from "@core/equity/PlanSettings";
import { sum } from "@core/money/sum";
import { groupDigits } from "@core/text/groupDigits";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type Address, type Hash, keccak256, stringToHex } from "viem";
import { amountIn } from "./amountIn";
import type { ReadKeyNumbers } from "./compareNodes";
import type { KeyNumber } from "./KeyNumber";

interface Subject {
  readonly address: Address;
  readonly currencies: readonly Currency[];
}

/**
 * What two nodes have to say alike of a plan: its settings, its grants and units, what it counted in each currency; and what some grants, a
 * holder's, can claim.
 */
export function readPlanNumbers(
  { address, currencies }: Subject,
  grants: readonly bigint[],
): ReadKeyNumbers {
  return async (client, blockNumber) => {
    const contract = { address, abi: equityPlanAbi, blockNumber } as const;
    const [settings, overview] = await Promise.all([
      client.readContract({ ...contract, functionName: "settings" }),
      client.readContract({ ...contract, functionName: "overview" }),
    ]);
    const money = currencies.map(async (currency): Promise<KeyNumber[]> => {
      const asked = { ...contract, args: [currency.address] } as const;
      const { counted } = await client.readContract({ ...asked, functionName: "levelOf" });
      const earnings = await Promise.all(
        grants.map((id) =>
          client.readContract({
            ...{ ...contract, functionName: "earningsOf", args: [id, currency.address] },
          }),
        ),
      );
      const due = sum(earnings.map(({ payable_, owed }) => payable_ + owed));
      const { symbol } = currency;
      return [
        { what: `Counted by the plan in ${symbol}`, value: amountIn(currency, counted) },
        ...(grants.length === 0
          ? []
          : [{ what: `Payable in ${symbol}`, value: amountIn(currency, due) }]),
      ];
    });
    return [
      { what: "Hash of the settings", value: hashOf(settings) },
      { what: "Grants", value: String(overview.grants) },
      { what: "Granted units", value: groupDigits(String(overview.outstanding)) },
      ...(await Promise.all(money)).flat(),
    ];
  };
}

function hashOf(settings: PlanSettings): Hash {
  const text = JSON.stringify(settings, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return keccak256(stringToHex(text));
}
