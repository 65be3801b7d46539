import { formatUnits } from "viem";
import { rebuildBooks } from "../../../../core/ledger/rebuildBooks.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readAmendment } from "../../../chain/amendments/readAmendment.ts";
import { readHistory } from "../../../chain/history/readHistory.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { type KnownPartner, readPartners } from "../../../chain/partners/readPartners.ts";
import { amendmentToJson } from "../../../reporting/program/amendmentToJson.ts";
import { describeAmendment } from "../../../reporting/program/describeAmendment.ts";
import { describeSituation } from "../../../reporting/program/describeSituation.ts";
import { readTotals, type Totals } from "../../../reporting/program/readTotals.ts";
import { situationToJson } from "../../../reporting/program/situationToJson.ts";
import { termsToJson } from "../../../reporting/program/termsToJson.ts";
import { termsToText } from "../../../reporting/program/termsToText.ts";
import { programCommand } from "../../programCommand.ts";

/** `program show`: terms, partners, totals, solvency. */
export default programCommand(async (program) => {
  const [partners, waiting, history] = await Promise.all([
    readPartners(program),
    readAmendment(program),
    readHistory(program),
  ]);
  const books = rebuildBooks(program.currencies, history);
  const totals = await readTotals(program, books);
  const situation = situationToJson(books, history.time);
  const amendment = waiting === undefined ? null : amendmentToJson(program, waiting);
  const { chain, address, termsHash } = program;
  const json = {
    chainId: chain.chainId,
    termsHash,
    terms: termsToJson(program),
    partners: partners.map((partner) => partnerToJson(partner, program)),
    amendment,
    ...situation,
    totals: totals.map(totalsToJson),
    solvent: isSolvent(totals),
  };
  return {
    json,
    text: [
      `${printable(program.terms.name)}, ${address} (chain ${chain.chainId})`,
      ...termsToText(program),
      `Hash of the terms: ${termsHash}`,
      "",
      ...showPartners(partners, program),
      "",
      ...showTotals(totals),
      ...paragraph(describeSituation(situation)),
      ...paragraph(amendment === null ? [] : describeAmendment(amendment)),
    ].join("\n"),
  };
});

/** Null where it is not known, for a token that does not answer. */
function isSolvent(totals: readonly Totals[]): boolean | null {
  const known = totals.filter(({ answers }) => answers);
  if (known.some(({ balance, owed }) => balance < owed)) return false;
  return known.length === totals.length ? true : null;
}

/** Lines after an empty one, if there are any. */
function paragraph(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

function partnerToJson(
  { number, name, wallet, paidAt, tier, joined, referrer, isActive }: KnownPartner,
  { terms }: Program,
) {
  return {
    number,
    partner: name,
    wallet,
    paidAt,
    tier: terms.tiers[tier] ?? null,
    joined: formatIsoTime(joined),
    referrer: referrer === 0 ? null : referrer,
    active: isActive,
  };
}

function totalsToJson({ currency, ...totals }: Totals) {
  const { sales, answers, ...amounts } = totals;
  const show = (amount: bigint) => formatUnits(amount, currency.decimals);
  return {
    currency: currency.symbol,
    ...{ sales, answers },
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, show(amount)])),
    ...(!answers && { balance: null, uncounted: null }),
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
    const told = (amount: bigint) => (one.answers ? show(amount) : "not known");
    return [
      ...[one.currency.symbol, String(one.sales), show(one.revenue), show(one.refunded)],
      ...[told(one.balance), ...[one.owed, one.funds, one.reserve, one.frozen].map(show)],
      told(one.uncounted),
    ];
  });
  return [
    formatTable(
      [
        ...["currency", "sales", "revenue", "refunded", "balance", "owed", "funds"],
        ...["reserve", "frozen", "uncounted"],
      ],
      rows,
      1,
    ),
  ];
}
