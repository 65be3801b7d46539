import { rm, writeFile } from "node:fs/promises";
import { expect } from "chai";
import post from "../../scripts/cli/commands/sales/post.ts";
import { findUncredited } from "../../scripts/posting/sales/findUncredited.ts";
import { SALES_HEADER } from "../integration/support/seed.ts";
import { jsonOf, refusalOf, runVerb } from "../integration/support/verbs.ts";
import { openPostingWorld, type PostingWorld } from "./support/openPostingWorld.ts";
import { watchWhile } from "./support/watchWhile.ts";

const UNCREDITED = ["s-1,c,initial,10.00,USDC,2025-01-06,p,", "s-2,c,renewal,5,USDC,2025-01-06,p,"];
const PREPARED = [SALES_HEADER, ...UNCREDITED].map((line) => line.replace(/,(credits)?$/, ""));
const CREDITED = "s-3,c,initial,10.00,USDC,2025-01-06,p,ana:integration:1";
const MISTAKEN = "s-4,c,initial,10.00,USDC,2025-01-06,p,nobody:integration:1";

describe("Sales without credits", function () {
  this.timeout(120_000);
  let world: PostingWorld;
  let journal: string;

  beforeEach(async () => {
    world = await openPostingWorld();
    journal = world.newJournal();
  });
  afterEach(() => world.close());

  const write = (...rows: readonly string[]) => writeLines(SALES_HEADER, ...rows);
  const writeLines = async (...lines: readonly string[]) => {
    const file = `${journal}-sales.csv`;
    await writeFile(file, `${lines.join("\n")}\n`);
    return file;
  };
  const options = (sales: string) => ({ program: world.program.address, journal, sales });
  const posted = async () => (await world.read()).posted.length;

  for (const dryRun of [false, true])
    it(`are refused where the file has no column for them${dryRun ? ", with --dry-run too" : ""}`, async () => {
      const given = { ...options(await writeLines(...PREPARED)), dryRun };
      const message = await refusalOf(world.world, post, given);
      expect(message)
        .to.include("has no credits")
        .and.include("Found: 2 sales to post of kinds that roles are paid for")
        .and.include("`sales attribute`")
        .and.include("--without-credits");
      expect(await posted()).to.equal(0);
    });

  it("are posted with --without-credits, and told", async () => {
    const given = { ...options(await writeLines(...PREPARED)), withoutCredits: true };
    expect((await runVerb(world.world, post, given)).stdout).to.include(
      "2 sales of the file have no credits",
    );
    expect(await posted()).to.equal(2);
    // What is posted already is nobody's mistake any more.
    const again = await jsonOf(world.world, post, { ...given, withoutCredits: false });
    expect(again).to.include({ posted: 0, alreadyPosted: 2, uncredited: 2 });
  });

  it("are posted where the file has the column, and counted: attribution found nobody", async () => {
    const { code, stdout } = await runVerb(world.world, post, options(await write(...UNCREDITED)));
    expect(code).to.equal(0);
    expect(stdout).to.include("2 posted in").and.include("2 sales of the file have no credits");
  });

  it("are posted beside others that have some, and counted", async () => {
    const given = options(await write(...UNCREDITED, CREDITED));
    const { code, stdout } = await runVerb(world.world, post, given);
    expect(code).to.equal(0);
    expect(stdout)
      .to.include("3 posted in")
      .and.include("2 sales of the file have no credits, though roles are paid for the kind");
  });

  it("do not hide that the file's credits name an unknown partner", async () => {
    const given = options(await write(...UNCREDITED, MISTAKEN));
    const { code, stdout } = await runVerb(world.world, post, given);
    expect(code).to.equal(1);
    expect(stdout).to.include("2 posted in").and.include("1 was refused");
  });

  it("are none where no role is paid for the kind", () => {
    const { terms } = world.program;
    const sales = [{ kind: 0, credits: [] }];
    expect(findUncredited(terms, sales)).to.have.length(1);
    expect(findUncredited({ ...terms, roles: [] }, sales)).to.deep.equal([]);
  });

  it("fail a round of `sales watch` whose sources nobody has attributed", async () => {
    const sales = await writeLines(...PREPARED);
    const watched = await watchWhile(world, journal, { sales }, async ({ notes }) => {
      while (notes.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(notes[0]).to.include("--without-credits");
    });
    expect(watched).to.include({ posted: 0, failures: 1 });
    await rm(sales);
  });
});
