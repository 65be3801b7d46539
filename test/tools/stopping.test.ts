import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

const PROGRESS = join(import.meta.dirname, "../../scripts/Progress.ts");
/** Work that shows a bar until it is stopped. */
const WORK = `import { createProgress, GOES_ON } from ${JSON.stringify(PROGRESS)};
const progress = createProgress(GOES_ON);
await progress.during("Posting", 10, () => { progress.add(2); return new Promise((resolve) => setTimeout(resolve, 20_000)); });`;
/** Runs what it is given in a terminal of its own, presses Ctrl-C once a bar shows, and passes on what came and how it ended. */
const IN_A_TERMINAL = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
out, pressed = b"", False
while True:
    try:
        data = os.read(terminal, 4096)
    except OSError:
        break
    if not data:
        break
    out += data
    if b"Posting" in out and not pressed:
        pressed = True
        os.write(terminal, b"\\x03")
sys.stdout.buffer.write(out)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;
const STOPPED = "Stopped. Run it again: it goes on where it stopped.";
const ESCAPE = "\u001b";
const COMMAND = [process.execPath, "--input-type=module-typescript", "-e", WORK] as const;

function inATerminal(term: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", IN_A_TERMINAL, ...COMMAND], {
    encoding: "utf8",
    env: { ...process.env, TERM: term },
    timeout: 30_000,
  });
  assert.equal(stderr, "");
  return { status, output: stdout };
}

describe("Stopping at a progress bar", () => {
  describe("in a terminal", () => {
    before("needs python3, which makes one", function () {
      if (spawnSync("python3", ["-c", "import pty"]).status !== 0) this.skip();
    });

    it("leaves the terminal's settings, ends the line and says what comes next", () => {
      const { status, output } = inATerminal("xterm");
      assert.equal(status, 130, output);
      assert.ok(output.includes(ESCAPE), "a bar that is drawn in place");
      // Neither wrapping nor the cursor's being seen is switched.
      assert.ok(!output.includes(`${ESCAPE}[?`), JSON.stringify(output));
      assert.ok(output.endsWith(`\n${STOPPED}\r\n`), JSON.stringify(output));
    });

    it("has no escapes where the terminal knows none", () => {
      const { status, output } = inATerminal("dumb");
      assert.equal(status, 130, output);
      assert.ok(!output.includes(ESCAPE), JSON.stringify(output));
      assert.ok(output.endsWith(`\n${STOPPED}\r\n`), JSON.stringify(output));
    });
  });

  it("has no escapes where standard error is no terminal, and says the same", async () => {
    const [node, ...rest] = COMMAND;
    const child = spawn(node, rest, { stdio: ["ignore", "ignore", "pipe"] });
    let output = "";
    child.stderr.on("data", (data: Buffer) => {
      if (output === "") child.kill("SIGTERM");
      output += data.toString();
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(status, 143, output);
    assert.ok(!output.includes(ESCAPE), JSON.stringify(output));
    assert.ok(output.endsWith(`\n${STOPPED}\n`), JSON.stringify(output));
  });
});
