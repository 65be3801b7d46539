import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { expect, test } from "@playwright/test";
import { encodeAbiParameters, encodeEventTopics, type Hex, type TransactionReceipt } from "viem";
import { acceptOfferOf } from "./acceptOfferOf";

const TOKEN = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const OFFER = { id: 2n, currency: TOKEN, price: 900n } as const;
const HASH: Hex = `0x${"11".repeat(32)}`;
const UINTS = [{ type: "uint256" }] as const;

type MinedLog = TransactionReceipt["logs"][number];

function logOf(topics: readonly unknown[], data: Hex): MinedLog {
  return {
    ...{ address: TOKEN, data, topics: topics as MinedLog["topics"], blockHash: HASH, logIndex: 0 },
    ...{ blockNumber: 1n, transactionHash: HASH, transactionIndex: 0, removed: false },
  };
}

function receiptOf(logs: MinedLog[]): TransactionReceipt {
  return {
    ...{ blockHash: HASH, blockNumber: 1n, contractAddress: null, cumulativeGasUsed: 0n, logs },
    ...{ effectiveGasPrice: 0n, from: TOKEN, gasUsed: 0n, logsBloom: "0x", status: "success" },
    ...{ to: TOKEN, transactionHash: HASH, transactionIndex: 0, type: "eip1559" },
  };
}

const sold = logOf(
  encodeEventTopics({
    abi: equityPlanAbi,
    eventName: "BoughtOut",
    args: { id: 2n, holder: TOKEN, currency: TOKEN },
  }),
  encodeAbiParameters([{ type: "uint96" }, { type: "uint256" }], [900n, 30_000n]),
);

test("a sale comes to the price", () => {
  const outcome = acceptOfferOf(TOKEN, OFFER).outcomeOf(receiptOf([sold]));
  expect(outcome).toEqual({ step: "confirmed", hash: HASH, result: 900n });
});

test("what a token did not move of the price was not paid", () => {
  const topics = encodeEventTopics({
    abi: equityPlanAbi,
    eventName: "PriceShort",
    args: { id: 2n, currency: TOKEN },
  });
  const short = logOf(topics, encodeAbiParameters(UINTS, [2n]));
  const outcome = acceptOfferOf(TOKEN, OFFER).outcomeOf(receiptOf([sold, short]));
  expect(outcome).toEqual({ step: "confirmed", hash: HASH, result: 898n });
});
