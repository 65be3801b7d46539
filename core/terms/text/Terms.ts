import type { ContractFunctionReturnType } from "viem";
import type { programAbi } from "../../../generated/abis.ts";

/** The whole agreement, as the program's `terms()` gives it. */
export type Terms = ContractFunctionReturnType<typeof programAbi, "view", "terms">;
export type Role = Terms["roles"][number];
export type StandingLine = Terms["standing"][number];
export type Graduation = Terms["graduations"][number];

/** 100 % in parts per million. */
export const ONE = 1_000_000;
/** `Role.stage`: what the role's rate is of. */
export const GROSS = 0;
export const NET = 1;
export const REFERRED = 2;
/** `Role.missing`: where the share of a role goes that nobody filled, if not to the residual. */
export const TO_OTHERS = 1;
export const TO_POOL = 2;
/** `Clauses.capPer` and `Clauses.thresholdPer`: not at all, each year, or over the line's life. */
export const NEVER = 0;
export const PER_YEAR = 1;
/** A base rate of a role on a kind it earns nothing on. */
export const NOT_PAID = 0xffffff;
/** The rate of a line that is what remains of a sale. */
export const RESIDUAL_RATE = 0xfffff;
/** The residual role where the residual is the operator's. */
export const NO_ROLE = 0xff;
export const YEAR = 31_536_000;
