import { writeFile } from "node:fs/promises";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { readPartnersFile } from "../../../chain/partners/readPartnersFile.ts";
import { signJoining } from "../../../chain/partners/signJoining.ts";
import { command } from "../../command.ts";

/** How long the operator can use the signature. */
const DAYS = 30;

/** `partners sign`: a newcomer signs its line of a partners file and the terms; the operator then admits it. */
export default command<"program" | "from" | "file" | "out">(async (chain, options) => {
  const file = requireOption("file", options.file, "the path of a partners file");
  const { program, account } = await openSigner(chain, options);
  const { terms, termsHash } = program;
  const listed = await readPartnersFile(file, terms);
  const own = listed.find(({ wallet }) => wallet === account);
  if (own === undefined) {
    throw new TributaryError(`No line of ${file} has the signing wallet ${account}.`, {
      todo: "Sign with the wallet of your line: --from …",
    });
  }
  const now = Number((await chain.client.getBlock()).timestamp);
  const deadline = now + DAYS * 86_400;
  const referrer = own.referrer === "" ? 0 : (await findPartner(program, own.referrer)).number;
  const { name, wallet, tier = 0, joined = now } = own;
  const record = { name, wallet, tier, joined, referrer, termsHash, deadline };
  const signed = await signJoining(program, account, record);
  if (options.out !== undefined)
    await writeFile(options.out, `${JSON.stringify(signed, undefined, 2)}\n`);
  const where =
    options.out === undefined
      ? "With --out F it is written to a file, for the operator's `partners admit`."
      : `Send ${options.out} to the operator, for \`partners admit\`.`;
  return {
    json: signed,
    text: `${printable(name)} (${wallet}) has signed the terms ${termsHash}, until ${formatIsoTime(deadline)}. ${where}`,
  };
});
