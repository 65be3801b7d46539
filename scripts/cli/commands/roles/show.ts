import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { joinWords } from "../../../../core/text/joinWords.ts";
import { type HeldPower, type Proposed, readPowers } from "../../../chain/powers/readPowers.ts";
import { programCommand } from "../../programCommand.ts";

/** `roles show`: who holds the powers, and who is to have them next. */
export default programCommand(async (program) => {
  const powers = await readPowers(program);
  const rows = powers.map((power) => [power.power, power.holder ?? "nobody", noteOf(power)]);
  const lines = powers.flatMap(({ power, proposals }) =>
    proposals.map((one) => `${power}: ${tellProposed(one)}`),
  );
  return {
    json: {
      powers: powers.map(({ power, holder = null, silentFrom, suspendedUntil, proposals }) => ({
        ...{ power, holder },
        ...(silentFrom !== undefined && { silentFrom }),
        ...(suspendedUntil !== undefined && { suspendedUntil }),
        proposals: proposals.map(({ from = null, ...rest }) => ({ ...rest, from })),
      })),
    },
    text: [formatTable(["Power", "Holder", ""], rows, 3), ...lines].join("\n"),
  };
});

function noteOf({ silentFrom, suspendedUntil }: HeldPower): string {
  if (suspendedUntil !== undefined) return `suspended until ${formatIsoTime(suspendedUntil)}`;
  return silentFrom === undefined ? "" : `counts as silent from ${formatIsoTime(silentFrom)}`;
}

function tellProposed({ way, to, by, from, until }: Proposed): string {
  const when =
    from === undefined
      ? "waits for the second of two"
      : `can be accepted from ${formatIsoTime(from)} until ${formatIsoTime(until)}`;
  return `${to} is proposed (${way}, by ${joinWords(by)}), and ${when}`;
}
