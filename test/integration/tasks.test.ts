import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { tasks } from "../../scripts/cli/tasks.ts";

describe("The commands", () => {
  const commands = tasks.flatMap((definition) => ("action" in definition ? [definition] : []));

  it("are each a file that can be loaded", async () => {
    expect(commands.length).to.be.greaterThan(40);
    for (const { id, action } of commands) {
      const loaded = typeof action === "function" ? await action() : undefined;
      expect(loaded?.default, id.join(" ")).to.be.a("function");
    }
  });

  it("each have a section in docs/commands.md", async () => {
    const page = await readFile(new URL("../../docs/commands.md", import.meta.url), "utf8");
    const missing = commands
      .map(({ id }) => id.join(" "))
      .filter((name) => !new RegExp(`^##+ ${name}$`, "m").test(page));
    expect(missing).to.deep.equal([]);
  });
});
