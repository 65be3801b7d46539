import { expect } from "chai";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../scripts/chain/partners/enrollPartners.ts";
import { readPartners } from "../../scripts/chain/partners/readPartners.ts";
import audit from "../../scripts/cli/commands/audit.ts";
import claim from "../../scripts/cli/commands/claim.ts";
import admit from "../../scripts/cli/commands/partners/admit.ts";
import sign from "../../scripts/cli/commands/partners/sign.ts";
import tier from "../../scripts/cli/commands/partners/tier.ts";
import reconcile from "../../scripts/cli/commands/report/reconcile.ts";
import attribute from "../../scripts/cli/commands/sales/attribute.ts";
import postCommand from "../../scripts/cli/commands/sales/post.ts";
import statement from "../../scripts/cli/commands/statement.ts";
import propose from "../../scripts/cli/commands/terms/propose.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { refusal } from "./support/refusal.ts";
import { ANA, BEN, CLEO, salesFile } from "./support/seed.ts";
import { HOLDER, TERMS } from "./support/terms.ts";
import { jsonOf, refusalOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

const DORA = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";
const COMPOSED = "Jos\u00e9 M\u00fcller";
const DECOMPOSED = "Jose\u0301 Mu\u0308ller";
const FIRST = [`${COMPOSED},${ANA}`, `Ana,${BEN}`];

describe("Names of partners", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());
  beforeEach(async () => {
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await world.deployTerms(TERMS, folder);
  });
  afterEach(() => world.close());

  const listed = (lines: readonly string[]) =>
    folder.write(
      "partners.csv",
      `${["partner,wallet,tier,joined_at,referrer", ...lines.map((line) => `${line}${",".repeat(4 - line.split(",").length + 1)}`)].join("\n")}\n`,
    );
  const enroll = async (lines: readonly string[], allowSimilar = false) =>
    enrollPartners(program, {
      ...{ file: await listed(lines), account: world.account, progress: quietProgress() },
      allowSimilar,
    });
  const post = async (...credits: string[]) =>
    postSales(program, {
      file: await salesFile(
        folder,
        ...credits.map((credit, index) => `s-${index},c,initial,10,USDC,2025-01-06,,${credit}`),
      ),
      account: world.account,
      progress: quietProgress(),
    });

  it("are enrolled composed and without what is unseen", async () => {
    await enroll([`${DECOMPOSED},${ANA}`, `Ana \u00a0Silva,${BEN}`]);
    const partners = await readPartners(program);
    expect(partners.map(({ name }) => name)).to.deep.equal([COMPOSED, "Ana Silva"]);
  });

  it("in another spelling with the same wallet are of the same partner", async () => {
    await enroll(FIRST);
    const again = await enroll([
      `${DECOMPOSED.toUpperCase()},${ANA}`,
      `ana,${BEN}`,
      `Ben,${CLEO},,,ANA`,
    ]);
    expect(again).to.deep.include({ enrolled: 1, unchanged: 2 });
    expect((await readPartners(program))[2]).to.deep.include({ name: "Ben", referrer: 2 });
  });

  for (const [what, line, message] of [
    ["an enrolled one in decomposed letters", `${DECOMPOSED},${CLEO}`, "cannot be changed"],
    ["one in other capitals", `ana,${CLEO}`, '"ana", which looks like "Ana"'],
    ["one with a Cyrillic letter", `\u0410na,${CLEO}`, '"\u0410" (U+0410)'],
    ["one with Greek capitals", `\u0391na,${CLEO}`, "(U+0391)"],
    ["one in wide letters", `\uff21\uff4e\uff41,${CLEO}`, 'looks like "Ana"'],
    ["one of its own file", `AIice,${CLEO}\nAlice,${DORA}`, 'looks like "AIice"'],
    ["one of its own file in other capitals", `Ben,${CLEO}\nBEN,${DORA}`, 'looks like "Ben"'],
  ] as const) {
    it(`that look like ${what} are refused, and may be allowed`, async () => {
      await enroll(FIRST);
      const lines = line.split("\n");
      const error = await refusal(enroll(lines));
      expect(error.message).to.include(message);
      expect(await readPartners(program)).to.have.length(2);
      if (message === "cannot be changed") return;
      expect(error.message).to.include("--allow-similar");
      expect(await enroll(lines, true)).to.deep.include({ enrolled: lines.length });
    });
  }

  it("that are signed are refused and allowed in the same way", async () => {
    await enroll(FIRST);
    const { address } = program;
    const file = await listed([`ana,${world.account}`]);
    const out = folder.path("signed.json");
    await jsonOf(world, sign, { program: address, file, out });
    const options = { program: address, file: out, allowSimilar: false };
    expect(await refusalOf(world, admit, options)).to.match(/looks like "Ana".*--allow-similar/s);
    await jsonOf(world, admit, { ...options, allowSimilar: true });
    expect((await readPartners(program)).map(({ name }) => name)).to.include("ana");
  });

  for (const [name, what] of [
    ["Moderators", "standing line"],
    ["m\u043ederators", "standing line"],
    ["treasury", "treasury"],
    ["Residual", "treasury"],
  ] as const) {
    it(`that the terms give to others are refused, such as "${name}", and may be allowed`, async () => {
      const wallet = what === "treasury" ? program.terms.treasury : HOLDER;
      const error = await refusal(enroll([`${name},${CLEO}`]));
      expect(error.message).to.include(`"${name}", as the ${what}`).and.include(wallet);
      expect(error.message).to.include("--allow-similar");
      expect(await enroll([`${name},${CLEO}`], true)).to.deep.include({ enrolled: 1 });
    });
  }

  it("that a line's own holder has are taken", async () => {
    expect(await enroll([`Moderators,${HOLDER}`])).to.deep.include({ enrolled: 1 });
    const text = (await runVerb(world, claim, { program: program.address, partner: "moderators" }))
      .stdout;
    expect(text).to.include(`(${HOLDER})`);
  });

  it("that are signed and that a line has are refused and allowed in the same way", async () => {
    const { address } = program;
    const file = await listed([`moderators,${world.account}`]);
    const out = folder.path("signed.json");
    await jsonOf(world, sign, { program: address, file, out });
    const options = { program: address, file: out, allowSimilar: false };
    expect(await refusalOf(world, admit, options)).to.match(
      /standing line "moderators" is called so already.*--allow-similar/s,
    );
    await jsonOf(world, admit, { ...options, allowSimilar: true });
  });

  it("that a partner has are refused for the lines of an amendment, and may be allowed", async () => {
    await enroll(FIRST);
    const options = { program: program.address, uri: undefined, text: undefined };
    const amended = async (holder: string, allowSimilar = false) => ({
      ...{ ...options, allowSimilar },
      terms: await folder.write(
        "amended.json",
        JSON.stringify({
          ...TERMS,
          standing: [...(TERMS.standing ?? []), { name: "ANA", holder, rate: "1%" }],
        }),
      ),
    });
    const refused = await refusalOf(world, propose, await amended(CLEO));
    expect(refused).to.include('standing line "ANA" is called as a partner is');
    expect(refused).to.include(`the partner "Ana" with the wallet ${BEN}`);
    await jsonOf(world, propose, await amended(CLEO, true));
  });

  it("that a partner and a line share are told apart in a statement, and refused in a claim", async () => {
    await enroll([`moderators,${CLEO}`, `Ana,${ANA}`], true);
    await post("moderators:integration:1", "Ana:integration:1");
    const options = { program: program.address };
    const { stdout } = await runVerb(world, statement, options);
    expect(stdout).to.match(/^moderators \(partner, 0x90F7…b906\) +USDC/m);
    expect(stdout).to.match(/^Ana +USDC/m);
    const refused = await refusalOf(world, claim, { ...options, partner: "moderators" });
    expect(refused).to.include('2 parties are called "moderators"');
    expect(refused).to.include(`${CLEO} of the partner and ${HOLDER} of the standing line`);
    const one = await runVerb(world, claim, { ...options, partner: HOLDER });
    // 2% of two sales of 10; periods have 30 days, and one is held.
    expect(one.stdout).to.include(
      "is locked and unclaimed now: 0.4 USDC are held, the first of it locks on 2025-03-02 00:00:00 UTC.",
    );
  });

  it("such as the residual's are told with what they are of", async () => {
    await enroll(FIRST);
    await postSales(program, {
      file: await salesFile(folder, "s-1,c,initial,10.000001,USDC,2025-01-06,,Ana:integration:1"),
      ...{ account: world.account, progress: quietProgress() },
    });
    const { stdout } = await runVerb(world, statement, { program: program.address });
    expect(stdout).to.match(/^residual +USDC +0\.000001/m);
    expect(stdout).to.include("of sales paid elsewhere the rest stays with the operator");
  });

  it("are found in any case and composition, in sales and in commands", async () => {
    await enroll(FIRST);
    const { posted, refused } = await post(
      "ANA:integration:1",
      `${DECOMPOSED}:integration:1`,
      "ana:integration:1;Ana:support:1",
    );
    expect({ posted, refused }).to.deep.equal({ posted: 3, refused: [] });
    const options = { program: program.address, tier: "senior", reason: "merit" };
    const given = await jsonOf<{ partner: string }>(world, tier, {
      ...options,
      partner: "josé MÜLLER",
    });
    expect(given.partner).to.equal(COMPOSED);
    expect(await refusalOf(world, tier, { ...options, partner: "Anna" })).to.include(
      'did you mean "Ana"?',
    );
  });

  it("in another spelling are no other credits of what was posted before", async () => {
    await enroll(FIRST);
    await post("Ana:integration:1");
    const again = await post("ANA:integration:2");
    expect(again).to.deep.include({ posted: 0, alreadyPosted: 1, differing: [] });
  });

  it("that nobody has are refused with the one that is near, and so is one partner twice", async () => {
    await enroll(FIRST);
    const { posted, refused } = await post(
      "Anna:integration:1",
      "Zoltan:integration:1",
      "ana:integration:1;Ana:integration:1",
      "Ana:integration:1",
    );
    expect(posted).to.equal(1);
    expect(refused.map(({ why }) => why)).to.satisfy(
      ([near, far, twice]: string[]) =>
        near?.includes('(did you mean "Ana"?)') &&
        !far?.includes("did you mean") &&
        twice?.includes("in another spelling"),
    );
  });

  it("that two partners have are told apart by their spelling alone", async () => {
    await enroll(FIRST);
    await enroll([`ana,${CLEO}`], true);
    const { posted, refused } = await post(
      "Ana:integration:1",
      "ana:integration:1",
      "ANA:support:1",
    );
    expect(posted).to.equal(2);
    expect(refused.map(({ why }) => why).join()).to.include("the name of 2 partners");
  });

  it("are the same for attribution, posting, audit and reconciliation", async () => {
    await enroll(FIRST);
    const lines = [
      "s-1,Lea@Example.org,initial,10,USDC,2025-01-06,,",
      "s-2,,initial,10,USDC,2025-01-06,,ANA:integration:1",
    ];
    const sales = await salesFile(folder, ...lines);
    const touchpoints = await folder.write(
      "touchpoints.csv",
      `customer_id,partner,role,channel,occurred_at
lea@example.org,ana,integration,,2025-01-02
LEA@example.org,ANA,integration,,2025-01-03
lea@example.org,${DECOMPOSED},integration,,2025-01-04
`,
    );
    const [out, evidence] = [folder.path("credited.csv"), folder.path("evidence")];
    const saltFile = await folder.write("salt", "0123456789abcdef0123456789abcdef\n");
    const given = { sales, touchpoints, model: "linear", out, evidence, saltFile };
    await jsonOf(world, attribute, given);
    const { address } = program;
    const posted = await jsonOf(world, postCommand, { program: address, sales: out, evidence });
    expect(posted).to.deep.include({ posted: 2, refused: [] });
    const audited = await jsonOf(world, audit, { program: address, evidence });
    expect(audited).to.deep.include({ equal: true, differences: [] });
    const compared = await jsonOf<{ findings: unknown[] }>(world, reconcile, {
      ...{ program: address, sales: out },
    });
    expect(compared.findings).to.deep.equal([]);
  });
});
