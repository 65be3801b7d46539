import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { roleRate } from "./roleRate.ts";
import { standingRate } from "./standingRate.ts";

/** One of those among whom a deal shares its sales. */
export interface DealPart {
  /** A role, a standing line, or "residual". */
  readonly source: string;
  /** When its amount is taken, which is also how it is coloured. */
  readonly stage: (typeof STAGES)[number];
  /** Its rate in a few words, in lines. */
  readonly rate: readonly string[];
}

const STAGES = ["standing", "gross", "net", "referral", "residual"] as const;
const REST = ["what remains"];

/** The parts of a deal in the order in which they are taken. */
export function partsOf({
  roles = {},
  standing = [],
  residual,
  commission,
}: TermsFile): DealPart[] {
  const rest = typeof residual === "object" ? residual.role : undefined;
  const lines = standing.map(
    (line): DealPart => ({ source: line.name, stage: "standing", rate: [standingRate(line)] }),
  );
  const played = Object.entries(roles).map(
    ([source, role]): DealPart =>
      source === rest
        ? { source, stage: "residual", rate: REST }
        : { source, stage: role.of ?? "gross", rate: roleRate(role, commission) },
  );
  const operator: DealPart = { source: "residual", stage: "residual", rate: REST };
  return [...lines, ...played, ...(rest === undefined ? [operator] : [])].toSorted(
    (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
  );
}
