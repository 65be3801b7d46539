import type { Address, ContractFunctionArgs, ContractFunctionName, TransactionReceipt } from "viem";
import { EXPLAINED_ABI } from "../../core/messages/EXPLAINED_ABI.ts";
import { accountOf, type Chain } from "./openChain.ts";
import { openNamedProgram } from "./openNamedProgram.ts";
import type { Program } from "./openProgram.ts";
import { send } from "./send.ts";

type Writes = "nonpayable" | "payable";
type Name = ContractFunctionName<typeof EXPLAINED_ABI, Writes>;

/** The options that every command has which signs. */
type SignerOptions = Readonly<Record<"program" | "from", string | undefined>>;

/** A program, and the account that signs what is done with it. */
export interface Signer {
  readonly program: Program;
  readonly account: Address;
  /** Calls the program, and waits until the transaction is mined. */
  act<F extends Name>(
    functionName: F,
    args: ContractFunctionArgs<typeof EXPLAINED_ABI, Writes, F>,
    value?: bigint,
  ): Promise<TransactionReceipt>;
}

export async function openSigner(chain: Chain, options: SignerOptions): Promise<Signer> {
  const program = await openNamedProgram(chain, options);
  const account = await accountOf(chain, options.from);
  const { address } = program;
  return {
    program,
    account,
    act: (functionName, args, value) =>
      send(chain, {
        ...{ account, address, abi: EXPLAINED_ABI, functionName, args },
        ...(value !== undefined && { value }),
      }),
  };
}
