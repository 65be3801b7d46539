import { expect } from "chai";
import { numberToHex, zeroAddress } from "viem";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { IN_MEMORY, openJournal } from "../../scripts/posting/journal/openJournal.ts";
import { readStatus } from "../../scripts/posting/journal/readStatus.ts";

describe("What waits in a journal", () => {
  it("is told as people count, refunds first, with how many more there are", () => {
    const program = { chain: { chainId: 1, instance: undefined }, address: zeroAddress };
    const journal = openJournal(IN_MEMORY, program as unknown as Program);
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
});
