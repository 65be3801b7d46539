import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { formatUnits } from "viem";
import { rebuildBooks } from "../../core/ledger/rebuildBooks.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { claimFor } from "../../scripts/chain/claim/claimFor.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../scripts/chain/partners/enrollPartners.ts";
import { showForDispute } from "../../scripts/chain/sales/findShown.ts";
import { postSalesOnTime } from "../../scripts/posting/sales/postSalesOnTime.ts";
import { refundSalesOnTime } from "../../scripts/posting/sales/refundSales.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { buildStatement } from "../../scripts/reporting/statement/buildStatement.ts";
import { exampleFile } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { openWorld, type World } from "./support/world.ts";

const FIELDS = ["earned", "reversed", "held", "locked", "claimed", "claimable"] as const;

type Amounts = Record<(typeof FIELDS)[number], string>;

/** What examples/<name>/expected.json says, worked out by hand of another program in another language. */
interface Expected {
  readonly at: string;
  readonly lines: Record<string, { source: string; partner: string; amount: string }[]>;
  readonly statement: (Amounts & {
    partner: string;
    wallet: string;
    source: string;
    currency: string;
  })[];
}

const EXAMPLES = [
  "value-stack",
  "saas",
  "education",
  "ecommerce-collective",
  "network-multiplier",
  "graduation-tiers",
  "tech-partnership",
  "micro-influencers",
  "lifetime-value",
  "phantom-equity",
];

for (const example of EXAMPLES) {
  describe(`The example ${example}`, () => {
    let world: World;
    let program: Program;
    let expected: Expected;

    before(async () => {
      expected = JSON.parse(
        await readFile(exampleFile(example, "expected.json"), "utf8"),
      ) as Expected;
      world = await openWorld("2022-12-31T12:00:00Z");
      program = await world.deploy(exampleFile(example, "terms.json"));
      const at = (name: string) => ({
        file: exampleFile(example, name),
        account: world.account,
        progress: quietProgress(),
      });
      await enrollPartners(program, at("partners.csv"));
      await postSalesOnTime(program, at("sales.csv"));
      await refundSalesOnTime(program, at("refunds.csv"));
      await moveClock(world.chain, parseTime(expected.at) ?? 0);
    });
    after(() => world.close());

    const statement = async (period?: number) => {
      const history = await readHistory(program);
      return buildStatement(rebuildBooks(program.currencies, history), history.time, period);
    };

    it("ends in the expected statement, to the last unit", async () => {
      const rows = (await statement()).map(({ partner, wallet, source, currency, ...amounts }) => ({
        partner,
        wallet,
        source,
        currency: currency.symbol,
        ...Object.fromEntries(
          FIELDS.map((field) => [field, formatUnits(amounts[field], currency.decimals)]),
        ),
      }));
      expect(rows).to.have.deep.members(expected.statement);
    });

    it("pays the expected lines of its first sale", async () => {
      for (const [sale, lines] of Object.entries(expected.lines)) {
        const named = await world.chain.client.readContract({
          address: program.address,
          abi: programAbi,
          functionName: "describeSale",
          args: [await showForDispute(program, sale)],
        });
        const history = await readHistory(program);
        const { members } = rebuildBooks(program.currencies, history);
        const shown = named.map(({ source, party, amount }) => ({
          source,
          // Standing lines and the residual are shown by their own names.
          partner: program.terms.roles.some(({ name }) => name === source)
            ? members.get(party)?.name
            : source,
          amount: formatUnits(amount, 6),
        }));
        expect(shown).to.deep.equal(lines);
      }
    });

    it("passes the audit", async () => {
      const audit = await auditProgram(program, await readHistory(program));
      expect(audit.differences).to.deep.equal([]);
      expect(audit.equal).to.equal(true);
      expect(audit.checked.sales).to.be.greaterThan(40);
      expect(audit.checked.balances).to.be.greaterThan(5);
    });

    it("adds up over its periods", async () => {
      const all = await statement();
      const periods = await Promise.all(
        Array.from({ length: 60 }, (_, period) => statement(period)),
      );
      for (const [index, row] of all.entries()) {
        const parts = periods.map((rows) => rows[index]);
        for (const field of FIELDS) {
          const sum = parts.reduce((total, part) => total + (part?.[field] ?? 0n), 0n);
          expect(sum, `${row.partner}: ${field}`).to.equal(row[field]);
        }
        for (const [period, part] of parts.entries()) {
          const { opening = 0n, refunded = 0n, paid = 0n, closing = 0n } = part?.ledger ?? {};
          expect(closing).to.equal(opening + (part?.earned ?? 0n) - refunded - paid);
          expect(parts[period + 1]?.ledger?.opening ?? closing).to.equal(closing);
        }
      }
    });

    it("pays out everything that is locked, and stays solvent", async () => {
      const before = await statement();
      for (const { wallet, currency } of before) {
        await claimFor(program, world.account, wallet, currency);
      }
      for (const [index, row] of (await statement()).entries()) {
        expect(row.claimable, row.partner).to.equal(0n);
        expect(row.claimed, row.partner).to.equal(before[index]?.locked);
      }
      const audit = await auditProgram(program, await readHistory(program));
      expect(audit.differences).to.deep.equal([]);
    });
  });
}
