/** Who may do what in a plan, in the contracts' order. */
export const PLAN_POWERS = ["operator", "arbiter", "guardian", "treasury", "tax account"] as const;

export type PlanPowerName = (typeof PLAN_POWERS)[number];
