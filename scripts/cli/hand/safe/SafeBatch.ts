import type { Address, Hex } from "viem";

/** A file of the Safe's Transaction Builder, version 1.0. */
export interface SafeBatch {
  readonly version: "1.0";
  readonly chainId: string;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly meta: {
    readonly name: string;
    readonly description: string;
    readonly txBuilderVersion: string;
    readonly createdFromSafeAddress: Address;
    readonly createdFromOwnerAddress: "";
    readonly checksum?: Hex;
  };
  readonly transactions: readonly SafeTransaction[];
}

/** A parameter of a function, as an ABI has it. */
export interface SafeInput {
  readonly name: string;
  readonly type: string;
  readonly internalType: string;
  readonly components?: readonly SafeInput[];
}

export interface SafeTransaction {
  readonly to: Address;
  /** In wei. */
  readonly value: string;
  /** What is executed: the app goes by this, and shows what follows. */
  readonly data: Hex;
  readonly contractMethod: {
    readonly name: string;
    readonly payable: boolean;
    readonly inputs: readonly SafeInput[];
  } | null;
  readonly contractInputsValues: Readonly<Record<string, string>> | null;
}
