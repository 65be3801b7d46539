import { zeroAddress, zeroHash } from "viem";
import { NO_BONUSES } from "../../core/deal/bonuses.ts";
import { startAfterNotice } from "../../core/deal/startAfterNotice.ts";
import { GROSS, NOT_PAID, type StandingLine, type Terms, TO_POOL } from "../../core/deal/Terms.ts";
import { proposeAmendment } from "../../core/spec/proposeAmendment.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { termsValidatorAbi } from "../../generated/abis/TermsValidator.ts";
import { expectEqual } from "./expectEqual.ts";
import { expectSameRefusal } from "./expectSameRefusal.ts";
import type { Subject } from "./openProgram.ts";
import { placeLine } from "./placeTerms.ts";
import type { Amending } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

/** Proposes other terms, and has the holders whose lines end earlier consent, or not. */
export async function compareAmendment(subject: Subject, step: Amending): Promise<void> {
  const { chain, program, books, now } = subject;
  const from = startAfterNotice(books.terms, now);
  const current = await chain.client.readContract({ ...program, functionName: "terms" });
  const terms = withPool(amend(current, step, from), step, books.partners.size);
  const both = await expectSameRefusal(
    "proposeAmendment",
    () => proposeAmendment(books, terms, now),
    () =>
      chain.wallet.operator.writeContract({
        ...{ address: program.address, abi: [...programAbi, ...termsValidatorAbi] },
        functionName: "proposeAmendment",
        args: [terms, "", zeroHash],
        ...TRANSACTION,
      }),
  );
  if (both === undefined) return;
  if (step.consents) await consent(subject);
  const found = await chain.client.readContract({ ...program, functionName: "amendment" });
  const expected = { from: both.spec, consents: books.proposed?.missing.size ?? 0 };
  expectEqual("amendment", expected, { from: found.from, consents: found.consents });
}

function amend(current: Terms, step: Amending, from: number): Terms {
  const { roles, standing, currencies } = current;
  const ether = currencies[0] !== zeroAddress;
  const line = placeLine(step.line, { index: standing.length, since: from, ether });
  const scale = (rate: number) =>
    rate === NOT_PAID ? rate : Math.floor((rate * step.scale) / 1_000);
  return {
    ...current,
    commission: Math.min(current.commission, step.commission),
    roles: roles.map((role) => ({ ...role, rates: role.rates.map(scale) })),
    standing: [...standing.map((one, index) => endEarlier(one, index, step, from)), line],
  };
}

/** A pool whose holder is a partner, and so has a book already, for a role that nobody may fill. */
function withPool(terms: Terms, { poolRate }: Amending, partners: number): Terms {
  const { roles, pools, kinds, tiers } = terms;
  const [role] = roles;
  if (poolRate === undefined || role === undefined || roles.length >= 8) return terms;
  const further: Terms["roles"][number] = {
    ...{ name: `role ${roles.length}`, stage: GROSS, missing: TO_POOL, pool: pools.length },
    ...{ ceiling: 1_000_000, tiers: tiers.map(() => 0), tenure: [] },
    rates: kinds.map(() => poolRate),
    ...NO_BONUSES,
  };
  // One pool has one holder, whatever becomes of the amendment.
  const holder = walletOf(pools.length % partners);
  return {
    ...terms,
    roles: [...roles, further],
    pools: [...pools, { name: `pool ${pools.length}`, holder }],
  };
}

function endEarlier(line: StandingLine, index: number, step: Amending, from: number): StandingLine {
  const ends = step.ends
    .filter((one) => one.line === index)
    .map(({ after }) => from + after)
    .find((time) => time > line.starts && (line.ends === 0 || time < line.ends));
  return ends === undefined ? line : { ...line, ends };
}

async function consent({ chain, program, books }: Subject): Promise<void> {
  const { missing } = books.proposed ?? { missing: new Set<number>() };
  const { termsHash } = await chain.client.readContract({ ...program, functionName: "amendment" });
  for (const line of [...missing]) {
    const holder = await chain.actAs(books.terms.standing[line]?.holder ?? zeroAddress);
    await holder.writeContract({
      ...program,
      functionName: "consent",
      args: [BigInt(line), termsHash],
      ...TRANSACTION,
    });
    missing.delete(line);
  }
}
