import { expect } from "chai";
import { ACTS } from "../../core/signing/ACTS.ts";
import { PLAN_ACTS } from "../../core/signing/PLAN_ACTS.ts";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { FROM, SIGN } from "../../scripts/cli/tasks/options.ts";
import { tasks } from "../../scripts/cli/tasks.ts";
import { COMMANDS_OF, type Without } from "../../tools/docs/commands/COMMANDS_OF.ts";
import { PLAN_COMMANDS_OF } from "../../tools/docs/commands/PLAN_COMMANDS_OF.ts";

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

/** What has functions, by which commands they are called, and what of them parties sign. */
const TABLES = [
  ["a program", programAbi, COMMANDS_OF, ACTS],
  ["an equity plan", equityPlanAbi, PLAN_COMMANDS_OF, PLAN_ACTS],
] as const;

for (const [what, abi, commandsOf] of TABLES) {
  describe(`K6: every function of ${what} has a command`, () => {
    const functions: readonly string[] = abi
      .filter((item) => item.type === "function")
      .filter(({ stateMutability }) => ["nonpayable", "payable"].includes(stateMutability))
      .map(({ name }) => name);
    const table = new Map<string, readonly string[] | Without>(Object.entries(commandsOf));

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

    it("and no other function is named", () => {
      expect([...table.keys()].filter((name) => !functions.includes(name))).to.deep.equal([]);
    });
  });
}

describe("K6: each act of a party", () => {
  it("can be signed by it", () => {
    const commands = TABLES.flatMap(([, , commandsOf, acts]) => {
      const table = new Map<string, readonly string[] | Without>(Object.entries(commandsOf));
      return Object.keys(acts).flatMap((name) => {
        const by = table.get(name) ?? [];
        return "why" in by ? [] : [...by];
      });
    });
    // The operator takes a dismissal back, which nobody signs, by the same function as a holder its notice.
    const signed = new Set(commands.filter((command) => command !== "equity dismiss"));
    expect(signed).to.deep.equal(SIGNABLE);
  });
});
