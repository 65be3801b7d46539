import { type Address, parseUnits } from "viem";
import { NO_EXTRAS, NOT_PAID, type Terms } from "../../core/deal/Terms.ts";
import { benchLine, benchRole, createBenchProgram } from "./createBenchProgram.ts";
import { createPoster } from "./createPoster.ts";
import { enrollAll } from "./enrollAll.ts";
import { type Bench, ETHER, party } from "./openBench.ts";

const KINDS = ["initial", "renewal", "expansion"];
const ROLES = [
  benchRole("integration", [150_000, 150_000, 150_000]),
  benchRole("template", [50_000, 50_000, 50_000]),
  benchRole("training", [100_000, 100_000, 100_000]),
  benchRole("coach", [NOT_PAID, NOT_PAID, 200_000]),
];

export type Saas = Awaited<ReturnType<typeof openSaas>>;

/** The SaaS example with partners and funds, or a program like it. */
export async function openSaas(
  bench: Bench,
  partners: number,
  own: Partial<Pick<Terms, "name" | "kinds" | "roles" | "rules" | "currencies">> & {
    readonly standing?: readonly ReturnType<typeof benchLine>[];
  } = {},
) {
  const kinds = own.kinds ?? KINDS;
  const moderators = benchLine(kinds.length, { holder: party(9_000), rate: 20_000 });
  const created = await createBenchProgram(bench, {
    ...{ name: "SaaS ecosystem", roles: ROLES, rules: NO_EXTRAS.rules },
    ...{ standing: [moderators] },
    ...own,
    kinds,
  });
  const wallets = Array.from({ length: partners }, (_, i) => party(10_000 + i));
  await enrollAll(created, wallets);
  await fund(created.program, bench.token.address);
  return { ...created, wallets, ...createPoster(bench, created) };
}

async function fund(
  program: Awaited<ReturnType<typeof createBenchProgram>>["program"],
  token: Address,
) {
  await program.write.fund([token, parseUnits("1000000", 18)]);
  await program.write.fund([ETHER, parseUnits("300", 18)], { value: parseUnits("300", 18) });
}
