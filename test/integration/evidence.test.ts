import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "chai";
import type { Hex } from "viem";
import type { History } from "../../core/ledger/History.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import type {
  RefundsManifest,
  SalesManifest,
} from "../../scripts/attribution/evidence/Manifest.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { send } from "../../scripts/chain/send.ts";
import audit from "../../scripts/cli/commands/audit.ts";
import enroll from "../../scripts/cli/commands/partners/enroll.ts";
import attribute from "../../scripts/cli/commands/sales/attribute.ts";
import post from "../../scripts/cli/commands/sales/post.ts";
import refund from "../../scripts/cli/commands/sales/refund.ts";
import { loadEvidence } from "../../scripts/reporting/audit/evidence/loadEvidence.ts";
import { type AuditJson, copyEvidence, type EvidenceCopy } from "./support/evidence.ts";
import { exampleFile, type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { CLEO, refundsFile, SALES_HEADER, salesFile, seedProgram } from "./support/seed.ts";
import { jsonOf, refusalOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

const TOUCHPOINTS = `customer_id,partner,role,channel,occurred_at
ana@example.org,ana,integration,blog,2025-01-02T10:00:00+02:00
ana@example.org,ben,integration,ad,2025-01-03
ana@example.org,ben,coach,,2025-01-04 12:30
ana@example.org,ana,support,"mail, letter",2025-01-04 12:30
bob@example.org,ana,integration,ad,2025-01-04
bob@example.org,ben,integration,ad,2025-01-05
carl@example.org,ben,integration,ad,2025-01-05
`;
const SALES = [
  "s-1,ana@example.org,expansion,101.234567,USDC,2025-01-06,p,",
  "s-2,bob@example.org,initial,99,USDC,2025-01-06T12:00:00+01:00,,",
  "s-3,carl@example.org,renewal,0.1,ETH,2025-01-07,p,",
  "s-4,nobody@example.org,initial,7,USDC,2025-01-07,p,",
  "s-5,known@example.org,initial,70,USDC,2025-01-07,p,ana:integration:2;ben:integration:1",
];

describe("Evidence", () => {
  let folder: Folder;
  let world: World;
  let program: Program;
  let evidence: string;
  let hash: Hex;
  let refundsHash: Hex;
  let out: string;
  let touchpoints: string;
  let salt: string;

  /** A chain with a program, and sales attributed, posted and refunded by the commands. */
  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-08T00:00:00Z");
    program = await seedProgram(world, folder);
    touchpoints = await folder.write("touchpoints.csv", TOUCHPOINTS);
    salt = await folder.write("salt", "0123456789abcdef0123456789abcdef\n");
    evidence = join(dirname(salt), "evidence");
    out = join(dirname(salt), "attributed.csv");
    hash = (await attributed(await salesFile(folder, ...SALES), out)).evidence;
    const posted = await jsonOf<{ posted: number; evidence: Hex }>(world, post, {
      ...{ program: program.address, sales: out, evidence },
    });
    expect(posted).to.deep.include({ posted: 5, evidence: hash });
    const refunded = await jsonOf<{ refunded: number; evidence: Hex }>(world, refund, {
      program: program.address,
      file: await refundsFile(folder, "r-1,s-1,33.333333,broken,2025-01-08", "r-2,s-2,1,late,"),
      evidence,
    });
    expect(refunded.refunded).to.equal(2);
    refundsHash = refunded.evidence;
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  function attributed(sales: string, to: string): Promise<{ evidence: Hex }> {
    const options = { model: "linear", evidence, saltFile: salt };
    return jsonOf(world, attribute, { sales, touchpoints, out: to, ...options });
  }

  async function audited(path: string): Promise<AuditJson & { code: number }> {
    const options = { program: program.address, evidence: path, json: true };
    const { code, stdout, stderr } = await runVerb(world, audit, options);
    expect(stdout, stderr).to.not.equal("");
    return { code, ...JSON.parse(stdout) };
  }

  /** The audit of changed evidence: it must fail. */
  async function foundIn(change: (copy: EvidenceCopy) => Promise<void>) {
    const copy = await copyEvidence(evidence);
    await change(copy);
    const { code, equal, differences } = await audited(copy.path);
    expect(code).to.equal(1);
    expect(equal).to.equal(false);
    return differences;
  }

  const salesFiles = async () =>
    JSON.parse(await readFile(join(evidence, `${hash.slice(2)}.json`), "utf8"))
      .files as SalesManifest["files"];
  const refundsOf = async () =>
    JSON.parse(await readFile(join(evidence, `${refundsHash.slice(2)}.json`), "utf8"))
      .files as RefundsManifest["files"];

  it("is found equal to the chain, from the address, the RPC and the files alone", async () => {
    const { code, equal, differences, checked, ...rest } = await audited(evidence);
    expect(differences).to.deep.equal([]);
    expect({ code, equal }).to.deep.equal({ code: 0, equal: true });
    expect(checked).to.deep.include({ sales: 5, partners: 2 });
    expect(rest.evidence).to.deep.equal({
      ...{ sales: 5, refunds: 2, notPosted: [], notRefunded: [] },
    });
  });

  it("has no personal data in any file, and each under the SHA-256 of its content", async () => {
    const names = await readdir(evidence);
    expect(names).to.have.length(6);
    for (const name of names) {
      const text = await readFile(join(evidence, name), "utf8");
      expect(text).to.not.match(/example\.org|@/);
      const copy = await copyEvidence(evidence);
      expect(await copy.rename(name)).to.equal(name);
    }
  });

  it("gives the same pseudonym to the same customer of both files, an HMAC by the salt", async () => {
    const { sales, touchpoints: touches } = await salesFiles();
    const first = async (name: string) =>
      (await readFile(join(evidence, name), "utf8")).split("\n")[1]?.split(",");
    const [, customer] = (await first(sales)) ?? [];
    expect(customer).to.equal((await first(touches))?.[0]);
    // printf ana@example.org | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    expect(customer).to.equal("47081cdba4931851f7107d72483ab993c419f8eca74ac37d25965bb15a63fbe0");
  });

  it("of every model gives the same weights again, with all that the manifest says of it", async () => {
    const options = [
      { model: "first", lookback: "2d" },
      { model: "time-decay", halfLife: "12h" },
      { model: "position", position: "w" },
      { model: "roles", within: "last" },
      { model: "markov", order: "2", every: "1d" },
      { model: "markov", by: "channel" },
      { model: "shapley", game: "rate" },
    ];
    const own = join(dirname(salt), "models");
    const sales = await salesFile(folder, ...SALES);
    const results = new Set<string>();
    for (const one of options) {
      const to = join(dirname(salt), "one.csv");
      const given = { ...one, sales, touchpoints, out: to, evidence: own, saltFile: salt };
      const { evidence: made } = await jsonOf<{ evidence: Hex }>(world, attribute, given);
      const event = { eventName: "EvidenceGiven", args: { evidence: made } };
      const history = { events: [{ event, time: 0 }] } as unknown as History;
      const loaded = await loadEvidence(own, history, quietProgress());
      expect(loaded.differences, JSON.stringify(one)).to.deep.equal([]);
      const found = [...(loaded.sales.get(made)?.values() ?? [])].map(({ credits }) => credits);
      expect(found[0]?.length).to.be.greaterThan(0);
      results.add(JSON.stringify(found));
    }
    // They do differ.
    expect(results.size).to.be.greaterThan(4);
  });

  it("is not made of a file with a mistake, which is named where the user can mend it", async () => {
    const bad = await folder.write("bad.csv", TOUCHPOINTS.replace("2025-01-03", "2025-02-31"));
    const given = {
      sales: await salesFile(folder, ...SALES),
      touchpoints: bad,
      out,
      model: "last",
    };
    const error = await refusalOf(world, attribute, { ...given, evidence, saltFile: salt });
    expect(error).to.include("bad.csv, line 3, column occurred_at");
    const nobody = await folder.write("bad.csv", TOUCHPOINTS.replace("bob@example.org", ""));
    const missing = await refusalOf(world, attribute, {
      ...{ ...given, touchpoints: nobody, evidence, saltFile: salt },
    });
    expect(missing).to.include("bad.csv, line 6, column customer_id");
    expect(await readdir(evidence)).to.have.length(6);
  });

  describe("in which something was changed is found out:", () => {
    it("one touchpoint", async () => {
      const { touchpoints: name } = await salesFiles();
      const found = await foundIn((copy) =>
        copy.change(name, "ben,integration,ad,2025-01-03", "ana,integration,ad,2025-01-03"),
      );
      const whats = found.map(({ what }) => what);
      expect(whats).to.include(`content of ${name}`);
      expect(found).to.deep.include({
        what: `evidence ${hash}: sale s-1: ben as integration: weight`,
        expected: "nothing",
        found: "250000",
      });
      expect(found).to.deep.include({
        what: "sale s-1: ana as integration: amount in USDC",
        expected: "15.185185",
        found: "7.592592",
      });
      expect(found).to.deep.include({
        what: "sale s-1: ben as integration: amount in USDC",
        expected: "nothing",
        found: "7.592592",
      });
    });

    it("one weight", async () => {
      const { credits: name } = await salesFiles();
      const found = await foundIn((copy) =>
        copy.change(name, "ana:integration:500000", "ana:integration:500001"),
      );
      expect(found.map(({ what }) => what)).to.include(`content of ${name}`);
      expect(found).to.deep.include({
        what: `evidence ${hash}: sale s-2: ana as integration: weight`,
        expected: "500000",
        found: "500001",
      });
    });

    it("one sale", async () => {
      const { sales: name } = await salesFiles();
      const found = await foundIn((copy) => copy.change(name, ",initial,99,", ",initial,98,"));
      expect(found.map(({ what }) => what)).to.include(`content of ${name}`);
      expect(found).to.deep.include({
        what: "sale s-2: amount in USDC",
        expected: "98",
        found: "99",
      });
    });

    it("one sale's kind and currency", async () => {
      const { sales: name } = await salesFiles();
      const found = await foundIn(async (copy) => {
        await copy.change(name, ",renewal,0.1,ETH,", ",initial,0.1,USDC,");
      });
      expect(found).to.deep.include({
        what: "sale s-3: kind",
        expected: "initial",
        found: "renewal",
      });
      expect(found).to.deep.include({ what: "sale s-3: currency", expected: "USDC", found: "ETH" });
    });

    it("one refund", async () => {
      const { refunds: name } = await refundsOf();
      const found = await foundIn(async (copy) => {
        await copy.change(name, "r-1,s-1,33.333333,broken", "r-1,s-3,33.3,stolen");
      });
      expect(found).to.deep.include({ what: "refund r-1: sale", expected: "s-3", found: "s-1" });
      expect(found).to.deep.include({
        ...{ what: "refund r-1: amount in USDC", expected: "33.3", found: "33.333333" },
      });
      expect(found).to.deep.include({
        ...{ what: "refund r-1: reason", expected: "stolen", found: "broken" },
      });
    });

    it("one touchpoint, with new hashes for its file and manifest: the chain has another", async () => {
      const { touchpoints: name } = await salesFiles();
      const own = `${hash.slice(2)}.json`;
      const found = await foundIn(async (copy) => {
        await copy.change(name, "ben,integration,ad,2025-01-03", "ana,integration,ad,2025-01-03");
        const renamed = await copy.rename(name);
        await copy.change(own, name, renamed);
        await copy.rename(own);
      });
      expect(found[0]?.what).to.equal(`evidence ${hash}`);
      expect(found[0]?.expected).to.equal(`the file ${own}`);
    });

    it("a manifest with another model under its old name", async () => {
      const own = `${hash.slice(2)}.json`;
      const found = await foundIn((copy) =>
        copy.change(own, '"model":"linear"', '"model":"first"'),
      );
      expect(found.map(({ what }) => what)).to.include(`content of ${own}`);
      expect(found).to.deep.include({
        what: "sale s-2: ana as integration: amount in USDC",
        expected: "14.85",
        found: "7.425",
      });
    });

    it("a manifest of another version", async () => {
      const found = await foundIn((copy) =>
        copy.change(`${hash.slice(2)}.json`, "tributary-evidence/1", "tributary-evidence/2"),
      );
      expect(found.some(({ found: text }) => text.includes("tributary-evidence/2"))).to.equal(true);
    });

    for (const [what, text] of [
      ["cut off", '{"a":1'],
      ["empty", ""],
      ["a number", "7"],
      ["no object", "null"],
    ] as const) {
      it(`a manifest that is ${what}, and goes on`, async () => {
        const own = `${hash.slice(2)}.json`;
        const found = await foundIn((copy) => writeFile(join(copy.path, own), text));
        expect(found.map(({ what: name }) => name)).to.deep.equal([
          `content of ${own}`,
          `evidence ${hash}`,
        ]);
        expect(found[1]?.expected).to.equal("a manifest that this version knows");
      });
    }

    it("a file that is missing, by its hash", async () => {
      const { touchpoints: name } = await salesFiles();
      const found = await foundIn((copy) => copy.remove(name));
      expect(found.some(({ expected }) => expected === `the file ${name}`)).to.equal(true);
    });

    it("a file that is no table any more", async () => {
      const { sales: name } = await salesFiles();
      const found = await foundIn((copy) => copy.change(name, "sale_id,", "sale,"));
      const own = found.find(({ what }) => what === `evidence ${hash}`);
      expect(own?.found).to.match(/csv, line 1, column 1: the unknown column "sale"$/);
      for (const { found: text } of found)
        expect(text).to.not.match(/nothing was sent|run this again/);
    });
  });

  describe("and what the operator did:", () => {
    const other = async (...lines: string[]) =>
      folder.write("other.csv", `${[SALES_HEADER, ...lines].join("\n")}\n`);

    it("refuses to post sales that the folder's evidence does not have as the file does", async () => {
      const sales = await other("s-2,,initial,99,USDC,2025-01-06,,ana:integration:1");
      const error = await refusalOf(world, post, { program: program.address, sales, evidence });
      expect(error).to.include("No evidence in").and.include("other.csv");
    });

    it("says that the folder to audit with is not there", async () => {
      const options = { program: program.address, evidence: join(evidence, "none") };
      const error = await refusalOf(world, audit, options);
      expect(error).to.include("There is no folder").and.include("with evidence");
    });

    it("refuses a salt that hides nothing", async () => {
      const short = await folder.write("short", "secret");
      const sales = await salesFile(folder, ...SALES);
      const error = await refusalOf(world, attribute, {
        ...{ sales, touchpoints, out, model: "linear", evidence, saltFile: short },
      });
      expect(error).to.include("too short");
    });

    it("finds sales of other weights than their evidence gives, sales it does not have, sales without any, and what is not posted", async () => {
      const later = [...SALES, "s-6,bob@example.org,initial,10,USDC,2025-01-08,p,"];
      later.push("s-7,bob@example.org,initial,20,USDC,2025-01-08,p,");
      const more = await attributed(await salesFile(folder, ...later), `${out}.more.csv`);
      const wrong = await other(
        "s-6,,initial,10,USDC,2025-01-08,p,ana:integration:900000;ben:integration:100000",
        "s-8,,initial,10,USDC,2025-01-08,p,ana:integration:1",
      );
      // With the hash itself, nothing is looked up.
      const options = { program: program.address, evidence: more.evidence };
      await jsonOf(world, post, { ...options, sales: wrong });
      const bare = await other("s-9,,initial,10,USDC,2025-01-08,p,ana:integration:1");
      await jsonOf(world, post, { program: program.address, sales: bare });
      const { code, differences, evidence: summary } = await audited(evidence);
      expect(code).to.equal(1);
      expect(differences).to.deep.equal([
        {
          ...{ what: "sale s-6: ana as integration: amount in USDC" },
          ...{ expected: "0.75", found: "1.35" },
        },
        {
          ...{ what: "sale s-6: ben as integration: amount in USDC" },
          ...{ expected: "0.75", found: "0.15" },
        },
        {
          what: `sale s-8: evidence ${more.evidence}`,
          ...{ expected: "to be told of there", found: "nothing" },
        },
        {
          what: "sale s-9: evidence",
          ...{ expected: "the hash of its evidence", found: "nothing" },
        },
      ]);
      expect(summary?.notPosted).to.deep.equal(["s-7"]);
    });

    it("finds a second partner by the name of one that evidence credits", async () => {
      // The command refuses such a name; the contract does not look at names.
      const second = { wallet: CLEO, name: "ana", tier: 0, joined: 1, referrer: 0 } as const;
      await send(world.chain, {
        account: world.account,
        address: program.address,
        abi: programAbi,
        functionName: "enroll",
        args: [[second]],
      });
      const { differences } = await audited(evidence);
      expect(differences).to.deep.include({
        ...{ what: "partners named ana", expected: "1", found: "2" },
      });
    });
  });

  for (const [example, what] of [
    ["ecommerce-collective", "roles share the residual, and products have classes"],
    ["value-stack", "pools and others have what nobody filled"],
    ["lifetime-value", "referrers earn of others' lines"],
  ] as const) {
    it(`is equal where ${what}`, async () => {
      const own = await openWorld("2025-01-01T00:00:00Z");
      const terms = await readFile(exampleFile(example, "terms.json"), "utf8");
      const { address } = await own.deploy(await folder.write(`${example}.json`, terms));
      await jsonOf(own, enroll, { program: address, file: exampleFile(example, "partners.csv") });
      const sales = join(dirname(salt), `${example}.csv`);
      const kept = join(dirname(salt), example);
      await jsonOf(own, attribute, {
        ...{ sales: exampleFile(example, "sales.csv"), touchpoints, out: sales, model: "last" },
        ...{ evidence: kept, saltFile: salt },
      });
      await jsonOf(own, post, { program: address, sales, evidence: kept, clock: true });
      const result = await jsonOf<AuditJson>(own, audit, { program: address, evidence: kept });
      expect(result.differences).to.deep.equal([]);
      expect(result.evidence?.sales).to.equal(result.checked.sales);
      expect(result.checked.sales).to.be.greaterThan(40);
      await own.close();
    });
  }
});
