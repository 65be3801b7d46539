import { formatDuration } from "../../../core/text/formatDuration.ts";
import { formatTable } from "../../../core/text/formatTable.ts";
import { groupDigits } from "../../../core/text/groupDigits.ts";
import type { grantToJson, wholeGrantToJson } from "./grantToJson.ts";

type ShownGrant = ReturnType<typeof grantToJson>;
type WholeGrant = Awaited<ReturnType<typeof wholeGrantToJson>>;

/** Grants for people, a line for each and currency. */
export function describeGrants(grants: readonly ShownGrant[]): string {
  if (grants.length === 0) return "No grants yet.";
  const rows = grants.flatMap((grant) =>
    grant.money.map(({ currency, held, payable, owed, paid }) => [
      String(grant.grant),
      grant.holder,
      ...[grant.units, grant.vested].map(groupDigits),
      currency,
      ...[held, payable, owed, paid].map(groupDigits),
      noteOf(grant),
    ]),
  );
  const head = ["", "holder", "units", "vested", "currency", "held", "payable", "owed", "paid", ""];
  return formatTable(head, rows, 2);
}

/** One grant for people, with its schedule and what waits for it. */
export function describeWholeGrant(grant: WholeGrant): string {
  const { move, offer, cliff, length, step } = grant;
  const steps = step > 1 ? ` in steps of ${formatDuration(step)}` : "";
  const hurdles = grant.hurdles.filter(({ amount }) => amount !== "0");
  return [
    describeGrants([grant]),
    `It vests from ${grant.starts} over ${formatDuration(length)}${steps}, with a cliff of ${formatDuration(cliff)}; paused for ${formatDuration(grant.paused)}.`,
    `At an exit ${grant.single} of what is not vested vests, of the rest ${grant.double} if the holder is dismissed around it.`,
    `${grant.withholding} of payments are withheld.`,
    ...hurdles.map(
      ({ currency, amount }) => `It earns above ${amount} ${currency} that each unit has brought.`,
    ),
    ...(move === null
      ? []
      : [`A move to ${move.to} waits, from ${move.from} to before ${move.until}.`]),
    ...(offer === null
      ? []
      : [
          `${offer.price} ${offer.currency} are on offer for all of its units, from ${offer.from} on.`,
        ]),
  ].join("\n");
}

function noteOf({ leave, pausedSince, calledUntil, contingent }: ShownGrant): string {
  return [
    ...(pausedSince === undefined ? [] : [`paused since ${pausedSince}`]),
    ...(leave === undefined
      ? []
      : [`${leave.booked ? "left" : "leaves"} ${leave.at} (${leave.kind})`]),
    ...(contingent === undefined ? [] : [`${contingent} wait for an exit`]),
    ...(calledUntil === undefined ? [] : [`called, until ${calledUntil}`]),
  ].join(", ");
}
