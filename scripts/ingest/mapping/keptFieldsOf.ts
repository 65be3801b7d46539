import type { KeptFields } from "../facts/KeptFields.ts";
import type { Mapping } from "./Mapping.ts";

/** Neither is personal data of its own. */
const CUSTOMERS = ["client_reference_id", "customer"];

/** What a mapping needs the endpoint to keep of an event, and nothing else. */
export function keptFieldsOf({ customers, metadata = [], codeFields = [] }: Mapping): KeptFields {
  const codes = codeFields
    .filter((field) => field.startsWith("metadata."))
    .map((field) => field.slice("metadata.".length));
  return { customers: customers?.by ?? CUSTOMERS, metadata: [...new Set([...metadata, ...codes])] };
}
