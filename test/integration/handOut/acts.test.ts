import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import hre from "hardhat";
import { type Address, createWalletClient, custom, erc20Abi, getAddress, type Hex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { readProgram } from "../../../scripts/chain/readProgram.ts";
import { waitFor } from "../../../scripts/chain/send.ts";
import { ANA, BEN, CLEO, SALES_HEADER } from "../support/seed.ts";
import { openSafeWorld, type SafeWorld } from "./openSafeWorld.ts";

const OPERATOR = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
/** Pays the gas for others. */
const SPONSOR = "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc";
const NOBODY = "0x000000000000000000000000000000000000bEEF";
/** Of the development chain's accounts; Cleo's is the fourth. */
const MNEMONIC = "test test test test test test test test test test test junk";

describe("acts that parties sign and others post", function () {
  this.timeout(900_000);
  let world: SafeWorld;
  /** A contract whose owner is Ana. */
  let contract: Address;

  before(async () => {
    world = await openSafeWorld({
      ...{ operator: OPERATOR, attributor: OPERATOR, arbiter: OPERATOR, treasury: OPERATOR },
      disputes: { limit: 3, periods: 1 },
    });
    contract = await deployWallet(ANA);
    await delegate();
    const partners = [
      "partner,wallet,tier,joined_at,referrer",
      `ana,${ANA},,2025-01-01,`,
      `dao,${contract},,2025-01-01,`,
      `cleo,${CLEO},,2025-01-01,`,
      "",
    ];
    const file = await world.folder.write("partners.csv", partners.join("\n"));
    await done("partners", "enroll", "--file", file);
    const credits = "ana:integration:1;dao:integration:1;cleo:integration:1";
    const sales = ["s-1", "s-2"].map((id) => `${id},c,initial,300,USDC,2025-01-05,p,${credits}`);
    const posted = await world.folder.write("sales.csv", [SALES_HEADER, ...sales, ""].join("\n"));
    await done("sales", "post", "--sales", posted);
  });
  after(() => world.close());

  const at = () => ["--program", world.program.address];
  const run = (...command: string[]) => world.run(...command, ...at());
  const done = async (...command: string[]) => {
    const { status, stderr, json } = await run(...command);
    expect(status, stderr).to.equal(0);
    return json;
  };
  const refused = async (...command: string[]) => {
    const { status, stderr, stdout } = await run(...command);
    expect(status, stdout).to.equal(1);
    return stderr;
  };
  const read = async (file: string) => JSON.parse(await readFile(file, "utf8"));
  const post = (file: string, ...rest: string[]) =>
    ["acts", "post", "--file", file, "--from", SPONSOR, ...rest] as const;

  async function deployWallet(owner: Address): Promise<Address> {
    const { abi, bytecode } = await hre.artifacts.readArtifact("SmartWallet");
    const { chain, account } = world;
    const hash = await chain.wallet.deployContract({
      ...{ abi, bytecode: bytecode as Hex, args: [owner], account, chain: chain.wallet.chain },
    });
    return getAddress(String((await waitFor(chain, hash)).contractAddress));
  }

  /** Cleo's account has the contract's code from now on, by EIP-7702, which would ask Ana. */
  async function delegate(): Promise<void> {
    const { chain } = world;
    const account = mnemonicToAccount(MNEMONIC, { addressIndex: 3 });
    const transport = custom({
      request: ({ method, params }) => chain.connection.provider.request({ method, params }),
    });
    const wallet = createWalletClient({ account, transport, chain: chain.wallet.chain });
    const authorization = await wallet.signAuthorization({
      ...{ contractAddress: contract, executor: "self" },
    });
    const sent = {
      chain: null,
      to: SPONSOR,
      authorizationList: [authorization],
      gas: 1_000_000n,
    } as const;
    await waitFor(chain, await wallet.sendTransaction(sent));
    const code = await chain.client.getCode({ address: CLEO });
    expect(code).to.equal(`0xef0100${contract.slice(2).toLowerCase()}`);
  }

  const usdcOf = (holder: Address) => {
    const usdc = world.program.currencies.find(({ symbol }) => symbol === "USDC");
    if (usdc === undefined) throw new Error("no USDC");
    return world.chain.client.readContract({
      ...{ address: usdc.address, abi: erc20Abi, functionName: "balanceOf", args: [holder] },
    });
  };
  const wait = async (days: number) => {
    const { provider } = world.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [days * 86_400] });
    await provider.request({ method: "evm_mine", params: [] });
  };
  /** As a wallet does that is given what the file says. */
  const signElsewhere = async (file: string, key: Address): Promise<Hex> => {
    const { typedData } = await read(file);
    const params = [key, JSON.stringify(typedData)];
    const { provider } = world.chain.connection;
    return (await provider.request({ method: "eth_signTypedData_v4", params })) as Hex;
  };

  it("are a dispute by a key, which sends nothing itself", async () => {
    const file = world.folder.path("dispute.json");
    const before = await world.chain.client.getTransactionCount({ address: ANA });
    const signed = await done(
      ...["sales", "dispute", "--sale", "s-1", "--reason", "mine alone"],
      ...["--sign", file, "--from", ANA],
    );
    expect(signed.acts).to.have.length(1);
    expect(signed.acts[0]).to.include({ act: "Dispute", signer: ANA, file, isSigned: true });
    const posted = await done(...post(file));
    expect(posted).to.include({ signer: ANA, act: "Dispute" });
    expect(await world.chain.client.getTransactionCount({ address: ANA })).to.equal(before);
    const { disputes } = await done("program", "show");
    expect(disputes).to.have.length(1);
    expect(disputes[0]).to.include({ sale: "s-1", partner: "ana" });
  });

  it("are refused in words where they cannot be posted", async () => {
    const file = world.folder.path("refused.json");
    await done(
      "partners",
      "recovery",
      "--partner",
      "ana",
      "--address",
      BEN,
      "--sign",
      file,
      "--from",
      ANA,
    );
    const act = await read(file);
    const changed = async (part: object): Promise<string> => {
      const path = world.folder.path("changed.json");
      await writeFile(path, JSON.stringify({ ...act, ...part }));
      return path;
    };
    const other = await signElsewhere(file, BEN);
    const cases: [object, RegExp][] = [
      [{ chainId: 1 }, /signed for another chain.*chain 1.*chain 31337/],
      [{ program: NOBODY }, /signed for another program/],
      [{ deadline: 1_736_000_000 }, /was good until 2025-01-04/],
      [{ nonce: "9" }, /signed before comes first/],
      [{ signature: other }, new RegExp(`${ANA} did not sign this.*the signature of ${BEN}`)],
      [{ signature: null }, /no signature of 0x\w+ yet.*--signature/],
      [{ signature: "0x12" }, /what is no signature of a key/],
      [{ call: "0x12345678" }, /none that a party can sign/],
      [{ signer: "ana" }, /is not what a party signed/],
    ];
    for (const [part, words] of cases) {
      expect(await refused(...post(await changed(part))), JSON.stringify(part)).to.match(words);
    }
    expect(await refused(...post(world.folder.path("nothing.json")))).to.include("nothing.json");
    expect(await refused(...post(file, "--signature", "ana"))).to.include('"ana" is no signature');
    expect(await refused("acts", "post")).to.include("--file");
    await done(...post(file));
    expect(await refused(...post(file))).to.include("This was posted before");
    const free = await refused("claim", "--partner", "treasury", "--sign", file, "--dry-run");
    expect(free).to.include("--dry-run and --sign exclude each other");
  });

  it("are claims to another address, by a key, by a contract's owner, and under EIP-7702", async () => {
    expect(await refused("claim", "--to", NOBODY, "--all")).to.include("exclude each other");
    await wait(70);
    const first = world.folder.path("ana.json");
    const none = await refused("claim", "--partner", "ana", "--sign", first, "--from", ANA);
    expect(none).to.include("Nothing of this can be signed").and.to.include("claim");
    const zero = `0x${"0".repeat(40)}`;
    const careless = [
      zero,
      world.program.address,
      ...world.program.currencies.map((one) => one.address),
    ];
    for (const to of careless) {
      expect(await refused("claim", "--to", to, "--from", ANA)).to.include("is lost");
    }
    const others = await refused("claim", "--to", BEN, "--partner", "cleo", "--from", SPONSOR);
    expect(others).to.include("may not do this");
    let expected = 0n;
    for (const [name, wallet] of [
      ["ana", ANA],
      ["dao", contract],
      ["cleo", CLEO],
    ] as const) {
      const file = world.folder.path(`${name}.json`);
      const signed = await done("claim", "--to", NOBODY, "--sign", file, "--from", wallet);
      expect(signed.acts[0]).to.include({ act: "ClaimTo", isSigned: name !== "dao" });
      expect(await usdcOf(NOBODY)).to.equal(expected);
      const rest = name === "dao" ? ["--signature", await signElsewhere(file, ANA)] : [];
      if (name === "dao") {
        const wrong = await signElsewhere(file, BEN);
        expect(await refused(...post(file, "--signature", wrong))).to.include("did not sign this");
      }
      await done(...post(file, ...rest));
      const now = await usdcOf(NOBODY);
      // A third of 15 % of one sale: the other is frozen.
      expect(now - expected, name).to.equal(15_000_000n);
      expected = now;
      expect(await readProgram(world.program, "nonces", [wallet])).to.equal(
        name === "ana" ? 3n : 1n,
      );
    }
    const again = await done("claim", "--to", NOBODY, "--sign", first, "--from", ANA);
    expect(again.acts).to.deep.equal([]);
  });

  it("are sent by the party itself, too", async () => {
    // A standing line's holder has its own, settled first.
    const holder = "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720";
    const paid = await done("claim", "--to", BEN, "--from", holder);
    expect(paid).to.deep.include({ wallet: holder, to: BEN });
    expect(paid.paid.map(({ amount }: { amount: string }) => amount)).to.deep.equal(["12"]);
  });

  it("are moves of any party, which lapse", async () => {
    const file = world.folder.path("move.json");
    const move = ["partners", "move", "--partner", "moderators", "--to", CLEO];
    expect(await refused(...move, "--from", CLEO)).to.include("No move of moderators");
    await done(...move, "--sign", file, "--from", "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720");
    await done(...post(file));
    await wait(15);
    const lapsed = await refused(...move, "--from", CLEO);
    expect(lapsed).to.match(
      /The move of moderators to 0x\w+ lapsed on 2025-\d\d-\d\d.*Propose it again/,
    );
  });
});
