// Makes both package-lock.json install alike everywhere, whatever machine wrote it.
//
//   node tools/complete-lock.mjs           rewrites the locks
//   node tools/complete-lock.mjs --check   exits 1 if one would change
//
// npm leaves two things machine-dependent:
// 1. Under Node 20 it skips optional packages whose `engines` ask for Node 22, and so loses the
//    native half of Hardhat, although the project itself runs under the Node 24 it installs.
//    Optional packages are therefore listed without `engines`.
// 2. It records only the platform packages it could see when the lock was written, and never adds
//    the others later. They are listed here by name, version and platform.
import { readFileSync, writeFileSync } from "node:fs";

const LOCKS = ["package-lock.json", "tools/optional/package-lock.json"];
const PLATFORM =
  /[-/](?:(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(gnu|musl|msvc|gnueabihf|musleabihf|eabi))?|(wasm32)-wasi)$/;

for (const path of LOCKS) {
  const file = new URL(`../${path}`, import.meta.url);
  const written = readFileSync(file, "utf8");
  const completed = complete(JSON.parse(written));
  if (!process.argv.includes("--check")) {
    writeFileSync(file, completed);
  } else if (completed !== written) {
    console.error(`${path} depends on the machine that wrote it. Run: npm run lock`);
    process.exitCode = 1;
  }
}

function complete(lock) {
  for (const [path, entry] of Object.entries(lock.packages)) {
    delete entry.resolved;
    if (entry.optional) delete entry.engines;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = PLATFORM.exec(name);
      if (platform !== null && !isListed(lock, path, name)) {
        lock.packages[`node_modules/${name}`] = platformEntry(version, platform, entry.dev);
      }
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
  );
  return `${JSON.stringify(lock, null, 2)}\n`;
}

function isListed(lock, parent, name) {
  return (
    lock.packages[`${parent}/node_modules/${name}`] !== undefined ||
    lock.packages[`node_modules/${name}`] !== undefined
  );
}

function platformEntry(version, [, os, cpu, abi, wasm], dev) {
  const libc = os !== "linux" ? undefined : abi?.startsWith("musl") ? "musl" : abi && "glibc";
  return {
    version,
    cpu: [wasm ?? cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
