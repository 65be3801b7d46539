import type { Leave } from "./PlanBooks.ts";

/** How a holder leaves, in the contracts' order; undefined: it does not. */
export const LEAVES: readonly (Leave | undefined)[] = [undefined, "resigned", "dismissed", "cause"];
