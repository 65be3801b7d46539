import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { accountOf, type Chain } from "../../chain/openChain.ts";
import type { Calendar } from "./calendarOf.ts";
import type { Stage } from "./Stage.ts";

/** Opens a stage on a chain. Its copies of files go with the process. */
export async function openStage(
  hre: HardhatRuntimeEnvironment,
  chain: Chain,
  calendar: Calendar,
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "tributary-demo-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  let copies = 0;
  // Commands ask for the network's chain, and get this one.
  const network = { getOrCreate: async () => chain.connection };
  const own: HardhatRuntimeEnvironment = Object.create(hre, { network: { value: network } });
  const run: Stage["run"] = async (verb, options) => {
    const output = await verb.answer({ json: true, ...options } as never, own);
    if (output.failed === true) throw new RangeError(output.text);
    return output;
  };
  return {
    ...{ ...calendar, chain, ignitionFolder: hre.config.paths.ignition },
    account: await accountOf(chain, undefined),
    copy: async (path, change = (text) => text) => {
      const copy = join(folder, `${++copies}-${basename(path)}`);
      await writeFile(copy, calendar.moved(change(await readFile(path, "utf8"))));
      return copy;
    },
    run,
    at: (date, verb, options) => ({ at: date, act: () => run(verb, options) }),
  };
}
