import { indexByName } from "../../../core/ids/indexByName.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import type { Program } from "../openProgram.ts";
import { type KnownPartner, readPartners } from "./readPartners.ts";

/** A partner of a program by name or wallet. */
export async function findPartner(program: Program, text: string): Promise<KnownPartner> {
  const partners = await readPartners(program);
  const wanted = text.toLowerCase();
  const named = indexByName(partners)(text);
  const found =
    named.length > 0
      ? named
      : partners.filter(
          ({ wallet, paidAt }) =>
            wallet.toLowerCase() === wanted || paidAt.toLowerCase() === wanted,
        );
  const [partner] = found;
  if (partner !== undefined && found.length === 1) return partner;
  if (partner === undefined) {
    const names = partners.map(({ name }) => name);
    throw new TributaryError(`The program has no partner "${text}"${didYouMean(text, names)}.`, {
      todo: "Give the name as it was enrolled, or a wallet; `program show` lists them.",
    });
  }
  throw new TributaryError(`${found.length} partners are called "${text}".`, {
    todo: `Give the wallet instead: ${found.map(({ wallet }) => wallet).join(", ")}.`,
  });
}
