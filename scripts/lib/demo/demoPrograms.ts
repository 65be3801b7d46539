import { fileURLToPath } from "node:url";

/** A program of the demo: a folder of examples/, and what its operator puts into its funds first. */
export interface DemoProgram {
  readonly folder: string;
  readonly funds: readonly { readonly currency: string; readonly amount: string }[];
}

const folderOf = (name: string) =>
  fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));

/** Before the first program starts. */
export const DEMO_STARTS = "2022-12-31T12:00:00Z";

/** When the demo's story ends: some lines are locked, some still held. */
export const DEMO_ENDS = "2025-11-05T00:00:00Z";

/** In the order of their sales, for a chain's clock only goes forward. */
export const DEMO_PROGRAMS: readonly DemoProgram[] = [
  {
    folder: folderOf("tech-partnership"),
    funds: [
      { currency: "USDC", amount: "50000" },
      { currency: "ETH", amount: "8" },
    ],
  },
  { folder: folderOf("saas"), funds: [{ currency: "USDC", amount: "6500" }] },
];
