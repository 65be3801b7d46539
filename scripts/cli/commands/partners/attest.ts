import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { printable } from "../../../../core/text/printable.ts";
import { readEvidence } from "../../readEvidence.ts";
import { requirePartner } from "../../requirePartner.ts";
import { signerCommand } from "../../signerCommand.ts";

const MOST = 2 ** 32 - 1;

/** `partners attest`: records a partner's contribution score, which graduation may ask for. */
export default signerCommand<"partner" | "score" | "evidence">(
  async ({ program, act }, options) => {
    const partner = await requirePartner(program, options);
    const text = requireOption("score", options.score, "a number");
    const score = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(score <= MOST)) {
      throw new TributaryError(`"${text}" is no score.`, { allowed: `a number from 0 to ${MOST}` });
    }
    const evidence = await readEvidence(options.evidence);
    const { transactionHash } = await act("attest", [BigInt(partner.number), score, evidence]);
    return {
      json: { partner: partner.name, score, evidence, transaction: transactionHash },
      text: `${printable(partner.name)} has the contribution score ${score}.`,
    };
  },
);
