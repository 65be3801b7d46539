import { type Address, keccak256, pad, parseUnits, stringToHex, toHex } from "viem";
import { benchRole, createBenchProgram } from "./createBenchProgram.ts";
import { type Bench, ETHER, PERIOD, party, SALE } from "./openBench.ts";

const NOT_PAID = 0xff_ff_ff;
const EVIDENCE = keccak256(stringToHex("evidence"));

const SAAS_ROLES = [
  benchRole("integration", [150_000, 150_000, 150_000]),
  benchRole("template", [50_000, 50_000, 50_000]),
  benchRole("training", [100_000, 100_000, 100_000]),
  benchRole("coach", [NOT_PAID, NOT_PAID, 200_000]),
];
const SAAS_KINDS = ["initial", "renewal", "expansion"];

let posted = 0;

/** Sales of three credits, their partners taken in turn from the first `partners`. */
function batch(size: number, currency: Address, partners: number) {
  return Array.from({ length: size }, () => {
    posted += 1;
    const credit = (k: number) => ({
      partner: BigInt(1 + ((posted * 3 + k) % partners)),
      role: BigInt(k),
      weight: 1n,
    });
    return {
      id: pad(toHex(`INV-2026-${posted}`), { dir: "right" }),
      kind: 0n,
      amount: currency === ETHER ? SALE / 1000n : SALE,
      credits: [credit(0), credit(1), credit(2)],
    };
  });
}

/** Posting and claiming in the SaaS example, steady state. */
export async function measureSales(bench: Bench): Promise<void> {
  const { currencies, gasOf, networkHelpers, record, token } = bench;
  const { program, gas } = await createBenchProgram(
    bench,
    "SaaS ecosystem",
    SAAS_KINDS,
    SAAS_ROLES,
    [{ name: "moderators", holder: party(9_000), rate: 20_000 }],
  );
  record("create a program (SaaS)", gas);
  const partners = Array.from({ length: 150 }, (_, i) => party(10_000 + i));
  for (const wallet of partners) await networkHelpers.setBalance(wallet, 10n ** 18n);
  for (let i = 0; i < partners.length; i += 50) {
    const enrollments = partners
      .slice(i, i + 50)
      .map((wallet, k) => ({ wallet, name: `partner ${i + k}`, tier: 0, joined: 1, referrer: 0 }));
    await program.write.enroll([enrollments]);
  }
  await program.write.fund([token.address, parseUnits("1000000", 18)]);
  await program.write.fund([ETHER, parseUnits("1000", 18)], { value: parseUnits("1000", 18) });

  const postAll = async () => {
    for (const [, currency] of currencies) {
      for (let i = 0; i < 3; i += 1) {
        await program.write.post([currency, batch(50, currency, partners.length), EVIDENCE]);
      }
    }
  };
  // Sales in every period, claims in every period: the steady state.
  const claimAll = async () => {
    for (const currency of [ETHER, token.address]) {
      for (const wallet of partners) {
        if ((await program.read.claimable([wallet, currency])) > 0n) {
          await program.write.claim([wallet, currency]);
        }
      }
    }
  };
  for (let period = 0; period < 4; period += 1) {
    await postAll();
    await claimAll();
    if (period < 3) await networkHelpers.time.increase(PERIOD);
  }
  for (const count of [3, 30, 150]) {
    for (const [name, currency] of currencies) {
      const hash = await program.write.post([currency, batch(50, currency, count), EVIDENCE]);
      record(`sale, 3 credits, ${count} partners, ${name}`, await gasOf(hash), 50);
    }
  }
  for (const [name, currency] of currencies) {
    const [sale] = batch(1, currency, partners.length);
    if (sale === undefined) continue;
    await program.write.post([currency, [sale], EVIDENCE]);
    const refund = { id: sale.id, saleId: sale.id, amount: sale.amount, reason: "returned" };
    const hash = await program.write.refund([[refund], EVIDENCE]);
    record(`refund of a sale, 3 credits, ${name}`, await gasOf(hash));
  }
  await networkHelpers.time.increase(PERIOD);
  for (const [name, currency] of currencies) {
    const wallet = party(10_000);
    await networkHelpers.impersonateAccount(wallet);
    record(
      `claim by the partner, ${name}`,
      await gasOf(await program.write.claim([wallet, currency], { account: wallet })),
    );
    const gasMany = await gasOf(await program.write.claimMany([partners.slice(1, 101), currency]));
    record(`claim for 100 partners, each, ${name}`, gasMany, 100);
  }
  await program.write.claimLine([0n, ETHER]);
  await program.write.claimLine([0n, token.address]);
  await networkHelpers.time.increase(PERIOD);
  for (const [name, currency] of currencies) {
    const claim = await gasOf(await program.write.claimLine([0n, currency]));
    record(`claim of a standing line on 3 kinds, ${name}`, claim);
  }
  await postAll();
  await networkHelpers.time.increase(2 * PERIOD);
  for (const [name, currency] of currencies) {
    const settle = await gasOf(await program.write.settleLine([0n, currency]));
    record(`settle a standing line on 3 kinds, ${name}`, settle);
  }
}
