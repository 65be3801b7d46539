// Runs a command of this project from any state of the working tree:
//
//   node tools/bootstrap.mjs <command> [arguments]
//
// It installs the dependencies if they are missing or older than package-lock.json, then runs the command with
// node_modules/.bin ahead on the PATH, so that the project's own Node 24 is found first. Imports nothing that has to be
// installed, and runs under Node 20.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { explainInstall } from "./explainInstall.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LOCK = `${ROOT}/package-lock.json`;
const INSTALLED_LOCK = `${ROOT}/node_modules/.package-lock.json`;
const BIN = `${ROOT}/node_modules/.bin`;
const PROJECT_NODE = `${BIN}/node`;
const INTERRUPTED = 130;
const WINDOWS = process.platform === "win32";

const [command, ...commandArguments] = process.argv.slice(2);

if (!isInstalled()) await install();
process.exitCode = await run(command, commandArguments, {
  shell: WINDOWS,
  env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` },
});

function isInstalled() {
  return (
    existsSync(PROJECT_NODE) &&
    existsSync(INSTALLED_LOCK) &&
    statSync(INSTALLED_LOCK).mtimeMs >= statSync(LOCK).mtimeMs
  );
}

async function install() {
  const reason = existsSync(INSTALLED_LOCK)
    ? "package-lock.json is newer than node_modules"
    : "first run";
  console.log(
    `Installing the dependencies (${reason}; about 340 MB to download): a minute or two …`,
  );
  const started = Date.now();
  const heartbeat = setInterval(() => {
    console.log(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`);
  }, 10_000);
  // Everything is a dev dependency, so `omit` in a user's or a server's npm settings must not apply.
  const { status, stderr } = await npm(
    "ci --include=dev --include=optional --loglevel=error".split(" "),
  );
  clearInterval(heartbeat);
  if (status !== 0) {
    console.error(explainInstall(stderr, process.env.npm_config_registry));
    process.exit(status);
  }
  if (!existsSync(PROJECT_NODE)) {
    console.error(
      "The install left out Node 24, which the project runs under. Its package fetches it in an install script: allow those (npm config set ignore-scripts false) and run this again.",
    );
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Resolves to npm's exit status, and what it said of errors, which is shown as it comes. */
async function npm(npmArguments) {
  const cli = process.env.npm_execpath;
  let stderr = "";
  const listen = (child) =>
    child.stderr.on("data", (data) => {
      stderr += data;
      process.stderr.write(data);
    });
  // A group of its own, which ends whole: npm would first take back for half a minute what it has unpacked.
  const group = { detached: !WINDOWS, stop: abandonInstall };
  const options = { stdio: ["inherit", "inherit", "pipe"], listen, ...group };
  const status = await (cli?.endsWith(".js")
    ? run(process.execPath, [cli, ...npmArguments], options)
    : run("npm", npmArguments, { ...options, shell: WINDOWS }));
  return { status, stderr };
}

function abandonInstall(child) {
  if (WINDOWS) child.kill();
  else process.kill(-child.pid, "SIGKILL");
  console.error(
    "\nStopped while installing. The next start goes on: what is downloaded already is not downloaded twice.",
  );
  process.exit(INTERRUPTED);
}

/** Resolves to the exit status. Whoever stops this stops it, too, and waits until it has tidied up, unless `stop` says otherwise. */
function run(program, programArguments, { listen, stop, ...options }) {
  const child = spawn(program, programArguments, { cwd: ROOT, stdio: "inherit", ...options });
  listen?.(child);
  const pass = stop === undefined ? (signal) => child.kill(signal) : () => stop(child);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, pass);
      resolve(status ?? INTERRUPTED);
    });
  });
}
