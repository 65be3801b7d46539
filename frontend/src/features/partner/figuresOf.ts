import { printableName } from "@core/text/printableName";
import type { PartyMoney } from "./usePartyMoney";

type MoneyFigure = readonly [label: string, amount: bigint | undefined, hint: string];

/**
 * What there is to say about a party's money: the credits of a partner, the lines of a holder, the residual.
 * @param reversed What was taken back of its lines; the program keeps what remains of them. Undefined while it is being read.
 */
export function figuresOf(
  { account, lines, residual }: PartyMoney,
  reversed: bigint | undefined,
  isPartner: boolean,
): readonly MoneyFigure[] {
  const hasLines = lines.length > 0;
  const credits: readonly MoneyFigure[] = [
    [
      "Earned",
      reversed === undefined ? undefined : account.net + reversed,
      hasLines ? "lines and settled standing lines" : "all lines",
    ],
    ["Reversed", reversed, "by refunds and void sales"],
    ["Held", account.held, "not final yet"],
    ["Locked", account.locked, "final: nobody can change it"],
  ];
  const standing = lines.flatMap(({ name, held, locked }): readonly MoneyFigure[] => [
    [`Held in line “${printableName(name)}”`, held, "not final yet"],
    [`Locked in line “${printableName(name)}”`, locked, "final, settled by the next claim"],
  ]);
  const rest: readonly MoneyFigure[] =
    residual === undefined
      ? []
      : [["Locked residual", residual, "of what came in on chain, settled by the next claim"]];
  const isOther = !isPartner && (hasLines || residual !== undefined);
  return [
    ["Claimable", account.claimable, "locked and not paid out yet"],
    ["Claimed", account.claimed, "paid out so far"],
    ...(isOther ? [] : credits),
    ...standing,
    ...rest,
  ];
}
