import { readdir, utimes } from "node:fs/promises";
import { expect } from "chai";
import { removeOldDevelopmentJournals } from "../../scripts/chain/deploy/removeOldDevelopmentJournals.ts";
import { journalPath } from "../../scripts/posting/journal/journalPath.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { quietProgress } from "../integration/support/quiet.ts";
import { readTotals } from "./support/openPostingWorld.ts";
import { openServed, type Served } from "./support/openServed.ts";

describe("A development chain that is started again", () => {
  let folder: Folder;
  let served: Served;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const post = async (journal: string) => {
    const progress = quietProgress();
    const { program, account } = served;
    const file = await served.salesFile("s", 3);
    return { ...(await postSales(program, { file, account, progress, journal })), ...progress };
  };
  /** Posts the same sales on two runs of a chain; what the second one said. */
  const postOnTwo = async (journalOf: (served: Served) => string) => {
    served = await openServed();
    const before = served.program.address;
    expect(await post(journalOf(served))).to.deep.include({ posted: 3, notes: [] });
    await served.close();
    served = await openServed();
    try {
      expect(served.program.address).to.equal(before);
      const result = await post(journalOf(served));
      expect(result).to.deep.include({ posted: 3, alreadyPosted: 0 });
      const { posted } = await readTotals(served.program, served.account);
      expect(posted).to.have.length(3);
      const again = await post(journalOf(served));
      expect(again).to.deep.include({ posted: 0, alreadyPosted: 3, notes: [] });
      return result.notes;
    } finally {
      await served.close();
    }
  };

  it("has everything posted again, for each run of it has its own journal", async () => {
    expect(await postOnTwo(({ program }) => journalPath(program, folder.path(".")))).to.deep.equal(
      [],
    );
  });

  it("has a named journal begun anew, and says so", async () => {
    const [note, ...others] = await postOnTwo(() => folder.path("own.sqlite"));
    expect(note).to.include("own.sqlite").and.include("begun anew");
    expect(others).to.deep.equal([]);
  });

  it("leaves no journals behind: those of a day ago are removed, others stay", async () => {
    const program = `0x${"ab".repeat(20)}`;
    const names = [
      ...["", "-wal", ".lock"].map((end) => `chain-31337-dev-0123abcd-${program}.sqlite${end}`),
      ...["", "-wal"].map((end) => `chain-31337-dev-4567cdef-${program}.sqlite${end}`),
      `chain-8453-${program}.sqlite`,
    ];
    const old = await openFolder();
    try {
      for (const name of names) await utimes(await old.write(name, ""), 0, 0);
      // Its log was written to just now.
      await old.write(names[4] ?? "", "");
      await removeOldDevelopmentJournals(old.path("."));
      expect((await readdir(old.path("."))).sort()).to.deep.equal(names.slice(3).sort());
    } finally {
      await old.remove();
    }
  });
});
