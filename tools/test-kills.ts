import { spawnSync } from "node:child_process";

// `npm run test:kills`: kills the poster at 200 random points over 2,000 sales, and more where a number is given.

const kills = process.argv[2] ?? "200";
const { status } = spawnSync("hardhat test mocha test/posting/kills.test.ts", {
  shell: true,
  stdio: "inherit",
  env: { ...process.env, KILLS: kills },
});
process.exitCode = status ?? 1;
