import { findSharedName } from "../../../../core/deal/findSharedName.ts";
import { namedParties } from "../../../../core/deal/namedParties.ts";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { findLookAlike } from "../../../../core/text/findLookAlike.ts";
import { printable } from "../../../../core/text/printable.ts";
import { tidyText } from "../../../../core/text/tidyText.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { openSigner } from "../../../chain/openSigner.ts";
import { type KnownPartner, readPartners } from "../../../chain/partners/readPartners.ts";
import {
  readSignedJoining,
  type SignedJoining,
} from "../../../chain/partners/readSignedJoining.ts";
import { command } from "../../command.ts";

/** `partners admit`: the operator enrolls a partner who signed the terms. */
export default command<"program" | "from" | "file", "allowSimilar">(async (chain, options) => {
  const file = requireOption("file", options.file, "a file that `partners sign` wrote");
  const signed = await readSignedJoining(file);
  const { program, act } = await openSigner(chain, options);
  refuseOther(signed.program, program.address, "It was signed for another program.");
  refuseOther(signed.termsHash, program.termsHash, "The terms are others than those signed.");
  const { wallet, name, tier, joined, referrer, deadline, signature } = signed;
  if (!options.allowSimilar) {
    refuseLookAlike(signed, await readPartners(program));
    refuseSharedName(signed, program);
  }
  const { transactionHash } = await act("enrollSigned", [
    { wallet, name, tier, joined, referrer },
    BigInt(deadline),
    signature,
  ]);
  return {
    json: { program: program.address, partner: name, wallet, transaction: transactionHash },
    text: `${printable(name)} (${wallet}) is enrolled, and has accepted the terms.`,
  };
});

/** What is signed is enrolled as it is: a name that is not tidy looks like the one that is. */
function refuseLookAlike(signed: SignedJoining, known: readonly KnownPartner[]): void {
  const tidy = tidyText(signed.name);
  const others = tidy === signed.name ? known : [{ name: tidy }, ...known];
  const alike = findLookAlike([signed], others);
  if (alike === undefined) return;
  const { other, differing } = alike;
  throw new TributaryError(`The name "${printable(signed.name)}" looks like "${other}".`, {
    found: `a name that differs ${differing}`,
    allowed: "a name that nobody takes for another's",
    todo: "Have the partner sign another name, or give --allow-similar where two partners may have such names.",
  });
}

function refuseSharedName(signed: SignedJoining, { terms }: Program): void {
  const shared = findSharedName([signed], namedParties(terms));
  if (shared === undefined) return;
  const { name, wallet, what } = shared.party;
  throw new TributaryError(`The ${what} "${printable(name)}" is called so already.`, {
    found: `"${printable(signed.name)}" with the wallet ${signed.wallet}, where the terms have ${wallet}`,
    allowed: "a name that the terms give to nobody else, or that wallet",
    todo: "Have the partner sign another name, or give --allow-similar where both may have the name.",
  });
}

function refuseOther(found: string, allowed: string, sentence: string): void {
  if (found === allowed) return;
  throw new TributaryError(sentence, {
    ...{ found, allowed },
    todo: "Have the partner sign again.",
  });
}
