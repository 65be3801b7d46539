import { getAbiItem, toEventSelector } from "viem";
import { programAbi } from "../../../generated/abis.ts";

/** The first topic of the event that ends a batch. */
export const BATCH_POSTED = toEventSelector(getAbiItem({ abi: programAbi, name: "BatchPosted" }));
