import type { Address } from "viem";
import { NO_EXTRAS } from "../../core/deal/Terms.ts";
import { testTokenModule } from "../../ignition/modules/testTokenModule.ts";
import { benchLine, benchRole, createBenchProgram } from "./createBenchProgram.ts";
import { type Draw, drawSales } from "./drawSales.ts";
import type { GasSeries } from "./GasSeries.ts";
import { type Bench, ETHER, PERIOD, party, SALE } from "./openBench.ts";
import { openSaas, type Saas } from "./openSaas.ts";

const DAY = 86_400;

/** Measures one operation for each number. */
type Measure = (n: number) => Promise<Readonly<Record<string, bigint>>>;

/** What operations cost by the number of everything that may grow. In ETH. */
export async function measureGrowth(bench: Bench): Promise<readonly GasSeries[]> {
  return [
    ...(await seriesOf("partners enrolled", [30, 150, 600], byEnrolled(bench))),
    ...(await seriesOf("partners in the batch", [3, 30, 150], byPartners(bench), {
      "sale, batch of 50": "a word for every two partners is written once a batch",
    })),
    ...(await seriesOf("sales in the batch", [1, 10, 50, 200], bySales(bench), {
      "post, whole batch": "each sale is priced and told",
    })),
    ...(await seriesOf("batches posted before", [1, 20, 100], byBatches(bench))),
    ...(await seriesOf("quiet periods since the last claim", [1, 24, 240], byQuiet(bench), {
      claim: "a word of the map of periods for every 256",
    })),
    ...(await seriesOf("periods with credits since the last claim", [1, 6, 24], byEarned(bench), {
      claim: "each has a word of its own",
    })),
    ...(await seriesOf("kinds of the terms", [1, 4, 16], byKinds(bench))),
    ...(await seriesOf("kinds in the batch", [1, 4, 16], byKindsPosted(bench), {
      "sale, batch of 50": "each kind's revenue is a word",
    })),
    ...(await seriesOf("roles of the terms", [3, 8, 16], byRoles(bench))),
    ...(await seriesOf("rate cuts", [1, 16, 64], byCuts(bench), {
      "sale, batch of 50": "the cuts before now are passed once a batch",
      "claim of a line": "each cuts a period in two, which are looked at one by one",
    })),
    ...(await seriesOf("currencies", [1, 3, 7], byCurrencies(bench))),
    ...(await seriesOf("amendments made", [0, 1, 4], byAmendments(bench))),
    ...(await seriesOf("standing lines", [2, 100, 900], byLines(bench))),
  ];
}

async function seriesOf(
  of: string,
  numbers: readonly number[],
  measure: Measure,
  because: Readonly<Record<string, string>> = {},
): Promise<readonly GasSeries[]> {
  const series = new Map<string, { n: number; gas: number }[]>();
  for (const n of numbers) {
    for (const [operation, gas] of Object.entries(await measure(n))) {
      const points = series.get(operation) ?? [];
      series.set(operation, [...points, { n, gas: Math.round(Number(gas)) }]);
    }
  }
  return [...series].map(([operation, points]) => {
    const reason = because[operation];
    return { operation, of, points, ...(reason === undefined ? {} : { because: reason }) };
  });
}

/** What a later batch of a period costs, each sale. */
async function saleIn(bench: Bench, saas: Saas, draw: Partial<Draw> = {}): Promise<bigint> {
  const send = () =>
    saas.post(ETHER, drawSales({ size: 50, currency: ETHER, partners: 30, ...draw }));
  await send();
  return (await bench.gasOf(await send())) / BigInt(draw.size ?? 50);
}

/** What a claim of one locked period costs a partner who was paid before. */
async function claimIn(bench: Bench, { program, post, wallets }: Saas): Promise<bigint> {
  const [account = party(0)] = wallets;
  await bench.networkHelpers.impersonateAccount(account);
  await bench.networkHelpers.setBalance(account, 10n ** 18n);
  for (let period = 0; period < 3; period += 1) {
    await post(ETHER, drawSales({ size: 50, currency: ETHER, partners: 30 }));
    await program.write.claimMany([[account], ETHER]);
    await bench.networkHelpers.time.increase(PERIOD);
  }
  return bench.gasOf(await program.write.claim([account, ETHER], { account }));
}

function byEnrolled(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, n, { name: `enrolled ${n}` });
    return { "sale, batch of 50": await saleIn(bench, saas), claim: await claimIn(bench, saas) };
  };
}

function byPartners(bench: Bench): Measure {
  return async (partners) => {
    const saas = await openSaas(bench, 150, { name: `in the batch ${partners}` });
    return { "sale, batch of 50": await saleIn(bench, saas, { partners }) };
  };
}

function bySales(bench: Bench): Measure {
  return async (size) => {
    const saas = await openSaas(bench, 30, { name: `sales ${size}` });
    const draw = { size, currency: ETHER, partners: 30 };
    await saas.post(ETHER, drawSales({ ...draw, size: 50 }));
    const gas = await bench.gasOf(await saas.post(ETHER, drawSales(draw)));
    return { "post, whole batch": gas };
  };
}

function byBatches(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, 30, { name: `batches ${n}` });
    for (let i = 1; i < n; i += 1)
      await saas.post(ETHER, drawSales({ size: 1, currency: ETHER, partners: 30 }));
    return { "sale, batch of 50": await saleIn(bench, saas), claim: await claimIn(bench, saas) };
  };
}

