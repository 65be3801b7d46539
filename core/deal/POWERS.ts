/** What one address can do alone in a program, in the contracts' order. */
export const POWERS = ["operator", "attributor", "standby", "arbiter", "guardian"] as const;

export type PowerName = (typeof POWERS)[number];
