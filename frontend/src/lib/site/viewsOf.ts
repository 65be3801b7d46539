import type { Abi, Address, GetContractReturnType } from "viem";
import type { Reader } from "./openReader";

/** Each view of a contract by its name, as viem's `getContract` has them. */
export type Views<ContractAbi extends Abi> =
  GetContractReturnType<ContractAbi, Reader> extends { readonly read: infer Read } ? Read : never;

/** Viem's `getContract` brings along all that writes, which is read when somebody acts. */
export function viewsOf<const ContractAbi extends Abi>(
  client: Reader,
  address: Address,
  abi: ContractAbi,
): Views<ContractAbi> {
  const views = {
    get:
      (_: object, functionName: string) =>
      (first: readonly unknown[] | object = [], second?: object) => {
        // A view that takes nothing has its options first.
        const args: readonly unknown[] = Array.isArray(first) ? first : [];
        const options = Array.isArray(first) ? second : first;
        return client.readContract({ ...options, address, abi: abi as Abi, functionName, args });
      },
  };
  return new Proxy({}, views) as Views<ContractAbi>;
}
