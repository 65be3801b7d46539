import { isHex } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { describeAct } from "../../../chain/acts/describeAct.ts";
import { readSignedAct } from "../../../chain/acts/readSignedAct.ts";
import { refuseUnpostable } from "../../../chain/acts/refuseUnpostable.ts";
import { typedDataOf } from "../../../chain/acts/typedDataOf.ts";
import { signerCommand } from "../../signerCommand.ts";

/** `acts post`: posts what a party has signed, and pays the gas for it. Anyone may. */
export default signerCommand<"file" | "signature">(async ({ program, act }, options) => {
  const file = requireOption("file", options.file, "a file that a command with --sign wrote");
  const read = await readSignedAct(file);
  const signed = { ...read, signature: parseSignature(options.signature) ?? read.signature };
  const typed = typedDataOf(signed);
  if (typed === undefined) {
    throw new TributaryError(`The call in ${file} is none that a party can sign.`, {
      todo: "Have the party sign again.",
    });
  }
  await refuseUnpostable(program, signed, typed);
  const { signer, call, deadline, signature = "0x" } = signed;
  const args = [signer, call, BigInt(deadline), signature] as const;
  const { transactionHash } = await act("actSigned", args);
  return {
    json: { signer, act: typed.primaryType, transaction: transactionHash },
    text: `Done for ${signer}: ${describeAct(typed)}.`,
  };
});

function parseSignature(text: string | undefined) {
  if (text === undefined || isHex(text)) return text;
  throw new TributaryError(`"${text}" is no signature.`, {
    allowed: "0x and hexadecimal digits, as a wallet answers eth_signTypedData_v4",
  });
}
