import { formatUnits } from "viem";
import { openProgram, type Program } from "../lib/chain/openProgram.ts";
import { command } from "../lib/cli/command.ts";
import { formatTable } from "../lib/cli/formatTable.ts";
import { requireOption } from "../lib/cli/requireOption.ts";
import { type KnownPartner, readPartners } from "../lib/partners/readPartners.ts";
import { readTotals, type Totals } from "../lib/program/readTotals.ts";
import { describeTerms } from "../lib/terms/describeTerms.ts";
import { termsToJson } from "../lib/terms/termsToJson.ts";
import { formatTime } from "../lib/text/formatTime.ts";
import { printable } from "../lib/text/printable.ts";

interface Arguments {
  readonly program: string | undefined;
  readonly json: boolean;
}

/** `program show`: terms, partners, totals, solvency. */
export default command<Arguments>(async (chain, options) => {
  const program = await openProgram(
    chain,
    requireOption("program", options.program, "the program's address"),
  );
  const [partners, totals] = await Promise.all([readPartners(program), readTotals(program)]);
  const { address, termsHash } = program;
  const json = {
    program: address,
    chainId: chain.chainId,
    termsHash,
    terms: termsToJson(program),
    partners: partners.map((partner) => partnerToJson(partner, program)),
    totals: totals.map(totalsToJson),
    solvent: totals.every(({ balance, owed }) => balance >= owed),
  };
  return {
    json,
    text: [
      `${printable(program.terms.name)}, ${address} (chain ${chain.chainId})`,
      ...describeTerms(program),
      `Hash of the terms: ${termsHash}`,
      "",
      ...showPartners(partners, program),
      "",
      ...showTotals(totals),
    ].join("\n"),
  };
});

function partnerToJson(
  { number, name, wallet, tier, joined, referrer, isActive }: KnownPartner,
  { terms }: Program,
) {
  return {
    number,
    partner: name,
    wallet,
    tier: terms.tiers[tier] ?? null,
    joined: formatTime(joined),
    referrer: referrer === 0 ? null : referrer,
    active: isActive,
  };
}

function totalsToJson({ currency, ...totals }: Totals) {
  const { sales, ...amounts } = totals;
  return {
    currency: currency.symbol,
    sales,
    ...Object.fromEntries(
      Object.entries(amounts).map(([name, amount]) => [
        name,
        formatUnits(amount, currency.decimals),
      ]),
    ),
  };
}

function showPartners(partners: readonly KnownPartner[], program: Program): string[] {
  if (partners.length === 0) return ["No partners yet."];
  const rows = partners.map((partner) => {
    const { number, tier, joined, active } = partnerToJson(partner, program);
    const status = active ? "active" : "not active";
    return [String(number), printable(partner.name), partner.wallet, tier ?? "", joined, status];
  });
  return [formatTable(["", "partner", "wallet", "tier", "joined", "status"], rows, 6)];
}

function showTotals(totals: readonly Totals[]): string[] {
  const rows = totals.map((one) => {
    const show = (amount: bigint) => formatUnits(amount, one.currency.decimals);
    return [
      one.currency.symbol,
      String(one.sales),
      ...[one.revenue, one.refunded, one.balance, one.owed, one.funds, one.uncounted].map(show),
    ];
  });
  return [
    formatTable(
      ["currency", "sales", "revenue", "refunded", "balance", "owed", "funds", "uncounted"],
      rows,
      1,
    ),
  ];
}
