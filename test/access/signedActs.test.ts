import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { zeroHash } from "viem";
import { ACTS, type ActName } from "../../core/signing/ACTS.ts";
import { typedAct } from "../../core/signing/typedAct.ts";
import { programAbi } from "../../generated/abis.ts";
import { encodeCall } from "./encodeCall.ts";
import { openSubject } from "./openSubject.ts";

const MODULE = join(import.meta.dirname, "../../contracts/modules/ProgramSigned.sol");

describe("acts that are signed and posted by others", () => {
  it("have the types of the contract, and no other", async () => {
    const source = await readFile(MODULE, "utf8");
    const inContract = [...source.matchAll(/"(\w+\([^"]*uint256 deadline\))"/g)].map(
      ([, type]) => type,
    );
    const ours = Object.values(ACTS).map(
      ({ type, fields }) =>
        `${type}(${fields.map(({ type: of, name }) => `${of} ${name}`).join(",")})`,
    );
    expect(inContract.sort()).to.deep.equal(ours.sort());
  });

  it("have the parameters of the program's functions", () => {
    for (const name of Object.keys(ACTS) as ActName[]) {
      const item = programAbi.find((one) => one.type === "function" && one.name === name);
      if (item?.type !== "function") throw new Error(`The program has no function ${name}.`);
      const fields = ACTS[name].fields.slice(0, -2).map(({ type }) => type);
      if (name === "dispute") continue;
      expect(
        item.inputs.map(({ type }) => type),
        name,
      ).to.deep.equal(fields);
    }
  });

  it("are signed here and done there: a dispute, which names a sale by its words", async () => {
    const { chain, quiet, shown } = await openSubject();
    const { partner, stranger } = chain.wallet;
    const { address } = partner.account;
    const args = [address, shown.held, 0n, "not mine", zeroHash] as const;
    const deadline = 2n ** 40n;
    const place = { program: quiet, chainId: 31_337, nonce: 0n, deadline };
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
