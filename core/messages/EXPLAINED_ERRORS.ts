import { EXPLAINED_ABI } from "./EXPLAINED_ABI.ts";
import { EXPLAINED_PLAN_ABI } from "./EXPLAINED_PLAN_ABI.ts";

/** What programs, equity plans and tokens can refuse. */
export const EXPLAINED_ERRORS = [...EXPLAINED_ABI, ...EXPLAINED_PLAN_ABI].filter(
  ({ type }) => type === "error",
);
