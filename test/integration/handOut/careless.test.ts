import { expect } from "chai";
import { safeguardsMissing } from "../../../scripts/chain/deploy/refuseCareless.ts";
import { startCommand } from "../../posting/support/startCommand.ts";
import { type RpcProxy, startProxy } from "../../posting/support/startProxy.ts";
import { type Folder, openFolder } from "../support/files.ts";
import { ANA, BEN } from "../support/seed.ts";
import { type Server, startServer } from "../support/server.ts";
import { TERMS } from "../support/terms.ts";

const CAREFUL = { guardian: BEN, arbiter: BEN, postingLimit: { ETH: "10" } };

describe("K8: a live network", function () {
  this.timeout(300_000);
  let server: Server;
  let live: RpcProxy;
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
    server = await startServer("2025-01-05T00:00:00Z");
    // As any node but a development one answers.
    live = await startProxy(server.url, {
      refuse: (method) =>
        method === "hardhat_metadata"
          ? { code: -32_601, message: "the method does not exist" }
          : undefined,
    });
  });
  after(async () => {
    await live.close();
    await server.close();
    await folder.remove();
  });

  const deploy = async (terms: object, ...flags: string[]) => {
    const file = await folder.write(
      "terms.json",
      JSON.stringify({ ...TERMS, currencies: ["ETH"], ...terms }),
    );
    return startCommand(live.url, ["program", "deploy", "--terms", file, ...flags]).ended;
  };

  it("is refused terms that leave everything to one key, with what is missing and why", async () => {
    const { status, stdout, stderr } = await deploy({});
    expect(status).to.equal(1);
    expect(stdout).to.equal("");
    for (const said of ["are all the deploying account", "no guardian", "no postingLimit"]) {
      expect(stderr).to.include(said);
    }
    expect(stderr).to.include("--without-safeguards");
    expect(stderr).to.include("Nothing was sent.");
  });

  // What all programs share is not on this chain, which is found out next.
  it("takes them with --without-safeguards, and careful ones without", async () => {
    const next = "What all programs share is not deployed";
    const handed = ["--calldata", "--from", ANA];
    expect((await deploy({}, ...handed)).stderr).to.not.include(next);
    expect((await deploy({}, ...handed, "--without-safeguards")).stderr).to.include(next);
    expect((await deploy(CAREFUL, ...handed)).stderr).to.include(next);
  });

  it("is refused what lacks one of them alone", () => {
    const rules = { postingLimit: [10n] } as never;
    const powers = { operator: undefined, attributor: undefined, treasury: undefined };
    const careful = { ...powers, arbiter: ANA, guardian: BEN, rules } as const;
    expect(safeguardsMissing(ANA, { ...careful, arbiter: BEN })).to.deep.equal([]);
    expect(safeguardsMissing(ANA, careful)).to.have.length(1);
    expect(safeguardsMissing(BEN, { ...careful, guardian: undefined })).to.have.length(1);
    const unlimited = { ...careful, rules: { postingLimit: [] } as never };
    expect(safeguardsMissing(BEN, unlimited)).to.have.length(1);
  });
});
