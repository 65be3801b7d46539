import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { parseTime } from "../../../core/text/parseTime.ts";
import { TAX_ACCOUNT } from "./holdersIn.ts";
import type { Safeguards } from "./readSafeguards.ts";

/** What is one's own about a deal that an example has the rest of. */
export interface OwnParts {
  readonly name: string;
  readonly currencies: readonly string[];
  readonly period: string;
  /** When the program starts, in UTC seconds; undefined where that is when it is deployed. */
  readonly starts: number | undefined;
  /** The addresses of all whom `holdersIn` names. */
  readonly holders: ReadonlyMap<string, string>;
  readonly safeguards: Safeguards;
}

/**
 * An example's terms with one's own name, currencies, period, start and holders. Its other dates move along with the start, by days.
 * @param today In UTC seconds: what they move to where the program starts when it is deployed.
 */
export function fillDeal(example: TermsFile, own: OwnParts, today: number): TermsFile {
  const { $schema: _schema, name: _name, starts: began, ...others } = example;
  // The example's powers and limit are nobody's here.
  const { guardian: _guardian, standby: _standby, postingLimit: _limit, ...rest } = others;
  const { guardian, standby, postingLimit } = own.safeguards;
  const moved = (text: string) => moveDate(text, parseTime(began ?? ""), own.starts ?? today);
  const holder = (name: string) => own.holders.get(name) ?? "";
  const { standing, pools, checkpoints, withholding } = example;
  return {
    name: own.name,
    ...(guardian !== undefined && { guardian }),
    ...(standby !== undefined && { standby }),
    ...(own.starts !== undefined && { starts: formatIsoTime(own.starts) }),
    ...rest,
    currencies: own.currencies,
    period: own.period,
    ...(standing !== undefined && {
      standing: standing.map(({ starts, ends, ...line }) => ({
        ...line,
        holder: holder(line.name),
        // A line that began with the example's program begins with this one.
        ...(starts !== undefined && starts !== began && { starts: moved(starts) }),
        ...(ends !== undefined && { ends: moved(ends) }),
      })),
    }),
    ...(pools !== undefined && {
      pools: Object.fromEntries(Object.keys(pools).map((name) => [name, holder(name)])),
    }),
    ...(checkpoints !== undefined && { checkpoints: checkpoints.map(moved) }),
    ...(postingLimit !== undefined && { postingLimit }),
    ...(withholding !== undefined && { withholding: { account: holder(TAX_ACCOUNT) } }),
  };
}

function moveDate(text: string, from: number | undefined, to: number): string {
  const time = parseTime(text);
  return time === undefined || from === undefined ? text : formatIsoTime(time - from + to);
}
