import { isAddressEqual } from "viem";
import { useConnection } from "wagmi";
import { useHolders } from "./useHolders";
import type { Program } from "./useProgram";

/** Whether the connected wallet is the program's operator or its attributor, whose tools are in nobody else's way. */
export function useIsOperating({
  program,
  revision,
}: {
  readonly program: Program;
  readonly revision: string;
}): boolean {
  const { address } = useConnection();
  const holders = useHolders(program, revision).data;
  if (address === undefined || holders === undefined) return false;
  return [holders.operator, holders.attributor].some((one) => isAddressEqual(one, address));
}
