import type { Row } from "../../../files/table/Row.ts";
import type { KeptFields } from "../../facts/KeptFields.ts";

/** Where PayPal names the customer, by how a mapping calls it; `custom` is what the shop gave along. */
const CUSTOMERS: Readonly<Record<string, string>> = {
  client_reference_id: "Custom Number",
  customer: "Payer ID",
  email: "From Email Address",
};

/** The names of a row's customer, the most telling first. */
export function customersIn(row: Row, { customers }: KeptFields): string[] {
  const names = customers.map((place) => {
    const name = row.get(CUSTOMERS[place] ?? "");
    return place === "email" ? name.toLowerCase() : name;
  });
  return [...new Set(names.filter((name) => name !== ""))];
}
