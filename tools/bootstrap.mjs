// Runs one npm script of this project from any state of the working tree:
//
//   node tools/bootstrap.mjs <script> [arguments]
//
// It installs the dependencies if they are missing or older than package-lock.json, then hands over
// to `npm run`, which finds the project's own Node 24 first. Imports nothing that has to be
// installed, and runs under Node 20.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LOCK = `${ROOT}/package-lock.json`;
const INSTALLED_LOCK = `${ROOT}/node_modules/.package-lock.json`;
const PROJECT_NODE = `${ROOT}/node_modules/.bin/node`;

const [script, ...scriptArguments] = process.argv.slice(2);

if (!isInstalled()) await install();
process.exitCode = await npm(["run", "--silent", script, "--", ...scriptArguments]);

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
    `Installing the dependencies (${reason}; about 300 MB to download, a minute or so) …`,
  );
  const started = Date.now();
  const heartbeat = setInterval(() => {
    console.log(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`);
  }, 10_000);
  // Everything is a dev dependency, so `omit` in a user's or a server's npm settings must not apply.
  const status = await npm(["ci", "--include=dev", "--include=optional", "--loglevel=error"]);
  clearInterval(heartbeat);
  if (status !== 0) process.exit(status);
  if (!existsSync(PROJECT_NODE)) {
    console.error(
      "The install left out Node 24, which the project runs under. Its package fetches it in an install script: allow those (npm config set ignore-scripts false) and run this again.",
    );
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Resolves to npm's exit status. */
function npm(npmArguments) {
  const cli = process.env.npm_execpath;
  const child = cli?.endsWith(".js")
    ? spawn(process.execPath, [cli, ...npmArguments], { cwd: ROOT, stdio: "inherit" })
    : spawn("npm", npmArguments, {
        cwd: ROOT,
        stdio: "inherit",
        shell: process.platform === "win32",
      });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
}
