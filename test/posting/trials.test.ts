import { expect } from "chai";
import { openServed, type Served } from "./support/openServed.ts";
import { type Mischief, type RpcProxy, startProxy } from "./support/startProxy.ts";
import { Figures } from "./trials/Figures.ts";
import { judge } from "./trials/judge.ts";
import { createRandom } from "./trials/random.ts";
import { TRIALS } from "./trials/TRIALS.ts";
import { Trial } from "./trials/Trial.ts";

// A short version is part of the tests, one trial of each sort; `npm run test:kills` is the whole. Each trial follows from its seed:
// SEED=17 TRIALS=1 ONLY=lags repeats one.
const COUNT = Number(process.env.TRIALS ?? Object.keys(TRIALS).length);
const FIRST_SEED = Number(process.env.SEED ?? 1);
const ONLY = process.env.ONLY;
const IS_LONG = COUNT > Object.keys(TRIALS).length;

describe("`sales post` where anything goes wrong", function () {
  this.timeout(0);
  let served: Served;
  let proxy: RpcProxy;
  const mischief: { -readonly [Key in keyof Mischief]: Mischief[Key] } = {};

  before(async () => {
    served = await openServed();
    proxy = await startProxy(served.server.url, mischief);
  });
  after(async () => {
    await proxy.close();
    await served.close();
  });

  it(`posts each sale once, funds it once, and ends each run with a code and a next step: ${COUNT} trials`, async () => {
    const provider = served.program.chain.connection.provider;
    let snapshot = await provider.request({ method: "evm_snapshot" });
    const kinds = Object.entries(TRIALS).filter(([name]) => ONLY === undefined || name === ONLY);
    const figures = new Figures();
    const faults: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
      const [name, play] = kinds[seed % kinds.length] ?? [];
      if (name === undefined || play === undefined) throw new Error(`no trials of ${ONLY}`);
      const trial = new Trial(served, { url: proxy.url, mischief }, createRandom(seed), `t${seed}`);
      await trial.write();
      await play(trial);
      const found = await judge(trial);
      faults.push(...found.map((fault) => `${name}, seed ${seed}: ${fault}`));
      figures.count(name, trial.runs);
      if (IS_LONG) process.stderr.write(`${name} ${seed}: ${found.join("; ") || "right"}\n`);
      await provider.request({ method: "evm_revert", params: [snapshot] });
      snapshot = await provider.request({ method: "evm_snapshot" });
    }
    for (const line of figures.lines()) process.stdout.write(`      ${line}\n`);
    expect(faults).to.deep.equal([]);
  });
});
