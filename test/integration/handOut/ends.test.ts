import { expect } from "chai";
import { FROM } from "../../../scripts/cli/tasks/options.ts";
import { tasks } from "../../../scripts/cli/tasks.ts";
import { startCommand } from "../../posting/support/startCommand.ts";

/** Nothing answers there. */
const NOWHERE = "http://127.0.0.1:9";
const PROGRAM = "0x00000000000000000000000000000000000000aa";
const AT_ONCE = 4;

describe("R4, X1: every command that sends ends with its code after an error", function () {
  this.timeout(900_000);
  const sending = tasks
    .filter((task) => "action" in task && Object.hasOwn(task.options, FROM.name))
    .map(({ id }) => id);

  it("has commands to try", () => {
    expect(sending.length).to.be.greaterThan(50);
  });

  for (let from = 0; from < sending.length; from += AT_ONCE) {
    const some = sending.slice(from, from + AT_ONCE);
    it(`${some.map((id) => id.join(" ")).join(", ")}`, async () => {
      await Promise.all(
        some.map(async (id, index) => {
          const args = id.join(" ") === "program deploy" ? [] : ["--program", PROGRAM];
          const json = (from + index) % 2 === 0 ? ["--json"] : [];
          const { status, stdout, stderr, isEndless } = await startCommand(NOWHERE, [
            ...[...id, ...args, ...json],
          ]).ended;
          expect(isEndless, stderr).to.equal(false);
          expect(status, stderr).to.equal(1);
          expect(stdout).to.equal("");
          expect(stderr).to.match(/^Error: /m);
          expect(stderr).to.not.match(/^\s+at /m);
        }),
      );
    });
  }
});
