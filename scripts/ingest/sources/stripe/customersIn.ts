import type { Row } from "../../../files/table/Row.ts";

/** Where exported files name the customer, by how a mapping calls it. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  customer: ["Customer ID", "customer_id"],
  email: ["Customer Email", "customer_email"],
  client_reference_id: ["client_reference_id", "client_reference_id (metadata)"],
};

/** The names that a row of an exported file has for its customer, at the places that a mapping names. */
export function customersIn(row: Row, places: readonly string[]): string[] {
  const names = places.map((place) => {
    const key = place.startsWith("metadata.") ? place.slice("metadata.".length) : undefined;
    const columns =
      key === undefined
        ? (COLUMNS[place] ?? [])
        : [`${key} (metadata)`, `payment_metadata[${key}]`];
    const name = columns.map((column) => row.get(column)).find((text) => text !== "") ?? "";
    return place === "email" ? name.toLowerCase() : name;
  });
  return [...new Set(names.filter((name) => name !== ""))];
}
