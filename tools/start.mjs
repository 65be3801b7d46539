// `npm start`: installs what is missing and shows a chain, its programs and the site; or says so, with --help.
const HELP = `npm start

Installs what is missing, then starts a local chain with three programs and an equity plan, what happened to them in three years
until today, and the site that shows them, until Ctrl-C. Ready, it prints their addresses and commands to try. Nothing is kept
afterwards.

It has no options. It takes port 8545 for the chain, or another where that is taken, and then prints its commands with that one.
A chain of your own, with nothing on it and at any date: npx hardhat chain start --help`;

const [given] = process.argv.slice(2);

if (given === undefined) {
  process.argv.push("hardhat", "run", "scripts/cli/demo.ts");
  await import("./bootstrap.mjs");
} else if (given === "--help" || given === "-h") {
  console.log(HELP);
} else {
  console.error(
    `npm start has no options; found "${given}". npm start -- --help says what it does.`,
  );
  process.exitCode = 1;
}
