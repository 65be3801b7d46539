import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { explainInstall } from "../../tools/explainInstall.mjs";

const ROOT = join(import.meta.dirname, "../..");
const COPIED = [
  "package.json",
  "package-lock.json",
  "tools/bootstrap.mjs",
  "tools/explainInstall.mjs",
  "tools/start.mjs",
];
/** An npm that installs for long, with a child of its own, and takes its time to end. */
const SLOW_NPM = `import { spawn } from "node:child_process";
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => setTimeout(() => process.exit(1), 30_000));
if (process.argv[2] === "ci") spawn(process.execPath, [process.argv[1], "child"], { stdio: "inherit" });
else console.log("unpacking");
setInterval(() => {}, 1000);`;
/** Tidies up for a while when it is stopped, as the demo does, and tells how often it was. */
const TIDY = `let stops = 0;
process.on("SIGINT", () => { stops += 1; setTimeout(() => { console.log("tidied " + stops); process.exit(0); }, 300); });
console.log("ready"); setInterval(() => {}, 1000);`;

describe("The first command", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tributary-bootstrap-"));
    for (const file of COPIED) await cp(join(ROOT, file), join(folder, file));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** As if everything were installed. */
  async function install(): Promise<void> {
    await mkdir(join(folder, "node_modules/.bin"), { recursive: true });
    await symlink(process.execPath, join(folder, "node_modules/.bin/node"));
    await writeFile(join(folder, "node_modules/.package-lock.json"), "{}");
  }

  function start(script: string, environment: NodeJS.ProcessEnv = {}): Run {
    const child = spawn(process.execPath, ["tools/bootstrap.mjs", "node", "-e", script], {
      cwd: folder,
      // A group of its own, as a terminal gives a command.
      detached: true,
      env: { ...process.env, npm_execpath: undefined, ...environment },
    });
    return follow(child);
  }

  it("says what to do where the registry does not answer", async () => {
    const { ended } = start("console.log('never')", {
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_cache: join(folder, "cache"),
      npm_config_fetch_retries: "0",
    });
    const { status, output } = await ended;
    assert.notEqual(status, 0);
    assert.match(
      output,
      /The npm registry http:\/\/127\.0\.0\.1:9\/ does not answer\. Check the connection/,
    );
    assert.doesNotMatch(output, /never/);
  });

  it("has a sentence for whatever else keeps npm from installing", () => {
    const cases = [
      ["npm error code E403", /does not give a package out/],
      ["npm error code SELF_SIGNED_CERT_IN_CHAIN", /NODE_EXTRA_CA_CERTS/],
      ["npm error code ENOSPC", /The disk is full/],
      ["npm error code EACCES", /cannot be written/],
      ["npm error code EUSAGE", /What npm says above is the reason/],
    ] as const;
    for (const [stderr, sentence] of cases)
      assert.match(explainInstall(stderr, undefined), sentence);
  });

  for (const [who, target] of [
    ["the terminal", (pid: number) => -pid],
    ["a program that tells npm alone", (pid: number) => pid],
  ] as const) {
    it(`stops an install at once when it is stopped by ${who}, and says that the next start goes on`, async () => {
      const npm = join(folder, "npm.js");
      await writeFile(npm, SLOW_NPM);
      // A child of the install holds its output open until it has ended, too.
      const { pid, said, ended } = start("console.log('never')", { npm_execpath: npm });
      await said("unpacking");
      const from = Date.now();
      process.kill(target(pid), "SIGINT");
      const { status, output } = await ended;
      assert.ok(Date.now() - from < 5_000, output);
      assert.equal(status, 130, output);
      assert.match(output, /Stopped while installing\. The next start goes on/);
      assert.doesNotMatch(output, /could not be installed|never/);
    });
  }

  it("says what npm start does, and installs nothing for that", () => {
    const told = (...given: string[]) =>
      spawnSync(process.execPath, ["tools/start.mjs", ...given], { cwd: folder, encoding: "utf8" });
    const help = told("--help");
    assert.equal(help.status, 0, help.stderr);
    assert.match(help.stdout, /^npm start\n\nInstalls what is missing, then starts a local chain/);
    const unknown = told("--port");
    assert.equal(unknown.status, 1);
    assert.match(unknown.stderr, /has no options; found "--port"/);
  });

  for (const [who, target] of [
    ["the terminal, which tells every process", (pid: number) => -pid],
    ["a program that tells npm alone", (pid: number) => pid],
  ] as const) {
    it(`waits until its command has tidied up when it is stopped by ${who}`, async () => {
      await install();
      const { pid, said, ended } = start(TIDY);
      await said("ready");
      process.kill(target(pid), "SIGINT");
      const { status, output } = await ended;
      assert.equal(status, 0, output);
      assert.match(output, /tidied [12]/);
      assert.throws(() => process.kill(-pid, 0), "nothing of the group is left");
    });
  }
});

interface Run {
  readonly pid: number;
  said(text: string): Promise<void>;
  readonly ended: Promise<{ status: number | null; output: string }>;
}

function follow(child: ChildProcess): Run {
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data: Buffer) => {
      output += data.toString();
    });
  return {
    pid: child.pid ?? 0,
    said: async (text) => {
      while (!output.includes(text)) {
        assert.equal(child.exitCode, null, output);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    ended: new Promise((resolve) => child.on("close", (status) => resolve({ status, output }))),
  };
}
