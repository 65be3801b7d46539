import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { zeroHash } from "viem";
import { ACTS } from "../../core/signing/ACTS.ts";
import { PLAN_ACTS } from "../../core/signing/PLAN_ACTS.ts";
import { typedAct } from "../../core/signing/typedAct.ts";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { encodeCall } from "./encodeCall.ts";
import { openSubject } from "./openSubject.ts";

/** Each module with what can be signed there, and the functions. */
const MODULES = [
  ["modules/ProgramSigned.sol", ACTS, programAbi],
  ["equity/modules/EquitySigned.sol", PLAN_ACTS, equityPlanAbi],
] as const;

describe("acts that are signed and posted by others", () => {
  for (const [module, acts, abi] of MODULES) {
    it(`have the types of ${module}, and no other`, async () => {
      const path = join(import.meta.dirname, "../../contracts", module);
      const source = await readFile(path, "utf8");
      const inContract = [...source.matchAll(/"(\w+\([^"]*uint256 deadline\))"/g)].map(
        ([, type]) => type,
      );
      const ours = Object.values(acts).map(
        ({ type, fields }) =>
          `${type}(${fields.map(({ type: of, name }) => `${of} ${name}`).join(",")})`,
      );
      expect(inContract.sort()).to.deep.equal(ours.sort());
    });

    it(`have the parameters of the functions that ${module} calls`, () => {
      for (const [name, { fields }] of Object.entries(acts)) {
        const item = abi.find((one) => one.type === "function" && one.name === name);
        if (item?.type !== "function") throw new Error(`There is no function ${name}.`);
        if (name === "dispute") continue;
        expect(
          item.inputs.map(({ type }) => type),
          name,
        ).to.deep.equal(fields.slice(0, -2).map(({ type }) => type));
      }
    });
  }

  it("are signed here and done there: a dispute, which names a sale by its words", async () => {
    const { chain, quiet, shown } = await openSubject();
    const { partner, stranger } = chain.wallet;
    const { address } = partner.account;
    const args = [address, shown.held, 0n, "not mine", zeroHash] as const;
    const deadline = 2n ** 40n;
    const place = { contract: quiet, chainId: 31_337, nonce: 0n, deadline };
    const signature = await partner.signTypedData(typedAct("dispute", args, place));
    const act = encodeCall("dispute", args);
    const data = encodeCall("actSigned", [address, act, deadline, signature]);
    const { client } = chain;
    const call = { to: quiet, data, account: stranger.account.address };
    expect((await client.call(call)).data).to.be.a("string");
    const other = encodeCall("dispute", [address, shown.held, 0n, "mine", zeroHash]);
    const forged = encodeCall("actSigned", [address, other, deadline, signature]);
    const refused = await client.call({ ...call, data: forged }).then(
      () => "done",
      (error: unknown) => String(error),
    );
    expect(refused).to.include("Program_InvalidSignature");
  });
});
