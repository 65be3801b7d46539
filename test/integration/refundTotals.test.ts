import { dirname, join } from "node:path";
import { expect } from "chai";
import { HEAD, splitFields } from "../../core/batches/fields.ts";
import { toId } from "../../core/ids/toId.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { findPlaces } from "../../scripts/chain/sales/findPlaces.ts";
import audit from "../../scripts/cli/commands/audit.ts";
import reconcile from "../../scripts/cli/commands/report/reconcile.ts";
import post from "../../scripts/cli/commands/sales/post.ts";
import prepare from "../../scripts/cli/commands/sales/prepare.ts";
import refund from "../../scripts/cli/commands/sales/refund.ts";
import simulate from "../../scripts/cli/commands/simulate.ts";
import type { AuditJson } from "./support/evidence.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { refundsFile, seedProgram } from "./support/seed.ts";
import { TERMS } from "./support/terms.ts";
import { jsonOf, refusalOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

const HEADER =
  "id,Created date (UTC),Amount,Amount Refunded,Currency,PaymentIntent ID,Refunded date (UTC),Status,Customer ID,Disputed Amount,Dispute Date (UTC),Dispute Reason,Dispute Status";

/** A payment of 100 as an export has it on its day. */
const payment = (name: string, refunded: string, day: string, lost = "") =>
  `ch_${name},2025-01-05 10:00:00,100.00,${refunded},usd,pi_${name},2025-01-${day} 08:00:00,Paid,cus_${name},${lost === "" ? ",,," : `${lost},2025-01-10 09:00:00,fraudulent,Lost`}`;

const TOTALS = "refund_id,sale_id,amount,reason,occurred_at,total";

describe("Totals of refunds", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());
  beforeEach(async () => {
    world = await openWorld("2025-01-06T00:00:00Z");
    program = await seedProgram(world, folder);
  });
  afterEach(() => world.close());

  /** What `sales prepare` makes of exports. */
  const prepared = async (exports: Readonly<Record<string, readonly string[]>>) => {
    const files = await Promise.all(
      Object.entries(exports).map(([name, lines]) =>
        folder.write(`${name}.csv`, `${[HEADER, ...lines].join("\n")}\n`),
      ),
    );
    const mapping = {
      currencies: { usd: "USDC" },
      deals: ["X", "Y"].map((name) => ({
        ...{ customer: `cus_${name}`, partner: "ana", role: "integration", alone: true },
        ...{ registered: "2025-01-01", expires: "2026-01-01" },
      })),
    };
    const out = join(dirname(files[0] ?? ""), Object.keys(exports).join("-and-"));
    await jsonOf(world, prepare, {
      ...{ input: files.join(","), out, rules: undefined, skew: undefined },
      mapping: await folder.write("mapping.json", JSON.stringify(mapping)),
    });
    return { sales: join(out, "sales.csv"), refunds: join(out, "refunds.csv") };
  };
  const run = async (files: { sales: string; refunds: string }, options: object = {}) => {
    const account = { program: program.address, ...options };
    await jsonOf(world, post, { ...account, sales: files.sales });
    return jsonOf<{ refunded: number; alreadyRefunded: number }>(world, refund, {
      ...account,
      file: files.refunds,
    });
  };
  const refundedOf = async (id: string) => {
    const [sale] = await findPlaces(program, toId(id));
    return sale === undefined ? 0n : splitFields(sale.head, HEAD)(HEAD.amount) - sale.left;
  };

  const MAY = [payment("X", "10.00", "12"), payment("Y", "60.00", "12")];
  const JUNE = [payment("X", "25.00", "28"), payment("Y", "100.00", "28")];

  it("told again with what has come to them reverse only that, with the last file alone", async () => {
    expect(await run(await prepared({ may: MAY }))).to.deep.include({ refunded: 2 });
    expect(await refundedOf("pi_X")).to.equal(10_000_000n);
    const june = await prepared({ june: JUNE });
    expect(await run(june)).to.deep.include({ refunded: 2, alreadyRefunded: 0 });
    expect([await refundedOf("pi_X"), await refundedOf("pi_Y")]).to.deep.equal([
      25_000_000n,
      100_000_000n,
    ]);
    expect(await run(june)).to.deep.include({ refunded: 0, alreadyRefunded: 2 });
    // The older export once more, and both together.
    expect(await run(await prepared({ may: MAY }))).to.deep.include({ refunded: 0 });
    const both = await prepared({ june: JUNE, may: MAY });
    expect(await run(both)).to.deep.include({ refunded: 0, alreadyRefunded: 4 });
    for (const files of [june, both]) {
      const { code, stdout } = await runVerb(world, reconcile, {
        ...{ program: program.address, json: true, ...files },
      });
      expect(code, stdout).to.equal(0);
      const { totals } = JSON.parse(stdout) as { totals: object[] };
      expect(totals).to.deep.include({
        ...{ currency: "USDC", source: "200", chain: "200" },
        ...{ refundedSource: "125", refundedChain: "125" },
      });
    }
  });

  it("come to the same posted at once, from both files or the last, and simulated", async () => {
    const both = await prepared({ may: MAY, june: JUNE });
    for (const files of [both, await prepared({ june: JUNE })]) {
      const { stdout, code } = await runVerb(world, simulate, {
        ...{ terms: await folder.write("terms.json", JSON.stringify(TERMS)), json: true },
        ...{ partners: folder.path("partners.csv"), ...files },
      });
      expect(code, stdout).to.equal(0);
      const { residual, rows } = JSON.parse(stdout) as Record<string, { amount: string }[]>;
      const all = [...(residual ?? []), ...(rows ?? [])].reduce(
        (sum, { amount }) => sum + Number(amount),
        0,
      );
      expect(all).to.be.closeTo(75, 0.000_001);
    }
    expect(await run(both)).to.deep.include({ refunded: 4 });
    expect(await refundedOf("pi_X")).to.equal(25_000_000n);
  });

  it("count what another refund has reversed of the sale, and what a lost dispute took once more", async () => {
    const { sales } = await prepared({ june: JUNE });
    const other = await refundsFile(folder, "re_other,pi_X,10,by hand,");
    await run({ sales, refunds: other });
    expect(await run(await prepared({ june: JUNE }))).to.deep.include({ refunded: 2 });
    expect(await refundedOf("pi_X")).to.equal(25_000_000n);
    // Of a refund before the dispute nobody told until after it was posted.
    const lost = await prepared({ lost: [payment("X", "25.00", "28", "70.00")] });
    expect(await run(lost)).to.deep.include({ refunded: 1, alreadyRefunded: 1 });
    expect(await refundedOf("pi_X")).to.equal(95_000_000n);
  });

  it("reverse a refund that was told after the dispute it came before", async () => {
    const { sales } = await prepared({ june: JUNE });
    const dispute = await refundsFile(folder, "ch_X@dispute,pi_X,70,dispute lost,");
    await run({ sales, refunds: dispute });
    const lost = await prepared({ lost: [payment("X", "25.00", "08", "70.00")] });
    expect(await run(lost)).to.deep.include({ refunded: 1, alreadyRefunded: 1 });
    expect(await refundedOf("pi_X")).to.equal(95_000_000n);
  });

  it("are evidence of no more than they come to", async () => {
    const evidence = folder.path("evidence");
    const { sales } = await prepared({ june: JUNE });
    await jsonOf(world, post, { program: program.address, sales });
    const file = await folder.write("totals.csv", `${TOTALS}\nr-1,pi_X,10,,2025-01-12,10\n`);
    await jsonOf(world, refund, { program: program.address, file, evidence });
    const next = await folder.write("totals.csv", `${TOTALS}\nr-2,pi_X,25,,2025-01-28,25\n`);
    await jsonOf(world, refund, { program: program.address, file: next, evidence });
    expect(await refundedOf("pi_X")).to.equal(25_000_000n);
    const options = { program: program.address, evidence };
    const { stdout } = await runVerb(world, audit, { ...options, json: true });
    const { differences } = JSON.parse(stdout) as AuditJson;
    // The sales have no evidence here; the refunds have.
    expect(differences.filter(({ what }) => what.includes("refund"))).to.deep.equal([]);
  });

  it("are refused as no number, and left out by themselves below 0 and above the sale", async () => {
    const { sales } = await prepared({ june: JUNE });
    await jsonOf(world, post, { program: program.address, sales });
    const write = (total: string) =>
      folder.write("totals.csv", `${TOTALS}\nr-1,pi_X,10,,,${total}\n`);
    const options = { program: program.address, file: await write("much") };
    expect(await refusalOf(world, refund, options)).to.include("column total");
    for (const [total, why] of [
      ["-1", 'column total: found \\"-1\\", below 0'],
      ["101", "at most 100 USDC"],
    ] as const) {
      const file = await write(total);
      const { code, stdout } = await runVerb(world, refund, { ...options, file, json: true });
      expect(code).to.equal(1);
      expect(stdout).to.include(why).and.include('"refunded":0');
    }
    expect(await refundedOf("pi_X")).to.equal(0n);
  });
});
