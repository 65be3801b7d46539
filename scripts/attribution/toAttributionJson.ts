import { formatUnits } from "viem";
import type { Attribution } from "./attributeSales.ts";
import { WEIGHT } from "./models/WEIGHT.ts";

interface PartnerShare {
  readonly partner: string;
  readonly role: string;
  /** The attributed share of sales. */
  readonly sales: string;
  /** By currency. */
  readonly amounts: Readonly<Record<string, string>>;
}

/** The document of `sales attribute`: partners in the order of their names, those without credits left out. */
export function toAttributionJson(model: string, attribution: Attribution) {
  const { sales, attributed, known, withoutCustomer } = attribution;
  return {
    model,
    sales,
    attributed,
    known,
    withoutCustomer,
    partners: partnerShares(attribution),
    weights: attribution.weights.map(({ period, player, weight }) => ({
      period,
      player,
      weight: shareText(BigInt(weight)),
    })),
  };
}

function partnerShares({ parties, totals, currencies }: Attribution): PartnerShare[] {
  const shares = parties.map(({ partner, role }, party) => {
    const weight = BigInt(totals.weights[party] ?? 0);
    const amounts = currencies.flatMap(({ symbol, decimals }, currency) => {
      const amount = totals.amount(currency, party);
      return amount === 0n ? [] : [[symbol, formatUnits(amount, decimals)] as const];
    });
    return {
      weight,
      share: { partner, role, sales: shareText(weight), amounts: Object.fromEntries(amounts) },
    };
  });
  return shares.filter(({ weight }) => weight > 0n).map(({ share }) => share);
}

/** Weights as a number of sales, with six decimals. */
function shareText(weight: bigint): string {
  const whole = BigInt(WEIGHT);
  return `${weight / whole}.${String(weight % whole).padStart(6, "0")}`;
}
