import { expect } from "chai";
import { type Server, startServer } from "../../integration/support/server.ts";
import type { Block } from "./Block.ts";
import { expectJson } from "./expectJson.ts";
import { expectTable } from "./expectTable.ts";
import { expectText } from "./expectText.ts";
import { expectValid } from "./expectValid.ts";
import { openDesk } from "./openDesk.ts";
import { splitCommands } from "./splitCommands.ts";

const PROGRAM = /(?:program"?:?|deployed at)\s+"?(0x[0-9a-fA-F]{40})\b/g;
const PLAN = /^(.+)(?: is created at |\n +plan +)(0x[0-9a-fA-F]{40})\b/gm;
const NODE = /(?:^Chain\s+|answers at )(http:\/\/[\d.]+:\d+)/m;

/** Who looks for a free port listens at it before the next one looks. */
let listening: Promise<unknown> = Promise.resolve();
function inTurn<T>(listen: () => Promise<T>): Promise<T> {
  const turn = listening.then(listen);
  listening = turn.catch(() => {});
  return turn;
}

/** A page whose blocks are held to what really happens, one after the other. */
export interface Page {
  check(block: Block): Promise<void>;
  close(): Promise<void>;
}

/** Opens a page with a folder, and with a chain from the first command on that asks for one, unless the page started it. */
export async function openPage(): Promise<Page> {
  const desk = await openDesk();
  let date = new Date().toISOString();
  let server: Server | undefined;
  let hasNode = false;
  let program: string | undefined;
  /** Equity plans by their names, in the order in which they were created. */
  const plans = new Map<string, string>();
  let output: string | undefined;

  const takeAddresses = (text: string) => {
    program = text.matchAll(PROGRAM).toArray().at(-1)?.[1] ?? program;
    for (const [, name = "", address = ""] of text.matchAll(PLAN)) plans.set(name, address);
  };

  /** Fills in the address of the program that was met last, of a plan, and of all plans as those whom terms pay. */
  const fillIn = (command: string, plan?: string): string => {
    const known = (address: string | undefined, what: string): string => {
      if (address === undefined) throw new Error(`no command before printed ${what}: ${command}`);
      return address;
    };
    const holders = [...plans.values()];
    const filled = command
      .replaceAll(/(?<=--program )0x…/g, () => known(program, "a program"))
      .replaceAll(/(?<=--plan )0x…/g, () =>
        known(plan === undefined ? holders.at(-1) : plans.get(plan), `the plan ${plan ?? ""}`),
      )
      .replaceAll(/(?<==)0x…(?=[;"])/g, () => known(holders.shift(), "a plan"));
    if (filled.includes("…")) throw new Error(`say what "…" stands for: ${command}`);
    return filled;
  };

  const startNode = async () => {
    server = await inTurn(() => startServer(date));
    desk.setNode(server.url);
    hasNode = true;
  };

  const runScript = async (script: string, lastStatus: number, plan?: string): Promise<string> => {
    if (script.includes("--network localhost") && !hasNode) await startNode();
    const commands = splitCommands(script);
    expect(commands.length, "a block without a command").to.be.greaterThan(0);
    let stdout = "";
    for (const [index, command] of commands.entries()) {
      const ran = await desk.run(fillIn(command, plan));
      const due = index === commands.length - 1 ? lastStatus : 0;
      expect(ran.status, `${command}\n${ran.stdout}${ran.stderr}`).to.equal(due);
      stdout += ran.stdout;
      takeAddresses(ran.stdout);
    }
    return stdout;
  };

  const start = async (command: string, words: string): Promise<string> => {
    const said = await inTurn(() => desk.start(fillIn(command), words));
    const [, node] = NODE.exec(said) ?? [];
    if (node !== undefined) {
      desk.setNode(node);
      hasNode = true;
    }
    takeAddresses(said);
    return said;
  };

  const printed = (): string => {
    const todo = 'name its file ("file: …") or say why it is "not run"';
    if (output === undefined)
      throw new Error(`nothing was run that could have printed it; ${todo}`);
    return output;
  };

  const checks: Readonly<Record<string, (block: Block) => Promise<void> | void>> = {
    sh: async ({ text, marks }) => {
      const words = marks["ready at"];
      output =
        words === undefined
          ? await runScript(text, marks["exits 1"] === undefined ? 0 : 1, marks.plan)
          : await start(text, words);
    },
    json: ({ text }) => expectJson(text, printed()),
    text: ({ text }) => expectText(text, printed()),
    table: ({ text }) => expectTable(text, printed()),
    // A picture or a formula, and marks that stand alone.
    "": () => {},
    comment: () => {},
  };

  return {
    check: async (block) => {
      const { kind, text, marks } = block;
      date = marks["chain from"] ?? date;
      if (marks["run first"] !== undefined) await runScript(marks["run first"], 0);
      if (marks["not run"] !== undefined) {
        expect(marks["not run"].length, "say why it is not run").to.be.greaterThan(15);
      } else if (marks.file !== undefined) {
        if (kind === "json") await expectValid(marks.file, text);
        await desk.write(marks.file, `${text}\n`);
      } else {
        const check = checks[kind];
        if (check === undefined)
          throw new Error(`a block of ${kind}: say in a comment above it why it is not run`);
        await check(block);
      }
    },
    close: async () => {
      await desk.close();
      await server?.close();
    },
  };
}
