import type { GrantTerms } from "../../core/equity/PlanBooks.ts";
import type { Row } from "../files/table/Row.ts";

/** One line of a grants file. */
export interface ListedGrant {
  readonly row: Row;
  readonly id: string;
  readonly terms: GrantTerms;
  readonly agreement: string;
}
