import { formatUnits } from "viem";
import { accountOf } from "./lib/chain/openChain.ts";
import { openProgram } from "./lib/chain/openProgram.ts";
import { claimFor, type Paid } from "./lib/claim/claimFor.ts";
import { findParty } from "./lib/claim/findParty.ts";
import { command } from "./lib/cli/command.ts";
import { requireOption } from "./lib/cli/requireOption.ts";
import { readPartners } from "./lib/partners/readPartners.ts";
import { printable } from "./lib/text/printable.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly partner: string | undefined;
  readonly from: string | undefined;
  readonly json: boolean;
}

/** `claim`: pays a partner, to the partner's own address, in every currency. Anyone may. */
export default command<Arguments>(async (chain, options) => {
  const text = requireOption("partner", options.partner, "a name or a wallet");
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const { name, wallet } = findParty(program, await readPartners(program), text);
  const account = await accountOf(chain, options.from);
  const payments: Paid[] = [];
  for (const currency of program.currencies) {
    payments.push(...(await claimFor(program, account, wallet, currency)));
  }
  const paid = payments.map(({ currency, amount, transaction }) => ({
    currency: currency.symbol,
    amount: formatUnits(amount, currency.decimals),
    transaction,
  }));
  const lines = paid.map(
    ({ currency, amount }) => `Paid ${amount} ${currency} to ${printable(name)} (${wallet}).`,
  );
  return {
    json: { program: program.address, partner: name, wallet, paid },
    text:
      lines.length > 0
        ? lines.join("\n")
        : `Nothing of ${printable(name)} (${wallet}) is locked and unclaimed now.`,
  };
});
