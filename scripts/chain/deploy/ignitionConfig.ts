/** How Ignition waits on a development chain, whose blocks come at once. */
export const FAST = { blockPollingInterval: 20, requiredConfirmations: 1 };
