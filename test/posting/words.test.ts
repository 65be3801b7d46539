import { expect } from "chai";
import { salesFile } from "../integration/support/seed.ts";
import { openServed, type Served } from "./support/openServed.ts";
import { startCommand } from "./support/startCommand.ts";
import { type Mischief, type RpcProxy, startProxy } from "./support/startProxy.ts";

// A node's fault is told as one, with what to do: not as a program's that is not there, and not in the words of a library.

const FAULTS = [
  { code: -32_603, message: "Internal error" },
  { code: -32_602, message: "Missing or invalid parameters" },
  { code: -32_000, message: "header not found" },
];

describe("What a node refuses", function () {
  this.timeout(300_000);
  let served: Served;
  let proxy: RpcProxy;
  const mischief: { refuse?: Mischief["refuse"] } = {};

  before(async () => {
    served = await openServed();
    proxy = await startProxy(served.server.url, mischief);
  });
  after(async () => {
    await proxy.close();
    await served.close();
  });

  for (const method of ["eth_call", "eth_getCode", "eth_getLogs", "eth_getTransactionCount"]) {
    it(`is told with what to do: ${method}`, async () => {
      const row = "s-1,c,initial,99.00,USDC,2025-01-06,p,ana:integration:1";
      for (const fault of FAULTS) {
        mischief.refuse = (asked) => (asked === method ? fault : undefined);
        const { status, stdout, stderr, isEndless } = await startCommand(proxy.url, [
          ...["sales", "post", "--program", served.program.address, "--json"],
          ...["--sales", await salesFile(served.folder, row)],
          ...["--journal", served.folder.path("journal.sqlite")],
        ]).ended;
        expect(isEndless, stderr).to.equal(false);
        expect(status, stderr).to.equal(1);
        expect(stdout).to.equal("");
        expect(stderr).to.include("RPC").and.not.include("no program at");
        expect(stderr).to.match(/run this again|another RPC/i);
      }
    });
  }
});
