import { expect } from "chai";
import { ACTS } from "../../core/signing/ACTS.ts";
import { programAbi } from "../../generated/abis.ts";
import { FROM, SIGN } from "../../scripts/cli/tasks/options.ts";
import { tasks } from "../../scripts/cli/tasks.ts";
import { COMMANDS_OF } from "../../tools/docs/commands/COMMANDS_OF.ts";

const SENDING = new Set(
  tasks
    .filter((task) => "action" in task && Object.hasOwn(task.options, FROM.name))
    .map(({ id }) => id.join(" ")),
);

const SIGNABLE = new Set(
  tasks
    .filter((task) => "action" in task && Object.hasOwn(task.options, SIGN.name))
    .map(({ id }) => id.join(" ")),
);

describe("K6: every function of a program has a command", () => {
  const functions: readonly string[] = programAbi
    .filter((item) => item.type === "function")
    .filter(({ stateMutability }) => ["nonpayable", "payable"].includes(stateMutability))
    .map(({ name }) => name);
  const table = new Map(Object.entries(COMMANDS_OF));

  for (const name of functions) {
    it(`${name}`, () => {
      const by = table.get(name) ?? [];
      if ("why" in by) {
        expect(by.why.length).to.be.greaterThan(20);
      } else {
        expect(by).to.not.deep.equal([]);
        for (const command of by) expect(SENDING).to.include(command);
      }
    });
  }

  it("and each act of a party can be signed by it", () => {
    const commands = Object.keys(ACTS).flatMap((name) => {
      const by = table.get(name) ?? [];
      return "why" in by ? [] : [...by];
    });
    expect(new Set(commands)).to.deep.equal(SIGNABLE);
  });

  it("and no other function is named", () => {
    expect([...table.keys()].filter((name) => !functions.includes(name))).to.deep.equal([]);
  });
});
