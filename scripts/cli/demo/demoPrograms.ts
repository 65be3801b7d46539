import { fileURLToPath } from "node:url";

/** A program of the demo: a folder of examples/, and what its operator puts into its funds first. */
export interface DemoProgram {
  readonly folder: string;
  readonly funds: readonly { readonly currency: string; readonly amount: string }[];
  /** Plain transfers of ETH to the program, as a marketplace would pay in. */
  readonly transfers: readonly { readonly ether: string; readonly at: string }[];
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
    transfers: [
      { ether: "1.25", at: "2025-06-25T10:00:00Z" },
      { ether: "0.8", at: "2025-06-27T16:20:00Z" },
    ],
  },
  { folder: folderOf("saas"), funds: [{ currency: "USDC", amount: "6500" }], transfers: [] },
];
