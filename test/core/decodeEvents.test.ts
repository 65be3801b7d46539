import { expect } from "chai";
import fc from "fast-check";
import {
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  type Log,
  numberToHex,
  parseEventLogs,
  toHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { SALE_DATA } from "../../core/batches/leafOf.ts";
import { decodeEvents } from "../../core/logs/decodeEvents.ts";
import { programAbi } from "../../generated/abis/Program.ts";

const WORD = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });

function logOf(topics: Log["topics"], data: Hex, logIndex = 0): Log {
  return {
    ...{ address: zeroAddress, blockHash: zeroHash, blockNumber: 7n, blockTimestamp: 9n },
    ...{ transactionHash: zeroHash, transactionIndex: 0, removed: false, logIndex, topics, data },
  };
}

const posted = (saleId: bigint, head: bigint, words: readonly bigint[]) =>
  logOf(
    encodeEventTopics({
      ...{ abi: programAbi, eventName: "SalePosted" },
      args: { saleId: numberToHex(saleId, { size: 32 }) },
    }) as Log["topics"],
    encodeAbiParameters(SALE_DATA, [head, words]),
  );

const RECEIVED = logOf(
  encodeEventTopics({ abi: programAbi, eventName: "Received" }) as Log["topics"],
  numberToHex(5n, { size: 32 }),
  1,
);
const FOREIGN = logOf([toHex("another", { size: 32 })], "0x");

const byAbi = (logs: Log[]) => parseEventLogs({ abi: programAbi, logs });

describe("Decoding events", () => {
  it("tells of posted sales and all others what decoding by the ABI does, in their order", () => {
    fc.assert(
      fc.property(WORD, WORD, fc.array(WORD, { maxLength: 40 }), (id, head, words) => {
        const logs = [RECEIVED, posted(id, head, words), FOREIGN, posted(head, id, []), RECEIVED];
        expect(decodeEvents(logs)).to.deep.equal(byAbi(logs));
      }),
      { numRuns: 200 },
    );
  });

  it("passes over what is not encoded as the program encodes it, as decoding by the ABI does", () => {
    const { topics, data } = posted(1n, 2n, [3n, 4n]);
    const [selector = zeroHash] = topics;
    const forged = [
      logOf([selector], data),
      logOf(topics, data.slice(0, -64) as Hex),
      logOf(topics, data.slice(0, -2) as Hex),
      logOf(topics, "0x"),
    ];
    expect(decodeEvents(forged)).to.deep.equal(byAbi(forged)).and.deep.equal([]);
    // One word more than the list says: the ABI's decoder takes it, and so it is left to that.
    const longer = [logOf(topics, `${data}${"00".repeat(32)}`)];
    expect(decodeEvents(longer)).to.deep.equal(byAbi(longer));
  });
});
