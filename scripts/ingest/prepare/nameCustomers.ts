import { foldText } from "../../../core/text/foldText.ts";
import { customerOf } from "../../files/customers/customerOf.ts";
import type { Beginning } from "../facts/Beginning.ts";
import type { Deal } from "../facts/Deal.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { Touch } from "../facts/Touch.ts";
import type { Visit } from "../facts/Visit.ts";
import type { Mapping } from "../mapping/Mapping.ts";

/** What inputs tell of customers, by the names that these are compared by. */
export interface NamedInputs {
  /** The name to compare by; empty where it is nobody's. */
  readonly customerOf: (text: string) => string;
  readonly sales: readonly SaleFact[];
  readonly awaiting: readonly SaleFact[];
  readonly begun: readonly Beginning[];
  readonly touches: readonly Touch[];
  readonly visits: readonly Visit[];
  readonly deals: readonly Deal[];
  /** Names that are of one customer each. */
  readonly groups: readonly (readonly string[])[];
  /** The same, of those that the mapping names. */
  readonly same: readonly (readonly string[])[];
  /** How many touches, visits and deals are of nobody, and left out. */
  readonly ofNobody: number;
}

/** Gives each customer the name that it is compared by, and leaves out names that are nobody's. */
export function nameCustomers(inputs: Inputs, { customers, deals = [] }: Mapping): NamedInputs {
  const nobody = new Set((customers?.nobody ?? []).map(foldText));
  const nameOf = (text: string) => {
    const name = customerOf(text);
    return nobody.size > 0 && nobody.has(foldText(name)) ? "" : name;
  };
  const namesOf = (texts: readonly string[]) => [
    ...new Set(texts.map(nameOf).filter((name) => name !== "")),
  ];
  const named = <Fact extends Beginning | SaleFact>(fact: Fact) => ({
    ...fact,
    customers: namesOf(fact.customers),
  });
  const touches = somebodys(inputs.touches, nameOf);
  const visits = somebodys(inputs.visits, nameOf);
  const registered = somebodys([...deals, ...inputs.deals], nameOf);
  const count = (some: readonly (readonly unknown[])[]) =>
    some.reduce((sum, { length }) => sum + length, 0);
  return {
    customerOf: nameOf,
    sales: inputs.sales.map(named),
    awaiting: inputs.awaiting.map(named),
    begun: inputs.begun.map(named),
    ...{ touches, visits, deals: registered },
    groups: inputs.customers.map(namesOf),
    same: (customers?.same ?? []).map(namesOf),
    ofNobody:
      count([inputs.touches, inputs.visits, inputs.deals, deals]) -
      count([touches, visits, registered]),
  };
}

/** Most things keep the name they have, and are not copied. */
function somebodys<Thing extends { readonly customer: string }>(
  things: readonly Thing[],
  nameOf: (text: string) => string,
): Thing[] {
  const named: Thing[] = [];
  for (const thing of things) {
    const customer = nameOf(thing.customer);
    if (customer !== "") named.push(customer === thing.customer ? thing : { ...thing, customer });
  }
  return named;
}
