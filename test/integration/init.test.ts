import { readFile, writeFile } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { fillDeal } from "../../scripts/cli/init/fillDeal.ts";
import { holdersIn } from "../../scripts/cli/init/holdersIn.ts";
import { Interview } from "../../scripts/cli/init/Interview.ts";
import { type ExampleDeal, readExamples } from "../../scripts/cli/init/readExamples.ts";
import { type InitOption, readOwnParts } from "../../scripts/cli/init/readOwnParts.ts";
import { hardhat } from "./support/cli.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { refusal } from "./support/refusal.ts";
import { openWorld, type World } from "./support/world.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOWHERE = "http://127.0.0.1:9";
const ANA = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";
const GUARDIAN = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";
const TODAY = parseTime("2026-03-01") ?? 0;
const NO_OPTIONS = {
  ...{ example: undefined, name: undefined, currencies: undefined },
  ...{ period: undefined, starts: undefined, holders: undefined },
  ...{ guardian: undefined, standby: undefined, postingLimit: undefined },
};

describe("program init", function () {
  this.timeout(240_000);
  let folder: Folder;
  let world: World;
  let examples: ExampleDeal[];

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2026-03-01T00:00:00Z");
    examples = await readExamples(ROOT);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  it("makes of each example a deal that deploys, with nobody's address but those that are given", async () => {
    expect(examples.map(({ name }) => name)).to.include.members(["saas", "tech-partnership"]);
    for (const { name, file } of examples) {
      const holders = holdersIn(file)
        .map((one) => `${one}=${ANA}`)
        .join(";");
      const given = { ...NO_OPTIONS, example: name, name: `My ${name}`, holders };
      const { own } = await readOwnParts(given, examples, undefined);
      const text = JSON.stringify(fillDeal(file, own, TODAY));
      const path = await folder.write(`${name}.json`, text);
      const { terms } = await world.deploy(path);
      expect(terms.name).to.equal(`My ${name}`);
      const paid = [...terms.standing, ...terms.pools].map(({ holder }) => holder);
      expect(new Set(paid)).to.deep.equal(new Set(paid.length > 0 ? [ANA] : []));
      expect(text.match(/0x\w{40}/g) ?? []).to.deep.equal(paid.map(() => ANA));
    }
  });

  it("moves an example's dates along with its start", async () => {
    const example = examples.find(({ name }) => name === "tech-partnership");
    const holders = `lumen=${ANA};lumen licences=${ANA}`;
    const given = { ...NO_OPTIONS, example: "tech-partnership", name: "Mine", holders };
    const make = async (starts: string | undefined) => {
      const { own } = await readOwnParts({ ...given, starts }, examples, undefined);
      return fillDeal((example as ExampleDeal).file, own, TODAY);
    };
    // From 2023-01-01, with two checkpoints 365 and 731 days later, and lines that end after 1,096.
    const dated = await make("2026-01-01");
    expect(dated.starts).to.equal("2026-01-01");
    expect(dated.checkpoints).to.deep.equal(["2027-01-01", "2028-01-02"]);
    expect(dated.standing?.map(({ starts, ends }) => [starts, ends])).to.deep.equal([
      [undefined, "2029-01-01"],
      [undefined, "2029-01-01"],
    ]);
    const open = await make(undefined);
    expect(open.starts).to.equal(undefined);
    expect(open.checkpoints).to.deep.equal(["2027-03-01", "2028-03-01"]);
  });

  it("asks for what is not given, and again where an answer cannot be read", async () => {
    const { typed, shown, interview } = openInterview();
    typed.write(["sass", "saas", "", "Acme", "", "30 days", "14d", "", "0x12", ANA].join("\n"));
    typed.write(["", "0x12", GUARDIAN, "", "ten", "10000", ""].join("\n"));
    const { example, own } = await readOwnParts(NO_OPTIONS, examples, interview);
    interview.close();
    expect(example.name).to.equal("saas");
    expect({ ...own, holders: [...own.holders] }).to.deep.equal({
      ...{ name: "Acme", currencies: ["USDC"], period: "14d", starts: undefined },
      holders: [["moderators", ANA]],
      safeguards: { guardian: GUARDIAN, postingLimit: "10000" },
    });
    expect(shown()).to.include('There is no example "sass".').and.include('did you mean "saas"?');
    expect(shown()).to.include("A program needs a name.");
    expect(shown()).to.include('"30 days" is no duration.');
    expect(shown()).to.include('"0x12" is no address');
    expect(shown()).to.include("How long a period is, such as 30d [30d]: ");
    expect(shown()).to.include("has no power over money (guardian): an address");
    expect(shown()).to.include("The limit in USDC is no amount.");
  });

  it("takes no safeguard over from the example but its limit, where that fits, and names each currency", async () => {
    const example = examples.find(({ name }) => name === "micro-influencers") as ExampleDeal;
    const given = { ...NO_OPTIONS, example: example.name, name: "Mine" };
    const fill = async (options: Partial<Record<InitOption, string>>) => {
      const { own } = await readOwnParts({ ...given, ...options }, examples, undefined);
      return fillDeal({ ...example.file, guardian: ANA, standby: ANA }, own, TODAY);
    };
    expect(example.file.postingLimit).to.equal("250000");
    const plain = await fill({});
    expect([plain.guardian, plain.standby, plain.postingLimit]).to.deep.equal([
      ...[undefined, undefined, "250000"],
    ]);
    expect((await fill({ postingLimit: "none" })).postingLimit).to.equal(undefined);
    const two = { currencies: "USDC,ETH" };
    expect((await fill(two)).postingLimit).to.equal(undefined);
    const limit = { ...two, postingLimit: "ETH=2; USDC=10000", standby: GUARDIAN };
    const named = await fill(limit);
    expect(named.postingLimit).to.deep.equal({ USDC: "10000", ETH: "2" });
    expect([named.guardian, named.standby]).to.deep.equal([undefined, GUARDIAN]);
    for (const wrong of ["10000", "USDC=10000", "USDC=1;ETH=1;DAI=1"]) {
      const error = await refusal(fill({ ...two, postingLimit: wrong }));
      expect(error.message)
        .to.include("is no limit in each currency")
        .and.include("USDC=10000;ETH=10000");
    }
  });

  it("ends where the questions do", async () => {
    const { typed, interview } = openInterview();
    typed.end("saas\n");
    const error = await refusal(readOwnParts(NO_OPTIONS, examples, interview));
    expect(error.message).to.include("The questions ended before all were answered.");
  });

  it("writes as a command what deploys, and overwrites nothing unasked", async () => {
    const out = folder.path("own.json");
    const given = ["--example", "saas", "--name", "Acme", "--holders", `moderators=${ANA}`];
    const run = (...more: string[]) => hardhat(NOWHERE, ["program", "init", "--out", out, ...more]);
    const first = await run(...given, "--json");
    expect(first.status, first.stderr).to.equal(0);
    expect(JSON.parse(first.stdout)).to.deep.equal({ file: out, example: "saas", name: "Acme" });
    expect((await world.deploy(out)).terms.name).to.equal("Acme");
    const safe = ["--guardian", GUARDIAN, "--standby", ANA, "--posting-limit", "500"];
    const guarded = await run(...given, ...safe, "--force");
    expect(guarded.status, guarded.stderr).to.equal(0);
    expect(guarded.stdout).to.include("A live network takes them with a guardian");
    const { terms } = await world.deploy(out);
    expect([terms.guardian, terms.standby]).to.deep.equal([GUARDIAN, ANA]);
    expect(terms.rules.postingLimit).to.deep.equal([0n, 500_000_000n]);

    await writeFile(out, "mine");
    const second = await run(...given);
    expect(second.status).to.equal(1);
    expect(second.stderr).to.equal(
      `Error: There is a file ${out} already. Give another with --out, or --force to overwrite it.\n`,
    );
    expect(await readFile(out, "utf8")).to.equal("mine");
    expect((await run(...given, "--force")).status).to.equal(0);

    const wrong = [
      [[], "The option --example is missing."],
      [["--example", "saas"], "The option --name is missing."],
      [
        ["--example", "saas", "--name", "Acme"],
        'The option --holders "moderators=0x…" is missing.',
      ],
      [[...given.slice(0, 4), "--holders", `moderator=${ANA}`], 'did you mean "moderators"?'],
      [[...given, "--force", "--period", "1d", "--currencies", "USD$"], '"USD$" is no currency'],
      [[...given, "--force", "--starts", "1.2.2026"], '"1.2.2026" is no date.'],
    ] as const;
    for (const [options, text] of wrong) {
      const { status, stderr } = await run(...options);
      expect(status).to.equal(1);
      expect(stderr).to.include(text).and.not.include("was sent");
    }
  });
});

function openInterview() {
  const typed = new PassThrough();
  const output = new PassThrough();
  let text = "";
  output.on("data", (data: Buffer) => {
    text += data.toString();
  });
  return { typed, shown: () => text, interview: new Interview(typed, output) };
}
