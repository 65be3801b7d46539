import { formatUnits } from "viem";
import type { Currency } from "../../../../core/currency/Currency.ts";
import { type PlanPayment, planPaymentsIn } from "../../../../core/logs/planPaymentsIn.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { joinWords } from "../../../../core/text/joinWords.ts";
import type { PlanSigner } from "../../../equity/chain/openPlanSigner.ts";
import { idsOf, readGrantsNow } from "../../../equity/chain/readGrantsNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { claimGrants } from "../../../equity/claim/claimGrants.ts";
import { claimPowers } from "../../../equity/claim/claimPowers.ts";
import { shareArrived } from "../../../equity/claim/shareArrived.ts";
import { createProgress, GOES_ON } from "../../../Progress.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import type { Output } from "../../Output.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireCurrency } from "../../requireCurrency.ts";
import { requireDestination } from "../../requireDestination.ts";

type Text = "grant" | "currency" | "to";
type Flag = "all" | "treasury";

/** `equity claim`: pays a grant, to its holder; or all grants, the treasury and the tax account. Elsewhere the holder alone. */
export default planSignerCommand<Text, Flag>(async (signer, options) => {
  refuseTogether(options);
  if (options.all || options.treasury) return payMany(signer, options);
  return options.to === undefined ? payOne(signer, options) : payElsewhere(signer, options);
});

function refuseTogether({ all, treasury, grant, to }: CommandOptions<Text, Flag>): void {
  const given = [
    ...(all ? ["--all"] : []),
    ...(treasury ? ["--treasury"] : []),
    ...(grant === undefined ? [] : ["--grant"]),
  ];
  if (given.length > 1) {
    throw new TributaryError(`The options ${joinWords(given)} exclude each other.`, {
      todo: "Leave out all but one of them.",
    });
  }
  if (to === undefined || grant !== undefined) return;
  throw new TributaryError("The option --to is for one grant, which --grant names.", {
    todo: "Give --grant …, or leave --to out.",
  });
}

/** The one that is named, or all of the plan's. */
function currenciesOf({ plan }: PlanSigner, symbol: string | undefined): readonly Currency[] {
  return symbol === undefined ? plan.currencies : [requireCurrency(plan, symbol, "plan")];
}

async function payOne(signer: PlanSigner, options: CommandOptions<Text>): Promise<Output> {
  const { plan, act } = signer;
  const { id, state } = await requireGrant(plan, options.grant);
  const payments: PlanPayment[] = [];
  for (const currency of currenciesOf(signer, options.currency)) {
    await shareArrived(signer, currency);
    if ((await payableOf(signer, id, currency)) === 0n) continue;
    payments.push(...planPaymentsIn(await act("claim", [id, currency.address]), currency));
  }
  return {
    json: { grant: Number(id), holder: state.holder, paid: payments.map(toJson) },
    text: payments.length > 0 ? payments.map(tell).join("\n") : await tellWhy(signer, id),
  };
}

/** At an address that the holder, who signs, names. What it signs for others to post shares nothing first. */
async function payElsewhere(signer: PlanSigner, options: CommandOptions<Text>): Promise<Output> {
  const { plan, act } = signer;
  const to = requireDestination(plan, options.to, "plan");
  const { id, state } = await requireGrant(plan, options.grant);
  const payments: PlanPayment[] = [];
  for (const currency of currenciesOf(signer, options.currency)) {
    await shareArrived(signer, currency);
    if ((await payableOf(signer, id, currency)) === 0n) continue;
    const receipt = await act("claimTo", [id, currency.address, to]);
    payments.push(...planPaymentsIn(receipt, currency));
  }
  const lines = payments.map((payment) => `Paid ${inWords(payment)} of grant ${id} to ${to}.`);
  return {
    json: { grant: Number(id), holder: state.holder, to, paid: payments.map(toJson) },
    text: lines.length > 0 ? lines.join("\n") : await tellWhy(signer, id),
  };
}

async function payMany(signer: PlanSigner, options: CommandOptions<Text, Flag>): Promise<Output> {
  const ids = options.all ? await idsOf(signer.plan) : [];
  const paid: PlanPayment[] = [];
  const unpaid: { readonly id: bigint; readonly currency: Currency }[] = [];
  const refusals: string[] = [];
  let transactions = 0;
  for (const currency of currenciesOf(signer, options.currency)) {
    const grants = await claimGrants(signer, currency, ids, createProgress(GOES_ON));
    const powers = await claimPowers(signer, currency);
    paid.push(...grants.paid, ...powers.paid);
    unpaid.push(...grants.unpaid.map((id) => ({ id, currency })));
    refusals.push(...powers.refusals.map(({ message }) => message));
    transactions += grants.transactions + powers.transactions;
  }
  const lines = [
    ...paid.map(tell),
    ...unpaid.map(
      ({ id, currency: { symbol } }) => `Grant ${id} keeps its ${symbol}: it could not be paid.`,
    ),
    ...refusals,
  ];
  return {
    json: {
      paid: paid.map(toJson),
      unpaid: unpaid.map(({ id, currency }) => ({ grant: Number(id), currency: currency.symbol })),
      ...{ refusals, transactions },
    },
    text: lines.length > 0 ? lines.join("\n") : "Nothing is payable now.",
  };
}

async function payableOf({ plan }: PlanSigner, id: bigint, { index }: Currency): Promise<bigint> {
  const [grant] = await readGrantsNow(plan, [id]);
  const { payable_ = 0n, owed = 0n } = grant?.earnings[index] ?? {};
  return payable_ + owed;
}

async function tellWhy({ plan }: PlanSigner, id: bigint): Promise<string> {
  const [grant] = await readGrantsNow(plan, [id]);
  const held = plan.currencies.flatMap(({ symbol, decimals, index }) => {
    const amount = grant?.earnings[index]?.held ?? 0n;
    return amount === 0n ? [] : [`${formatUnits(amount, decimals)} ${symbol}`];
  });
  const waits =
    held.length === 0 ? "" : `: ${joinWords(held)} are held for units that have yet to vest`;
  return `Nothing of grant ${id} is payable now${waits}.`;
}

function toJson({ to, wallet, currency, amount, withheld, transaction }: PlanPayment) {
  return {
    ...(typeof to === "bigint" ? { grant: Number(to) } : { power: to }),
    ...{ wallet, currency: currency.symbol, amount: formatUnits(amount, currency.decimals) },
    ...{ withheld: formatUnits(withheld, currency.decimals), transaction },
  };
}

function tell(payment: PlanPayment): string {
  const { to, wallet } = payment;
  const whom = typeof to === "bigint" ? `the holder of grant ${to}` : `the ${to}`;
  return `Paid ${inWords(payment)} to ${whom} (${wallet}).`;
}

function inWords({ currency: { symbol, decimals }, amount, withheld }: PlanPayment): string {
  const tax = withheld === 0n ? "" : `, of which ${formatUnits(withheld, decimals)} are withheld`;
  return `${formatUnits(amount, decimals)} ${symbol}${tax}`;
}