function byQuiet(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, 30, { name: `quiet ${n}` });
    await claimIn(bench, saas);
    if (n > 1) await bench.networkHelpers.time.increase((n - 1) * PERIOD);
    const [account = party(0)] = saas.wallets;
    await saas.post(ETHER, drawSales({ size: 50, currency: ETHER, partners: 30 }));
    await bench.networkHelpers.time.increase(2 * PERIOD);
    return {
      claim: await bench.gasOf(await saas.program.write.claim([account, ETHER], { account })),
    };
  };
}

function byEarned(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, 30, { name: `earned ${n}` });
    await claimIn(bench, saas);
    for (let period = 0; period < n; period += 1) {
      await saas.post(ETHER, drawSales({ size: 50, currency: ETHER, partners: 30 }));
      await bench.networkHelpers.time.increase(PERIOD);
    }
    await bench.networkHelpers.time.increase(PERIOD);
    const [account = party(0)] = saas.wallets;
    return {
      claim: await bench.gasOf(await saas.program.write.claim([account, ETHER], { account })),
    };
  };
}

/** Terms with so many kinds and roles. */
function sizes(kinds: number, roles: number) {
  const named = (count: number) => Array.from({ length: count }, (_, i) => `name ${i}`);
  const rates = named(kinds).map(() => 30_000);
  return { kinds: named(kinds), roles: named(roles).map((name) => benchRole(name, rates)) };
}

function byKinds(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, 30, { name: `kinds ${n}`, ...sizes(n, 3) });
    return { "sale, batch of 50": await saleIn(bench, saas), claim: await claimIn(bench, saas) };
  };
}

function byKindsPosted(bench: Bench): Measure {
  return async (kinds) => {
    const saas = await openSaas(bench, 30, { name: `posted ${kinds}`, ...sizes(16, 3) });
    return { "sale, batch of 50": await saleIn(bench, saas, { kinds }) };
  };
}

function byRoles(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, 30, { name: `roles ${n}`, ...sizes(3, n) });
    return { "sale, batch of 50": await saleIn(bench, saas), claim: await claimIn(bench, saas) };
  };
}

/** Each line starts on a day of its own, half of them before the sales. */
function byCuts(bench: Bench): Measure {
  return async (n) => {
    const now = Number(await bench.networkHelpers.time.latest());
    const standing = Array.from({ length: n }, (_, i) =>
      benchLine(3, { holder: party(i), rate: 1_000, starts: now + (i + 1) * DAY }),
    );
    const saas = await openSaas(bench, 30, { name: `cuts ${n}`, standing });
    await bench.networkHelpers.time.increase(Math.ceil(n / 2) * DAY + DAY / 2);
    const sale = await saleIn(bench, saas);
    await receive(bench, saas.program.address);
    const receipt = await bench.gasOf(await receive(bench, saas.program.address));
    const claim = await claimIn(bench, saas);
    await bench.networkHelpers.time.increase(n * DAY);
    await saas.program.write.claimLine([0n, ETHER]);
    await receive(bench, saas.program.address);
    await bench.networkHelpers.time.increase(2 * PERIOD);
    const line = await bench.gasOf(await saas.program.write.claimLine([0n, ETHER]));
    return { "sale, batch of 50": sale, receive: receipt, claim, "claim of a line": line };
  };
}

function receive({ operator }: Bench, to: Address) {
  return operator.sendTransaction({ to, value: SALE / 1_000n });
}

function byCurrencies(bench: Bench): Measure {
  return async (n) => {
    const tokens: Address[] = [];
    for (let i = 0; i < n; i += 1) {
      const { token } = await bench.connection.ignition.deploy(testTokenModule(`X${i}`));
      tokens.push(token.address);
    }
    const currencies = [ETHER, bench.token.address, ...tokens.slice(1)];
    const saas = await openSaas(bench, 30, { name: `currencies ${n}`, currencies });
    return { "sale, batch of 50": await saleIn(bench, saas), claim: await claimIn(bench, saas) };
  };
}

function byAmendments(bench: Bench): Measure {
  return async (n) => {
    const saas = await openSaas(bench, 30, { name: `amendments ${n}` });
    for (let i = 1; i <= n; i += 1) {
      const terms = { ...saas.terms, commission: 1_000_000 - i };
      await saas.program.write.proposeAmendment([terms, "", `0x${"00".repeat(32)}`]);
      await bench.networkHelpers.time.increase(3 * PERIOD);
    }
    return { "sale, batch of 50": await saleIn(bench, saas), claim: await claimIn(bench, saas) };
  };
}

function byLines(bench: Bench): Measure {
  return async (n) => {
    const standing = Array.from({ length: n }, (_, i) =>
      benchLine(1, { holder: party(i), rate: 500 }),
    );
    const terms = { name: `lines ${n}`, kinds: ["direct"], rules: NO_EXTRAS.rules };
    const { program } = await createBenchProgram(bench, { ...terms, roles: [], standing });
    await receive(bench, program.address);
    const receipt = await bench.gasOf(await receive(bench, program.address));
    await bench.networkHelpers.setBalance(party(0), 10n ** 18n);
    let claim = 0n;
    for (let times = 0; times < 2; times += 1) {
      await bench.networkHelpers.time.increase(2 * PERIOD);
      claim = await bench.gasOf(await program.write.claimLine([0n, ETHER]));
      await receive(bench, program.address);
    }
    return { receive: receipt, "claim of a line": claim };
  };
}
