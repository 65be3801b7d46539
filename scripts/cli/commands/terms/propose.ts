import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { encodeAmendment } from "../../../chain/amendments/encodeAmendment.ts";
import { refuseSharedNames } from "../../../chain/amendments/refuseSharedNames.ts";
import { nameSilent } from "../../../chain/nameSilent.ts";
import { openSigner } from "../../../chain/openSigner.ts";
import { readSymbols } from "../../../files/json/readSymbols.ts";
import { readTermsFile } from "../../../files/json/readTermsFile.ts";
import { command } from "../../command.ts";
import { readEvidence } from "../../readEvidence.ts";

/** `terms propose`: the operator proposes other terms, in force at a period's start after the notice. */
export default command<"program" | "from" | "terms" | "uri" | "text", "allowSimilar">(
  async (chain, options) => {
    const file = requireOption("terms", options.terms, "the path of a terms file");
    const { program: opened, act } = await openSigner(chain, options);
    const program = nameSilent(opened, await readSymbols(file));
    const now = Number((await chain.client.getBlock()).timestamp);
    const decimals = new Map(program.currencies.map((one) => [one.symbol, one.decimals]));
    const terms = encodeAmendment(file, await readTermsFile(file, decimals), program, now);
    if (!options.allowSimilar) await refuseSharedNames(program, terms);
    const textHash = await readEvidence(options.text);
    const { logs, transactionHash } = await act("proposeAmendment", [
      terms,
      options.uri ?? "",
      textHash,
    ]);
    const [proposed] = decodeEventsNamed(logs, ["AmendmentProposed"]);
    const { termsHash, from = 0, consents = 0n } = proposed?.args ?? {};
    const asked =
      consents === 0n
        ? ""
        : ` ${counted(consents, "holder")} must consent before that, with \`terms consent\`.`;
    return {
      json: {
        program: program.address,
        ...{ termsHash, from, consents: Number(consents), transaction: transactionHash },
      },
      text: `The amendment ${termsHash} comes into force on ${formatIsoTime(from)}.${asked} \`terms show-amendment\` shows what it changes.`,
    };
  },
);
