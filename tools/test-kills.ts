import { spawnSync } from "node:child_process";

// `npm run test:kills`: kills the poster at 200 random points over 2,000 sales, then plays 500 trials in which anything else goes
// wrong; other numbers where they are given, and the first seed: `npm run test:kills -- 200 500 1`.

const [kills = "200", trials = "500", seed = "1"] = process.argv.slice(2);
const { status } = spawnSync(
  "hardhat test mocha test/posting/kills.test.ts test/posting/trials.test.ts",
  {
    shell: true,
    stdio: "inherit",
    env: { ...process.env, KILLS: kills, TRIALS: trials, SEED: seed },
  },
);
process.exitCode = status ?? 1;
