import { expect } from "chai";
import { openProgram } from "../../scripts/chain/openProgram.ts";
import { openSafeWorld, type SafeWorld } from "./handOut/openSafeWorld.ts";
import { ANA } from "./support/seed.ts";

describe("F7: a token that stops answering", function () {
  this.timeout(300_000);
  let world: SafeWorld;

  before(async () => {
    world = await openSafeWorld({ operator: ANA });
  });
  after(() => world?.close());

  it("stops neither statement nor show nor audit: its amounts have the decimals that the program keeps", async () => {
    const { chain, program } = world;
    const [eth, usdc] = program.currencies;
    expect([eth?.decimals, usdc?.decimals]).to.deep.equal([18, 6]);
    const address = usdc?.address;
    if (address === undefined) throw new Error("no USDC");
    await chain.connection.provider.request({
      ...{ method: "hardhat_setCode", params: [address, "0xfe"] },
    });
    const { currencies } = await openProgram(chain, program.address);
    expect(currencies).to.deep.equal([eth, { ...usdc, symbol: address }]);
    for (const command of [["statement"], ["program", "show"]]) {
      const { status, stderr } = await world.run(...command, "--program", program.address);
      expect(status, `${command.join(" ")}: ${stderr}`).to.equal(0);
    }
    const { status, json } = await world.run("audit", "--program", program.address);
    expect([status, json.equal, json.silent]).to.deep.equal([0, true, [address]]);
  });
});
