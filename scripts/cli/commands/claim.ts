import { type Address, formatUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { rebuildBooks } from "../../../core/ledger/rebuildBooks.ts";
import { requireOption } from "../../../core/requireOption.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { joinWords } from "../../../core/text/joinWords.ts";
import { printable } from "../../../core/text/printable.ts";
import { claimFor } from "../../chain/claim/claimFor.ts";
import { claimForAll } from "../../chain/claim/claimForAll.ts";
import { claimTo } from "../../chain/claim/claimTo.ts";
import { findParty } from "../../chain/claim/findParty.ts";
import { mustAccept } from "../../chain/claim/mustAccept.ts";
import { partiesOf } from "../../chain/claim/partiesOf.ts";
import { type Payment, paymentsIn } from "../../chain/claim/paymentsIn.ts";
import { readHistory } from "../../chain/history/readHistory.ts";
import { findLine } from "../../chain/lines/findLine.ts";
import type { Program } from "../../chain/openProgram.ts";
import { openSigner, type Signer } from "../../chain/openSigner.ts";
import { readPartners } from "../../chain/partners/readPartners.ts";
import { readProgram } from "../../chain/readProgram.ts";
import { createProgress, GOES_ON } from "../../Progress.ts";
import { type Held, heldOf } from "../../reporting/statement/heldOf.ts";
import type { CommandOptions } from "../CommandOptions.ts";
import { command } from "../command.ts";
import { describeHeld } from "../describeHeld.ts";
import type { Output } from "../Output.ts";
import { requireDestination } from "../requireDestination.ts";

type Text = "program" | "from" | "partner" | "line" | "to";

/** `claim`: pays a partner, to the partner's own address, in every currency; or everyone at once. Anyone may; elsewhere the party alone. */
export default command<Text, "all">(async (chain, options) => {
  refuseTogether(options);
  if (options.line !== undefined) return payLine(await openSigner(chain, options), options.line);
  if (options.to !== undefined) return payElsewhere(await openSigner(chain, options), options);
  const what = "a name or a wallet, or --all or --line in its place";
  const text = options.all ? "" : requireOption("partner", options.partner, what);
  const signer = await openSigner(chain, options);
  return options.all ? payAll(signer) : payOne(signer, text);
});

function refuseTogether({ all, line, to }: CommandOptions<Text, "all">): void {
  const given = [
    ...(all ? ["--all"] : []),
    ...(line === undefined ? [] : ["--line"]),
    ...(to === undefined ? [] : ["--to"]),
  ];
  if (given.length < 2) return;
  throw new TributaryError(`The options ${joinWords(given)} exclude each other.`, {
    todo: "Leave out all but one of them.",
  });
}

/** What the signing party has, at another address. */
async function payElsewhere(signer: Signer, options: CommandOptions<Text>): Promise<Output> {
  const { program, account } = signer;
  const to = requireDestination(program, options.to);
  const party = findParty(program, await readPartners(program), options.partner ?? account);
  const { name, wallet } = party;
  const payments = await claimTo(signer, payable(program), wallet, to);
  const lines = payments.map(
    (payment) => `Paid ${inWords(payment)} of ${printable(name)} (${wallet}) to ${to}.`,
  );
  return {
    json: { program: program.address, partner: name, wallet, to, paid: payments.map(toJson) },
    text: lines.length > 0 ? lines.join("\n") : await tellWhy(program, name, wallet),
  };
}

async function payOne({ program, account }: Signer, text: string): Promise<Output> {
  const { name, wallet } = findParty(program, await readPartners(program), text);
  const payments: Payment[] = [];
  for (const currency of payable(program)) {
    payments.push(...(await claimFor(program, account, wallet, currency)));
  }
  const lines = payments.map(
    (payment) => `Paid ${inWords(payment)} to ${printable(name)} (${wallet}).`,
  );
  return {
    json: { program: program.address, partner: name, wallet, paid: payments.map(toJson) },
    text: lines.length > 0 ? lines.join("\n") : await tellWhy(program, name, wallet),
  };
}

/** What a standing line has locked, to its holder, in every currency. */
async function payLine({ program, act }: Signer, name: string): Promise<Output> {
  const { index, line } = findLine(program, name);
  const payments: Payment[] = [];
  for (const currency of payable(program)) {
    const args = [BigInt(index), currency.address] as const;
    const [, locked] = await readProgram(program, "lineEarnings", args);
    if (locked > 0n) payments.push(...paymentsIn(await act("claimLine", args), currency));
  }
  const lines = payments.map(
    (payment) => `Paid ${inWords(payment)} to ${printable(line.name)} (${payment.party}).`,
  );
  return {
    json: { program: program.address, line: line.name, paid: payments.map(toJson) },
    text:
      lines.length > 0
        ? lines.join("\n")
        : `Nothing that ${printable(line.name)} earned is locked and not settled now.`,
  };
}

/** A token that does not answer keeps nobody from being paid in the others. */
function payable({ currencies, silent }: Program): Currency[] {
  return currencies.filter((currency) => !silent.includes(currency));
}

/** Why there is nothing to pay. */
async function tellWhy(program: Program, name: string, wallet: Address): Promise<string> {
  const whose = `${printable(name)} (${wallet})`;
  return (await mustAccept(program, wallet))
    ? `${whose} has not accepted the terms, which they ask for before a payment: see \`partners accept\`.`
    : `Nothing of ${whose} is locked and unclaimed now${describeHeld(await heldNow(program, wallet))}.`;
}

async function heldNow(program: Program, wallet?: Address): Promise<Held[]> {
  const history = await readHistory(program);
  return heldOf(rebuildBooks(program.currencies, history), history.time, wallet);
}

async function payAll({ program, account }: Signer): Promise<Output> {
  const parties = await partiesOf(program);
  const rounds = [];
  for (const currency of payable(program)) {
    const progress = createProgress(GOES_ON);
    const wallets = [...parties.keys()];
    rounds.push(await claimForAll(program, { account, currency, wallets, progress }));
  }
  const nameOf = (wallet: Address) => printable(parties.get(wallet) ?? wallet);
  const listed = (wallets: readonly Address[], { symbol }: Currency) =>
    wallets.map((wallet) => ({ partner: parties.get(wallet), wallet, currency: symbol }));
  const lines = rounds.flatMap(({ currency: { symbol }, paid, below, unaccepted, unpaid }) => [
    ...paid.map((payment) => `Paid ${inWords(payment)} to ${nameOf(payment.party)}.`),
    ...below.map((wallet) => `${nameOf(wallet)} keeps less than the minimum payout of ${symbol}.`),
    ...unaccepted.map((wallet) => `${nameOf(wallet)} has not accepted the terms yet.`),
    ...unpaid.map((wallet) => `${nameOf(wallet)} keeps its ${symbol}: it could not be paid.`),
  ]);
  return {
    json: {
      program: program.address,
      paid: rounds.flatMap(({ paid }) =>
        paid.map((payment) => ({
          ...{ partner: parties.get(payment.party), wallet: payment.party },
          ...toJson(payment),
        })),
      ),
      below: rounds.flatMap(({ currency, below }) => listed(below, currency)),
      unaccepted: rounds.flatMap(({ currency, unaccepted }) => listed(unaccepted, currency)),
      unpaid: rounds.flatMap(({ currency, unpaid }) => listed(unpaid, currency)),
      transactions: rounds.reduce((sum, { transactions }) => sum + transactions, 0),
    },
    text:
      lines.length > 0
        ? lines.join("\n")
        : `Nothing is locked and unclaimed now${describeHeld(await heldNow(program))}.`,
  };
}

function toJson({ currency, amount, withheld, transaction }: Payment) {
  return {
    currency: currency.symbol,
    amount: formatUnits(amount, currency.decimals),
    withheld: formatUnits(withheld, currency.decimals),
    transaction,
  };
}

function inWords({ currency: { symbol, decimals }, amount, withheld }: Payment): string {
  const tax = withheld === 0n ? "" : `, of which ${formatUnits(withheld, decimals)} are withheld`;
  return `${formatUnits(amount, decimals)} ${symbol}${tax}`;
}
