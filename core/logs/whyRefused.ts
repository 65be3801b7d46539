import { causesOf } from "./causesOf.ts";
import { isUnreachable } from "./isUnreachable.ts";

const BUSY_STATUSES: readonly unknown[] = [429, 502, 503];
const BUSY =
  /too many requests|rate.?limit|requests per second|compute units|ECONNRE|EPIPE|ETIMEDOUT|UND_ERR_/i;
const TOO_MANY_LOGS = /\bresults\b|response size|too many logs/i;
const TOO_MANY_BLOCKS = /block range|range of blocks|\d blocks\b/i;
/** The node took the question and had not worked out the answer in time. */
const TOO_SLOW =
  /UND_ERR_(HEADERS|BODY)_TIMEOUT|(gateway|upstream|query|request|execution)\b.*\btime(d |-)?out/i;
const GATEWAY_TIMEOUT = 504;

/**
 * Why a node gave no logs: it has no time now or is not there (“busy”), these are too much for one answer (“answer”), or else it
 * allows fewer blocks at a time (“blocks”).
 */
export function whyRefused(error: unknown): "busy" | "answer" | "blocks" {
  if (isUnreachable(error)) return "busy";
  const causes = causesOf(error);
  const words = causes.map(wordsOf).join("\n");
  const statuses = causes.map((one) => ("status" in one ? one.status : undefined));
  if (TOO_SLOW.test(words) || statuses.includes(GATEWAY_TIMEOUT)) return "answer";
  if (TOO_MANY_LOGS.test(words)) return "answer";
  if (TOO_MANY_BLOCKS.test(words)) return "blocks";
  const isBusy = BUSY.test(words) || statuses.some((status) => BUSY_STATUSES.includes(status));
  return isBusy ? "busy" : "blocks";
}

/** What an error says: its first line, as others may quote the request, and what the node answered. */
function wordsOf(error: Error): string {
  const details = "details" in error ? error.details : "";
  const code = "code" in error ? error.code : "";
  return `${error.message.split("\n", 1)[0]} ${details} ${code}`;
}
