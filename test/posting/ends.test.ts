import { expect } from "chai";
import { refundsFile, salesFile } from "../integration/support/seed.ts";
import { openServed, type Served } from "./support/openServed.ts";
import { startCommand } from "./support/startCommand.ts";
import { type RpcProxy, startProxy } from "./support/startProxy.ts";

// An error while a bar is drawn: each command ends with its code and one paragraph, as a person, cron and scripts see it.

const SALE = "s-1,c,initial,99.00,USDC,2025-01-06,p,ana:integration:1";
const NEWCOMER =
  "partner,wallet,tier,joined_at,referrer\ncleo,0x90F79bf6EB2c4f870365E785982E1f101E93b906,,,\n";

describe("A command that meets an error while its bar is drawn", function () {
  this.timeout(300_000);
  let served: Served;
  let proxy: RpcProxy;
  let commands: Record<string, string[]>;

  before(async () => {
    served = await openServed();
    const { folder } = served;
    proxy = await startProxy(served.server.url, {
      refuse: (method) =>
        method === "eth_sendTransaction"
          ? { code: -32_000, message: "insufficient funds for gas * price + value" }
          : undefined,
    });
    const posted = await salesFile(folder, SALE);
    await startCommand(served.server.url, at("sales", "post", "--sales", posted)).ended;
    const more = await folder.write("more.csv", `${HEADER}\n${SALE.replace("s-1", "s-2")}\n`);
    commands = {
      "sales post": at("sales", "post", "--sales", more, ...journal("post")),
      "sales refund": at(
        ...["sales", "refund", ...journal("refund")],
        ...["--file", await refundsFile(folder, "r-1,s-1,9.90,late,2025-01-07")],
      ),
      "partners enroll": at("partners", "enroll", "--file", await folder.write("n.csv", NEWCOMER)),
      "claim --all": at("claim", "--all"),
    };
  });
  after(async () => {
    await proxy.close();
    await served.close();
  });

  const HEADER = "sale_id,customer_id,kind,amount,currency,occurred_at,product,credits";
  const at = (...command: string[]) => [...command, "--program", served.program.address];
  const journal = (name: string) => ["--journal", served.folder.path(`${name}.sqlite`)];

  for (const name of ["sales post", "sales refund", "partners enroll", "claim --all"]) {
    for (const json of [[], ["--json"]]) {
      it(`ends \`${[name, ...json].join(" ")}\` with the code 1 and what to do`, async () => {
        if (name === "claim --all") await lockAll();
        const { status, stdout, stderr, isEndless } = await startCommand(proxy.url, [
          ...(commands[name] ?? []),
          ...json,
        ]).ended;
        expect(isEndless, stderr).to.equal(false);
        expect(status, stderr).to.equal(1);
        expect(stdout).to.equal("");
        expect(stderr).to.include("does not have enough ETH").and.include("Send it some");
      });
    }
  }

  /** Lets two periods pass, so that what was posted can be claimed. */
  const lockAll = async () => {
    for (const [method, params] of [
      ["evm_increaseTime", [61 * 86_400]],
      ["evm_mine", []],
    ] as const) {
      await served.program.chain.connection.provider.request({ method, params: [...params] });
    }
  };
});
