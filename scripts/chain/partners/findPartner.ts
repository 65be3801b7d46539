import { TributaryError } from "../../../core/TributaryError.ts";
import type { Program } from "../openProgram.ts";
import { type KnownPartner, readPartners } from "./readPartners.ts";

/** A partner of a program by name or wallet. */
export async function findPartner(program: Program, text: string): Promise<KnownPartner> {
  const wanted = text.toLowerCase();
  const found = (await readPartners(program)).filter(
    ({ name, wallet, paidAt }) =>
      name === text || wallet.toLowerCase() === wanted || paidAt.toLowerCase() === wanted,
  );
  const [partner] = found;
  if (partner !== undefined && found.length === 1) return partner;
  if (partner === undefined) {
    throw new TributaryError(`The program has no partner "${text}".`, {
      todo: "Give the name as it was enrolled, or a wallet; `program show` lists them.",
    });
  }
  throw new TributaryError(`${found.length} partners are called "${text}".`, {
    todo: `Give the wallet instead: ${found.map(({ wallet }) => wallet).join(", ")}.`,
  });
}
