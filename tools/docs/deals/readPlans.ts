import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseTime } from "../../../core/text/parseTime.ts";
import type { Happening } from "../../../scripts/equity/Happening.ts";
import type { ListedGrant } from "../../../scripts/equity/ListedGrant.ts";
import type { Plan } from "../../../scripts/equity/PlanFile.ts";
import { readGrants } from "../../../scripts/equity/readGrants.ts";
import { readHappenings } from "../../../scripts/equity/readHappenings.ts";
import { readPlan } from "../../../scripts/equity/readPlan.ts";
import { PLANS } from "./PLANS.ts";

/** What a plan has come to on a day, as plans-expected.json has it and the chain is held to. */
interface ExpectedPlan {
  readonly at: string;
  readonly treasury: string;
  readonly rows: readonly Readonly<
    Record<"grant" | "units" | "vested" | "paid" | "withheld" | "payable" | "owed", string> &
      Record<"held" | "sold" | "currency", string>
  >[];
}

/** An equity plan that a line of an example's program pays. */
export interface DealPlan {
  /** How its files begin. */
  readonly name: string;
  readonly line: string;
  readonly plan: Plan;
  readonly grants: readonly ListedGrant[];
  readonly happenings: readonly Happening[];
  /** By time. */
  readonly expected: readonly ExpectedPlan[];
}

/** The plans of an example; none of most. */
export function readPlans(example: string): Promise<DealPlan[]> {
  const path = (file: string) => join("examples", example, file);
  return Promise.all(
    Object.entries(PLANS[example] ?? {}).map(async ([name, line]) => {
      const plan = await readPlan(path(`${name}-plan.json`));
      const grants = await readGrants(path(`${name}-grants.csv`), plan.terms);
      const happenings = await readHappenings(path(`${name}-happenings.csv`), plan, grants);
      const all: Record<string, ExpectedPlan[]> = JSON.parse(
        await readFile(path("plans-expected.json"), "utf8"),
      );
      return { name, line, plan, grants, happenings, expected: all[name] ?? [] };
    }),
  );
}

/** When the last of what is expected is. */
export function endOf({ expected }: DealPlan): number {
  return parseTime(expected.at(-1)?.at ?? "") ?? 0;
}
