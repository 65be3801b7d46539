import type { KeptFields } from "../facts/KeptFields.ts";
import type { Mapping } from "./Mapping.ts";

/** The e-mail address last: of a guest there is nothing else. */
const CUSTOMERS = ["client_reference_id", "customer", "email"];

/** What a mapping needs the endpoint to keep of an event, and nothing else. */
export function keptFieldsOf({ customers, metadata = [], codeFields = [] }: Mapping): KeptFields {
  const codes = codeFields
    .filter((field) => field.startsWith("metadata."))
    .map((field) => field.slice("metadata.".length));
  return { customers: customers?.by ?? CUSTOMERS, metadata: [...new Set([...metadata, ...codes])] };
}
