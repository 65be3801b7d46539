import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openSigner, type SignerOptions } from "../../../chain/openSigner.ts";
import { findPartner } from "../../../chain/partners/findPartner.ts";
import { command } from "../../command.ts";
import { readEvidence } from "../../readEvidence.ts";

interface Arguments extends SignerOptions {
  readonly partner: string | undefined;
  readonly score: string | undefined;
  readonly evidence: string | undefined;
}

const MOST = 2 ** 32 - 1;

/** `partners attest`: records a partner's contribution score, which graduation may ask for. */
export default command<Arguments>(async (chain, options) => {
  const { program, act } = await openSigner(chain, options);
  const partner = await findPartner(
    program,
    requireOption("partner", options.partner, "a name or a wallet"),
  );
  const text = requireOption("score", options.score, "a number");
  const score = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(score <= MOST)) {
    throw new TributaryError(`"${text}" is no score.`, { allowed: `a number from 0 to ${MOST}` });
  }
  const evidence = await readEvidence(options.evidence);
  const { transactionHash } = await act("attest", [BigInt(partner.number), score, evidence]);
  return {
    json: {
      program: program.address,
      ...{ partner: partner.name, score, evidence, transaction: transactionHash },
    },
    text: `${printable(partner.name)} has the contribution score ${score}.`,
  };
});
