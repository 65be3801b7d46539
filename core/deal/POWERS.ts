/** What one address can do alone in a program, in the contracts' order. */
export const POWERS = ["operator", "attributor", "standby", "arbiter", "guardian"] as const;

export type PowerName = (typeof POWERS)[number];

/** How a power comes to its next holder, in the contracts' order. */
export const WAYS = ["hand-over", "joint", "notice"] as const;

export type WayName = (typeof WAYS)[number];
