import { utimes, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { SALES_HEADER, salesFile } from "../integration/support/seed.ts";
import { readTotals } from "./support/openPostingWorld.ts";
import { openServed, type Served } from "./support/openServed.ts";
import { startCommand } from "./support/startCommand.ts";

const row = (id: string) => `${id},c,initial,99.00,USDC,2025-01-06,p,ana:integration:1`;
const A_YEAR = 365 * 86_400_000;

describe("`sales watch` and the times of its files", function () {
  this.timeout(300_000);
  let served: Served;

  before(async () => {
    served = await openServed();
  });
  after(() => served.close());

  for (const [which, offset] of [
    ["lies a year ahead", A_YEAR],
    ["lies at the beginning of all times", -Date.now()],
  ] as const) {
    it(`posts a file whose time ${which}, and what is written into it without another time or size`, async () => {
      const time = new Date(Date.now() + offset);
      const [first, second] = offset > 0 ? ["a-1", "a-2"] : ["b-1", "b-2"];
      const file = await salesFile(served.folder, row(first));
      await utimes(file, time, time);
      const watch = startCommand(served.server.url, [
        ...["sales", "watch", "--json", "--program", served.program.address, "--sales", file],
        ...["--journal", served.folder.path(`${first}.sqlite`)],
      ]);
      const count = (await posted()).length;
      await until(async () => (await posted()).length > count, watch.isRunning);
      await writeFile(file, `${SALES_HEADER}\n${row(second)}\n`);
      await utimes(file, time, time);
      await until(async () => (await posted()).length > count + 1, watch.isRunning);
      watch.kill("SIGINT");
      const { status, stdout, stderr, isEndless } = await watch.ended;
      expect(isEndless, stderr).to.equal(false);
      expect(status, stderr).to.equal(0);
      expect(JSON.parse(stdout)).to.include({ posted: 2, failures: 0 });
    });
  }

  const posted = async () => (await readTotals(served.program, served.account)).posted;
});

async function until(isDone: () => Promise<boolean>, isRunning: () => boolean): Promise<void> {
  while (isRunning() && !(await isDone())) await sleep(50);
}
