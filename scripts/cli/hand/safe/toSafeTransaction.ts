import type { AbiParameter } from "viem";
import { decodeCall } from "../../../chain/recording/decodeCall.ts";
import type { RecordedCall } from "../../../chain/recording/Recording.ts";
import type { SafeInput, SafeTransaction } from "./SafeBatch.ts";

/** A call as the Transaction Builder has it, with its arguments by name for who signs. */
export function toSafeTransaction({ to, value, data }: RecordedCall): SafeTransaction {
  const call = { to, value: String(value), data };
  const decoded = decodeCall(data);
  if (decoded === undefined) return { ...call, contractMethod: null, contractInputsValues: null };
  const { item, args } = decoded;
  const inputs = item.inputs.map(toInput);
  return {
    ...call,
    contractMethod: { inputs, name: item.name, payable: item.stateMutability === "payable" },
    contractInputsValues: Object.fromEntries(
      inputs.map(({ name }, index) => [name, toText(args[index])]),
    ),
  };
}

function toInput(input: AbiParameter, index: number): SafeInput {
  const { name = "", type, internalType = type } = input;
  return {
    ...{ name: name === "" ? `argument${index}` : name, type, internalType },
    ...("components" in input && { components: input.components.map(toInput) }),
  };
}

/** As one would type it there: lists and structs as JSON, numbers within them as texts. */
function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  return JSON.stringify(toTuple(value));
}

function toTuple(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toTuple);
  if (typeof value === "object" && value !== null) return Object.values(value).map(toTuple);
  return typeof value === "boolean" ? value : String(value);
}
