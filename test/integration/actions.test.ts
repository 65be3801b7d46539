import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import claim from "../../scripts/cli/commands/claim.ts";
import buyout from "../../scripts/cli/commands/line/buyout.ts";
import exit from "../../scripts/cli/commands/line/exit.ts";
import notice from "../../scripts/cli/commands/line/notice.ts";
import payMilestones from "../../scripts/cli/commands/milestones/pay.ts";
import accept from "../../scripts/cli/commands/partners/accept.ts";
import admit from "../../scripts/cli/commands/partners/admit.ts";
import attest from "../../scripts/cli/commands/partners/attest.ts";
import enroll from "../../scripts/cli/commands/partners/enroll.ts";
import graduate from "../../scripts/cli/commands/partners/graduate.ts";
import move from "../../scripts/cli/commands/partners/move.ts";
import sign from "../../scripts/cli/commands/partners/sign.ts";
import status from "../../scripts/cli/commands/partners/status.ts";
import tier from "../../scripts/cli/commands/partners/tier.ts";
import withhold from "../../scripts/cli/commands/partners/withhold.ts";
import fund from "../../scripts/cli/commands/program/fund.ts";
import show from "../../scripts/cli/commands/program/show.ts";
import add from "../../scripts/cli/commands/reserve/add.ts";
import announce from "../../scripts/cli/commands/reserve/announce.ts";
import withdrawReserve from "../../scripts/cli/commands/reserve/withdraw.ts";
import dispute from "../../scripts/cli/commands/sales/dispute.ts";
import post from "../../scripts/cli/commands/sales/post.ts";
import reattribute from "../../scripts/cli/commands/sales/reattribute.ts";
import makeVoid from "../../scripts/cli/commands/sales/void.ts";
import statement from "../../scripts/cli/commands/statement.ts";
import consent from "../../scripts/cli/commands/terms/consent.ts";
import propose from "../../scripts/cli/commands/terms/propose.ts";
import showAmendment from "../../scripts/cli/commands/terms/showAmendment.ts";
import withdraw from "../../scripts/cli/commands/terms/withdraw.ts";
import { ADVISER, AMENDED, DEAL, POOL } from "./support/deal.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { ANA, BEN, CLEO, PARTNERS, salesFile } from "./support/seed.ts";
import { HOLDER } from "./support/terms.ts";
import { jsonOf, refusalOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

const NEW = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";

type Verb = Parameters<typeof jsonOf>[1];
type Document = Record<string, unknown>;

describe("Acting on a deal from the command line", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  const run = (verb: Verb, options: object = {}) =>
    jsonOf<Document>(world, verb, { program: program.address, ...options });
  const textOf = async (verb: Verb, options: object = {}) => {
    const { code, stdout, stderr } = await runVerb(world, verb, {
      ...{ program: program.address, json: false },
      ...options,
    });
    expect(code, stderr).to.equal(0);
    return stdout;
  };
  const refused = (verb: Verb, options: object = {}) =>
    refusalOf(world, verb, { program: program.address, ...options });
  const to = (day: string) => moveClock(world.chain, parseTime(day) ?? 0);

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());
  beforeEach(async () => {
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await world.deployTerms(DEAL, folder);
    await run(enroll, { file: await folder.write("partners.csv", PARTNERS.replace("senior", "")) });
    await run(accept, { from: ANA });
  });
  afterEach(() => world.close());

  describe("partners", () => {
    it("sign the terms themselves, and are admitted", async () => {
      const file = await folder.write(
        "new.csv",
        `partner,wallet,tier,joined_at,referrer\ncleo,${CLEO},senior,2025-01-02,ana\n`,
      );
      expect(await refused(sign, { file, from: BEN })).to.include(`has the signing wallet ${BEN}`);
      const out = await folder.write("cleo.json", "");
      const signed = await run(sign, { file, out, from: CLEO });
      expect(signed).to.deep.include({
        ...{ name: "cleo", wallet: CLEO, tier: 1, referrer: 1 },
        termsHash: program.termsHash,
      });
      expect(JSON.parse(await readFile(out, "utf8"))).to.deep.equal(signed);
      const other = { ...signed, tier: 0 };
      const forged = await folder.write("forged.json", JSON.stringify(other));
      expect(await refused(admit, { file: forged })).to.include("did not sign this");
      const foreign = await folder.write(
        "foreign.json",
        JSON.stringify({ ...signed, program: ANA }),
      );
      expect(await refused(admit, { file: foreign })).to.include("another program");
      expect(await run(admit, { file: out })).to.include({ partner: "cleo", wallet: CLEO });
      // It has accepted: nothing more is asked of it before a claim.
      expect(await textOf(claim, { partner: "cleo" })).to.include("Nothing of cleo");
    });

    it("have tiers, statuses and scores by name", async () => {
      const given = await run(tier, { partner: "ben", tier: "senior", reason: "grew" });
      expect(given).to.include({ partner: "ben", tier: "senior" });
      const { partners } = await run(show);
      expect((partners as Document[])[1]).to.include({ partner: "ben", tier: "senior" });
      expect(
        await textOf(status, { partner: BEN, status: "suspended", reason: "away" }),
      ).to.include("ben is suspended now");
      expect(await run(attest, { partner: "ana", score: "9" })).to.include({ score: 9 });

      const why = { reason: "why" };
      expect(await refused(tier, { partner: "zoe", tier: "senior", ...why })).to.include(
        'no partner "zoe"',
      );
      expect(await refused(tier, { partner: "ana", tier: "gold", ...why })).to.include(
        '"junior" or "senior"',
      );
      expect(await refused(tier, { partner: "ana", tier: "senior" })).to.include("--reason");
      expect(await refused(status, { partner: "ana", status: "gone", ...why })).to.include(
        '"active" or "suspended"',
      );
      expect(await refused(attest, { partner: "ana", score: "-1" })).to.include("0 to 4294967295");
      expect(await refused(attest, { partner: "ana", score: "1", evidence: "nofile" })).to.include(
        "nofile",
      );
      expect(await refused(tier, { partner: "ana", tier: "senior", ...why, from: BEN })).to.include(
        "operator",
      );
    });

    it("move to another wallet in two steps, after the delay", async () => {
      expect(await textOf(move, { partner: "ana", to: NEW, from: ANA })).to.include("2025-01-07");
      expect(await refused(move, { partner: "ana", to: NEW, from: NEW })).to.include(
        "This can be done from",
      );
      await to("2025-01-08");
      expect(await run(move, { partner: "ana", to: NEW, from: NEW })).to.include({ moved: true });
      const { partners } = await run(show);
      expect((partners as Document[])[0]).to.include({ wallet: ANA, paidAt: NEW });
      // It answers to its new wallet from now on.
      expect(await run(withhold, { rate: "12.5%", from: NEW })).to.include({
        ...{ partner: "ana", rate: "12.5%" },
      });
      expect(await refused(withhold, { rate: "1%", from: ANA })).to.include(ANA);
    });
  });

  describe("disputes", () => {
    beforeEach(async () => {
      const sales = await salesFile(
        folder,
        "s-1,c,initial,100,USDC,2025-01-06,p,ana:seller:1",
        "s-2,c,initial,50,USDC,2025-01-06,p,ben:seller:1",
      );
      await run(post, { sales });
    });

    it("freeze a sale, which `program show` and the statement tell", async () => {
      const claimed = { sale: "s-1", role: "seller", reason: "mine", from: BEN };
      expect(await refused(dispute, { ...claimed, role: undefined })).to.include('"s-1"');
      const opened = await run(dispute, claimed);
      expect(opened).to.include({ sale: "s-1", deadline: parseTime("2025-03-02") });
      const { disputes, totals } = await run(show);
      expect(disputes).to.deep.equal([
        {
          ...{ sale: "s-1", partner: "ben", deadline: "2025-03-02" },
          ...{ frozen: "24", currency: "USDC" },
        },
      ]);
      expect((totals as Document[])[1]).to.include({ frozen: "24" });
      expect(await textOf(show)).to.include("Disputed: the sale s-1, by ben; 24 USDC are frozen");
      const { rows } = await run(statement, { partner: "ana" });
      expect((rows as Document[]).find(({ currency }) => currency === "USDC")).to.include({
        ...{ earned: "1", held: "1", frozen: "20", withheld: "0" },
      });
      expect(await refused(dispute, { ...claimed, reason: "again" })).to.include('"s-1"');
    });

    it("end by the arbiter, who tells what went where", async () => {
      await run(dispute, { sale: "s-1", role: "seller", reason: "mine", from: BEN });
      await run(dispute, { sale: "s-2", reason: "mine", from: BEN });
      const given = { sale: "s-1", reason: "ben's" };
      expect(await refused(reattribute, { ...given, partners: "ben" })).to.include("2 lines");
      const settled = await run(reattribute, { ...given, partners: "ben;community" });
      expect(settled).to.deep.include({
        ...{ isFinal: false, currency: "USDC", returned: "0" },
        lines: [
          { wallet: BEN, amount: "20" },
          { wallet: POOL, amount: "4" },
        ],
      });
      const void_ = await run(makeVoid, { sale: "s-2", reason: "never bought" });
      expect(void_).to.deep.include({ lines: [], currency: "USDC" });
      expect(Number(void_.returned)).to.be.greaterThan(10);
    });
  });

  describe("standing lines and the reserve", () => {
    it("end by agreement of both", async () => {
      const first = await run(exit, { line: "tech", from: HOLDER });
      expect(first).to.include({ line: "tech", agreed: true, ends: null });
      expect((await run(show)).lines).to.deep.include({
        ...{ line: "tech", agreedBy: ["holder"], ends: null, suspendedFrom: null },
        ...{ notice: null, offer: null, arrears: [] },
      });
      await run(exit, { line: "tech", revoke: true, from: HOLDER });
      await run(exit, { line: "tech" });
      expect(await textOf(exit, { line: "tech", from: HOLDER })).to.include(
        "it ends on 2025-01-31",
      );
      expect(await refused(exit, { line: "tech" })).to.include("Standing line 2");
      expect(await refused(exit, { line: "nobody" })).to.include('no standing line "nobody"');
    });

    it("are bought at a price that is set aside, and given notice", async () => {
      expect(await refused(buyout, { line: "tech", price: "5" })).to.include("--currency");
      const offer = { line: "tech", currency: "USDC", price: "5" };
      expect(await refused(buyout, offer)).to.include("program fund");
      await run(fund, { currency: "USDC", amount: "5" });
      expect(await run(buyout, offer)).to.include({ price: "5" });
      await run(notice, { line: "profit", remedy: "suspend", reason: "no effort" });
      const text = await textOf(show);
      expect(text).to.include(
        "The operator offers 5 USDC for tech, to be accepted from 2025-01-12",
      );
      expect(text).to.include("Notice is given to suspend profit, until 2025-02-04");
      expect(
        await refused(notice, { line: "profit", remedy: "fire", reason: "no effort" }),
      ).to.include('"suspend" or "end"');
    });

    it("are backed by a reserve", async () => {
      const options = { line: "adviser", currency: "USDC", amount: "7.5" };
      expect(await run(add, options)).to.include({ backs: "adviser", reserve: "7.5", owed: "0" });
      expect(((await run(show)).totals as Document[])[1]).to.include({ reserve: "7.5" });
      expect(
        await refused(withdrawReserve, { line: "adviser", currency: "USDC", amount: "1" }),
      ).to.include("still backs standing line 1");
      expect(await refused(withdrawReserve, { currency: "USDC", amount: "1" })).to.include("waits");
      expect(await run(announce, { currency: "USDC", amount: "1" })).to.include({ amount: "1" });
      expect(await refused(add, { currency: "DAI", amount: "1" })).to.include('"ETH" or "USDC"');
      expect(await refused(add, { currency: "USDC", amount: "lots" })).to.include('"lots"');
    });
  });

  describe("what partners reach", () => {
    it("is shown, and given to whoever reached it", async () => {
      const sales = await salesFile(folder, "s-1,c,initial,200,USDC,2025-01-06,p,ana:seller:1");
      await run(post, { sales });
      await run(attest, { partner: "ana", score: "3" });
      await to("2025-03-03");
      expect(await textOf(show)).to.include(
        "ana on the way to senior: 40 of 20 USDC earned, 1 of 1 sales, a score of 3 of 5.",
      );
      expect(await textOf(graduate)).to.include("Nobody meets");
      await run(attest, { partner: "ana", score: "5" });
      expect((await run(graduate)).graduated).to.deep.include.members([]);
      const { graduation } = await run(show);
      expect((graduation as Document[]).map(({ partner }) => partner)).to.deep.equal(["ben"]);

      // Taken down, and owed from then on.
      expect((await run(payMilestones, { currency: "USDC", from: ANA })).paid).to.deep.equal([]);
      await run(add, { currency: "USDC", amount: "2" });
      const { paid } = await run(payMilestones, { currency: "USDC", from: ANA });
      expect((paid as Document[]).map(({ transaction: _, ...rest }) => rest)).to.deep.equal([
        { partner: "ana", milestone: "first", currency: "USDC", amount: "2" },
      ]);
      expect(await textOf(payMilestones, { currency: "USDC", from: ANA })).to.include(
        "No milestone",
      );
    });
  });

  describe("claim --all", () => {
    it("pays everyone at once, passes over what is too little and tells who keeps it", async () => {
      const sales = await salesFile(
        folder,
        "s-1,c,initial,20,USDC,2025-01-06,p,ana:seller:1;ben:coach:1",
        "s-2,c,initial,30,USDC,2025-01-06,p,ben:seller:1",
      );
      await run(withhold, { rate: "10%", from: ANA });
      await run(post, { sales });
      await to("2025-03-03");
      const document = await run(claim, { all: true });
      const paid = (document.paid as Document[]).map(({ transaction: _, ...rest }) => rest);
      // 20 % of 20, and the scout's 10 % of what ben, whom she referred, has: 6, and 9 % of the 13.4 left of 20.
      expect(paid).to.deep.include({
        ...{ partner: "ana", wallet: ANA, currency: "USDC" },
        ...{ amount: "4.7206", withheld: "0.47206" },
      });
      // Holders of standing lines are somebody, too.
      const names = paid.map(({ partner }) => partner);
      expect(names).to.include.members(["moderators", "adviser"]);
      const { rows } = await run(statement);
      const left = (rows as Document[]).filter(({ claimable }) => claimable !== "0");
      expect(left.map(({ partner }) => partner)).to.have.members(["ben", "tax account"]);
      expect(document.below).to.deep.equal([]);
      expect(document.unpaid).to.deep.equal([]);
      expect(await textOf(claim, { partner: "ben" })).to.include("partners accept");
      expect(document.unaccepted).to.deep.equal([
        { partner: "ben", wallet: BEN, currency: "USDC" },
      ]);
      await run(accept, { from: BEN });
      const text = await textOf(claim, { all: true });
      expect(text).to.include("Paid 7.206 USDC to ben.");
      expect(text).to.include("tax account keeps less than the minimum payout of USDC.");
      expect(await refused(claim)).to.include("--all");
    });
  });

  describe("amendments", () => {
    const amended = () => folder.write("amended.json", JSON.stringify(AMENDED));

    it("are proposed, shown with what they change, consented to and withdrawn", async () => {
      expect(await textOf(showAmendment)).to.include("No amendment waits");
      expect(await refused(consent, { line: "profit", from: ADVISER })).to.include("No amendment");
      await to("2025-03-05");
      const proposed = await run(propose, { terms: await amended(), uri: "https://example.org/2" });
      expect(proposed).to.include({ from: parseTime("2025-05-01"), consents: 2 });
      const text = await textOf(showAmendment);
      expect(text).to.include("in force from 2025-05-01 on if every holder");
      expect(text).to.include('roles.seller.rates.renewal: "10%" → "12%"');
      expect(text).to.include("profit of 0x976EA74026E726554dB657fA54763abd0C3a0aa9: has not");
      expect(await textOf(show)).to.include("https://example.org/2");
      await run(consent, { line: "profit", from: ADVISER });
      const { amendment } = await run(showAmendment);
      expect((amendment as Document).consents).to.deep.equal([
        { line: "adviser", holder: ADVISER, given: false },
        { line: "profit", holder: ADVISER, given: true },
      ]);
      await run(withdraw);
      expect((await run(showAmendment)).amendment).to.equal(null);
    });

    it("are refused where they change what stays", async () => {
      const propose_ = async (change: object) =>
        runVerb(world, propose, {
          ...{ program: program.address, json: true },
          terms: await folder.write("other.json", JSON.stringify({ ...AMENDED, ...change })),
        });
      await to("2025-03-05");
      expect((await propose_({ period: "60d" })).stderr).to.include("period");
      expect((await propose_({ currencies: ["DAI"] })).stderr).to.include('"DAI"');
      expect((await propose_({ noticePeriods: 2, holdPeriods: 2 })).stderr).to.include(
        "holdPeriods",
      );
      expect(await refused(propose, { terms: await amended(), from: BEN })).to.include("operator");
    });
  });
});
