import type { Beginning } from "../facts/Beginning.ts";
import { isBefore } from "../facts/isBefore.ts";
import type { SaleFact } from "../facts/SaleFact.ts";

/**
 * Sales with the first money of a subscription as initial, whatever it is called: a renewal after a free trial is its first payment. So
 * it is where the inputs tell that the subscription began without money; else what its source calls it stands, for what was paid
 * before is in no file.
 * @param nameOf The one name of each customer.
 */
export function kindsByMoney(
  sales: readonly SaleFact[],
  begun: readonly Beginning[],
  nameOf: (name: string) => string,
): SaleFact[] {
  const first = firstOfStreams(sales, nameOf);
  const isBegun = beginningsOf(begun, nameOf);
  return sales.map((sale) => {
    const isLater = sale.kind === "renewal" || sale.kind === "expansion";
    const isFirst = first.get(streamOf(sale, nameOf)) === sale;
    return isLater && isFirst && isBegun(sale) ? { ...sale, kind: "initial" } : sale;
  });
}

/** The first sale of each subscription, or of each customer where none is named. */
function firstOfStreams(
  sales: readonly SaleFact[],
  nameOf: (name: string) => string,
): ReadonlyMap<string, SaleFact> {
  const first = new Map<string, SaleFact>();
  for (const sale of sales) {
    const customer = customerOf(sale, nameOf);
    for (const key of new Set([streamOf(sale, nameOf), customer ?? ""])) {
      const other = first.get(key);
      if (other === undefined || isBefore(sale, other)) first.set(key, sale);
    }
  }
  return first;
}

/** Whether a sale is of a subscription, or a customer where one of the two does not name it, that began without money. */
function beginningsOf(begun: readonly Beginning[], nameOf: (name: string) => string) {
  const subscriptions = new Set(begun.map(({ subscription }) => subscription));
  const customers = new Set(begun.map((one) => customerOf(one, nameOf)));
  const unnamed = new Set(
    begun
      .filter(({ subscription }) => subscription === undefined)
      .map((one) => customerOf(one, nameOf)),
  );
  return (sale: SaleFact) => {
    const { subscription } = sale.attributes;
    const customer = customerOf(sale, nameOf);
    const isOfCustomer = (some: ReadonlySet<string | undefined>) =>
      customer !== undefined && some.has(customer);
    return subscription === undefined
      ? isOfCustomer(customers)
      : subscriptions.has(subscription) || isOfCustomer(unnamed);
  };
}

function streamOf(sale: SaleFact, nameOf: (name: string) => string): string {
  const { subscription } = sale.attributes;
  return subscription === undefined
    ? (customerOf(sale, nameOf) ?? `sale ${sale.id}`)
    : `subscription ${subscription}`;
}

function customerOf(
  { customers: [customer] }: { readonly customers: readonly string[] },
  nameOf: (name: string) => string,
): string | undefined {
  return customer === undefined ? undefined : `customer ${nameOf(customer)}`;
}
