import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { enrollPartners } from "../../scripts/chain/partners/enrollPartners.ts";
import { readPartners } from "../../scripts/chain/partners/readPartners.ts";
import { RowError } from "../../scripts/files/table/RowError.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { refusal } from "./support/refusal.ts";
import { ANA, BEN, CLEO, PARTNERS } from "./support/seed.ts";
import { TERMS } from "./support/terms.ts";
import { openWorld, type World } from "./support/world.ts";

const HEADER = "partner,wallet,tier,joined_at,referrer";

describe("Enrolling partners", () => {
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

  const enroll = async (text: string) => {
    const file = await folder.write("partners.csv", text);
    return enrollPartners(program, { file, account: world.account, progress: quietProgress() });
  };

  it("enrolls everyone once, in batches", async () => {
    const wallet = (i: number) => `0x${(i + 1).toString(16).padStart(40, "0")}`;
    const lines = Array.from({ length: 170 }, (_, i) => `p${i},${wallet(i)},,2025-01-01,`);
    const text = [HEADER, ...lines, ""].join("\n");
    expect(await enroll(text)).to.deep.equal({
      enrolled: 170,
      tiersChanged: 0,
      unchanged: 0,
      transactions: 3,
    });
    expect(await enroll(text)).to.deep.equal({
      enrolled: 0,
      tiersChanged: 0,
      unchanged: 170,
      transactions: 0,
    });
    const partners = await readPartners(program);
    expect(partners.map(({ name }) => name)).to.deep.equal(lines.map((line) => line.split(",")[0]));
  });

  it("enrolls what a longer file adds", async () => {
    await enroll(PARTNERS);
    expect(await enroll(`${PARTNERS}cleo,${CLEO},junior,2025-01-02,ben\n`)).to.deep.include({
      enrolled: 1,
      unchanged: 2,
    });
    const [ana, ben, cleo] = await readPartners(program);
    expect(ana).to.deep.include({
      number: 1,
      wallet: ANA,
      name: "ana",
      tier: 1,
      referrer: 0,
      isActive: true,
    });
    expect(ana?.joined).to.equal(parseTime("2023-06-01"));
    // The first tier is the default.
    expect(ben).to.deep.include({ number: 2, tier: 0, referrer: 1 });
    expect(cleo).to.deep.include({ number: 3, tier: 0, referrer: 2 });
  });

  it("takes a referrer from further down in the file", async () => {
    await enroll(`${HEADER}\nben,${BEN},,2025-01-01,ana\nana,${ANA},,2025-01-01,\n`);
    const partners = await readPartners(program);
    expect(partners.map(({ name, referrer }) => [name, referrer])).to.deep.equal([
      ["ana", 0],
      ["ben", 1],
    ]);
  });

  it("gives known partners another tier from the next period on", async () => {
    await enroll(PARTNERS);
    const result = await enroll(PARTNERS.replace("senior", "junior"));
    expect(result).to.deep.equal({ enrolled: 0, tiersChanged: 1, unchanged: 1, transactions: 1 });
    const read = {
      address: program.address,
      abi: programAbi,
      functionName: "partnerAt",
      args: [1n],
    } as const;
    const ana = await world.chain.client.readContract(read);
    expect(ana).to.deep.include({ tier: 1, nextTier: 0, tierPeriod: 1 });
  });

  describe("refuses by line and column, and changes nothing,", () => {
    const transactions = () => world.chain.client.getTransactionCount({ address: world.account });

    const expectRefusal = async (text: string, line: number, column: string, message: string) => {
      const before = await transactions();
      const error = await refusal(enroll(text));
      expect(error).to.be.instanceOf(RowError);
      expect(error).to.deep.include({ line, column });
      expect(error.message).to.include(message);
      expect(await transactions()).to.equal(before);
    };

    const newcomers: [
      what: string,
      lines: string,
      line: number,
      column: string,
      message: string,
    ][] = [
      ["an unknown tier", `ana,${ANA},gold,2025-01-01,`, 2, "tier", '"junior" or "senior"'],
      ["a wallet that is no address", "ana,0x12,,2025-01-01,", 2, "wallet", "0x12"],
      [
        "a wallet with a wrong checksum",
        `ana,${ANA.replace("C51812", "c51812")},,,`,
        2,
        "wallet",
        "checksum",
      ],
      ["a date that does not exist", `ana,${ANA},,2025-02-29,`, 2, "joined_at", "2025-02-29"],
      ["an unknown referrer", `ana,${ANA},,2025-01-01,zoe`, 2, "referrer", '"zoe"'],
      [
        "partners who referred each other",
        `ana,${ANA},,,ben\nben,${BEN},,,ana`,
        2,
        "referrer",
        '"ben"',
      ],
      ["a name that credits cannot hold", `a:b,${ANA},,,`, 2, "partner", "a:b"],
      ["a name twice", `ana,${ANA},,,\nana,${BEN},,,`, 3, "partner", "line 2"],
      ["a wallet twice", `ana,${ANA},,,\nben,${ANA.toLowerCase()},,,`, 3, "wallet", "line 2"],
    ];
    for (const [what, lines, line, column, message] of newcomers) {
      it(what, () => expectRefusal(`${HEADER}\n${lines}\n`, line, column, message));
    }

    const known: [what: string, text: string, line: number, column: string, message: string][] = [
      ["another wallet", PARTNERS.replace(BEN, CLEO), 3, "wallet", "cannot be changed"],
      [
        "another date",
        PARTNERS.replace("2023-06-01", "2023-06-02"),
        2,
        "joined_at",
        "cannot be changed",
      ],
      [
        "another referrer",
        PARTNERS.replace("2023-06-01,", "2023-06-01,ben"),
        2,
        "referrer",
        "cannot be changed",
      ],
      ["another name", PARTNERS.replace("ben,", "bert,"), 3, "wallet", '"ben"'],
    ];
    for (const [what, text, line, column, message] of known) {
      it(`${what} of a known partner`, async () => {
        await enroll(PARTNERS);
        await expectRefusal(text, line, column, message);
      });
    }
  });
});
