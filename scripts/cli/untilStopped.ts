import { once } from "node:events";
import { stopSignal } from "./stopSignal.ts";

/** Waits for Ctrl-C, or for whoever runs this process to end it. */
export async function untilStopped(): Promise<void> {
  await once(stopSignal(), "abort");
}
