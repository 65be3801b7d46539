import { causesOf } from "./causesOf.ts";
import { isUnreachable } from "./isUnreachable.ts";

const BUSY_STATUSES: readonly unknown[] = [429, 502, 503, 504];
const BUSY =
  /too many requests|rate.?limit|requests per second|compute units|ECONNRE|EPIPE|ETIMEDOUT|UND_ERR_/i;
const TOO_MANY_LOGS = /\bresults\b|response size|too many logs/i;

/**
 * Why a node gave no logs: it has no time now or is not there (“busy”), the logs are too many for an answer (“logs”), or
 * else it allows fewer blocks at a time (“blocks”).
 */
export function whyRefused(error: unknown): "busy" | "logs" | "blocks" {
  if (isUnreachable(error)) return "busy";
  const causes = causesOf(error);
  if (causes.some((one) => "status" in one && BUSY_STATUSES.includes(one.status))) return "busy";
  const words = causes.map(wordsOf).join("\n");
  if (BUSY.test(words)) return "busy";
  return TOO_MANY_LOGS.test(words) ? "logs" : "blocks";
}

/** What an error says: its first line, as others may quote the request, and what the node answered. */
function wordsOf(error: Error): string {
  const details = "details" in error ? error.details : "";
  const code = "code" in error ? error.code : "";
  return `${error.message.split("\n", 1)[0]} ${details} ${code}`;
}
