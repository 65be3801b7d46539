import { DatabaseSync } from "node:sqlite";
import { expect } from "chai";
import { numberToHex, zeroAddress, zeroHash } from "viem";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { Journal } from "../../scripts/posting/journal/Journal.ts";
import { IN_MEMORY, openJournal } from "../../scripts/posting/journal/openJournal.ts";
import { readStatus } from "../../scripts/posting/journal/readStatus.ts";
import { openFolder } from "../integration/support/files.ts";

const PROGRAM = {
  chain: { chainId: 1, instance: undefined },
  address: zeroAddress,
} as unknown as Program;

describe("What waits in a journal", () => {
  it("is told as people count, refunds first, with how many more there are", () => {
    const journal = openJournal(IN_MEMORY, PROGRAM);
    const ids = Array.from({ length: 60 }, (_, index) => 60 - index);
    journal.record([
      ...ids.map((id) => ({ kind: "sale" as const, id: numberToHex(id), name: `s-${id}` })),
      { kind: "refund", id: numberToHex(99), name: "r-1" },
    ]);
    const { waiting, waitingMore } = readStatus(journal);
    journal.close();
    const names = ["r-1", ...Array.from({ length: 49 }, (_, index) => `s-${index + 1}`)];
    expect(waiting.map(({ name }) => name)).to.deep.equal(names);
    expect(waitingMore).to.equal(11);
  });

  for (const [what, read] of [
    ["checked", (journal: Journal) => journal.verify()],
    ["read", (journal: Journal) => readStatus(journal)],
  ] as const) {
    it(`is ${what} as of one moment, whatever the poster writes meanwhile`, async () => {
      const folder = await openFolder();
      const path = folder.path("journal.sqlite");
      const poster = openJournal(path, PROGRAM);
      const call = { account: zeroAddress, to: zeroAddress, value: 0n, gas: 1n } as const;
      const planned = poster.plan({
        ...{ call: { ...call, purpose: "fill", data: "0x" }, nonce: 0, plannedAt: 0n },
        fees: { maxFee: 1n, priorityFee: 1n },
      });
      const database = new DatabaseSync(path);
      const prepare = database.prepare.bind(database);
      let writes = 0;
      // Between a transaction's row and its attempts.
      database.prepare = (sql) => {
        if (sql.includes("FROM attempts") && writes++ === 0) poster.sent(planned, zeroHash);
        return prepare(sql);
      };
      expect(() => read(new Journal(database, path))).not.to.throw();
      expect(writes).to.equal(1);
      expect(poster.transaction(planned.id).state).to.equal("sent");
      for (const one of [database, poster]) one.close();
      await folder.remove();
    });
  }
});
