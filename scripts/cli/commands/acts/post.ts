import { isHex } from "viem";
import { EXPLAINED_ABI } from "../../../../core/messages/EXPLAINED_ABI.ts";
import { EXPLAINED_PLAN_ABI } from "../../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { describeAct } from "../../../chain/acts/describeAct.ts";
import { readSignedAct } from "../../../chain/acts/readSignedAct.ts";
import { refuseUnpostable } from "../../../chain/acts/refuseUnpostable.ts";
import { typedDataOf } from "../../../chain/acts/typedDataOf.ts";
import { accountOf, type Chain } from "../../../chain/openChain.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { send } from "../../../chain/send.ts";
import { openNamedPlan } from "../../../equity/chain/openEquityPlan.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { command } from "../../command.ts";

type Text = "program" | "plan" | "file" | "signature" | "from";

/** `acts post`: posts what a party of a program, or a holder of a plan, has signed, and pays the gas for it. Anyone may. */
export default command<Text>(async (chain, options) => {
  const { contract, abi, name } = await open(chain, options);
  const account = await accountOf(chain, options.from);
  const file = requireOption("file", options.file, "a file that a command with --sign wrote");
  const read = await readSignedAct(file);
  const signed = { ...read, signature: parseSignature(options.signature) ?? read.signature };
  const typed = typedDataOf(signed);
  if (typed === undefined) {
    throw new TributaryError(`The call in ${file} is none that a party can sign.`, {
      todo: "Have the party sign again.",
    });
  }
  await refuseUnpostable(contract, signed, typed);
  const { signer, call, deadline, signature = "0x" } = signed;
  const args = [signer, call, BigInt(deadline), signature] as const;
  const { transactionHash } = await send(chain, {
    ...{ account, address: contract.address, abi, functionName: "actSigned", args },
  });
  return {
    json: {
      [name]: contract.address,
      ...{ signer, act: typed.primaryType, transaction: transactionHash },
    },
    text: `Done for ${signer}: ${describeAct(typed)}.`,
  };
});

/** What it was signed for. */
async function open(chain: Chain, options: CommandOptions<Text>) {
  if (options.plan === undefined) {
    const contract = await openNamedProgram(chain, options);
    return { contract, abi: EXPLAINED_ABI, name: "program" } as const;
  }
  if (options.program === undefined) {
    const contract = await openNamedPlan(chain, options);
    return { contract, abi: EXPLAINED_PLAN_ABI, name: "plan" } as const;
  }
  throw new TributaryError("The options --program and --plan exclude each other.", {
    todo: "Name the one that it was signed for.",
  });
}

function parseSignature(text: string | undefined) {
  if (text === undefined || isHex(text)) return text;
  throw new TributaryError(`"${text}" is no signature.`, {
    allowed: "0x and hexadecimal digits, as a wallet answers eth_signTypedData_v4",
  });
}
