import { expect } from "chai";
import { readProgram } from "../../../scripts/chain/readProgram.ts";
import { PARTNERS, SALES_HEADER } from "../support/seed.ts";
import { openSafeWorld, type SafeWorld } from "./openSafeWorld.ts";
import { SAFE } from "./realSafe.ts";

const sale = (id: string, amount: string, partner = "ana") =>
  `${id},c,initial,${amount},USDC,2025-01-04,p,${partner}:integration:1`;
const nameOf = ({ function: name }: { function: string }) => name;

describe("R8: sales and refunds that a Safe is to post", function () {
  this.timeout(600_000);
  let world: SafeWorld;
  let journal: string;

  before(async () => {
    world = await openSafeWorld({ holdPeriods: 2 });
    journal = world.folder.path("journal.sqlite");
    const file = await world.folder.write("partners.csv", PARTNERS);
    const { batches } = await world.hand("partners", "enroll", "--file", file);
    for (const batch of batches) await world.execute(batch);
  });
  after(() => world.close());

  const write = (name: string, ...rows: string[]) =>
    world.folder.write(name, `${[SALES_HEADER, ...rows].join("\n")}\n`);
  const refunds = (...rows: string[]) =>
    world.folder.write(
      "refunds.csv",
      `${["refund_id,sale_id,amount,reason,occurred_at", ...rows].join("\n")}\n`,
    );
  const post = (file: string, own = journal) => [
    "sales",
    "post",
    "--sales",
    file,
    "--journal",
    own,
  ];
  const at = () => ["--program", world.program.address, "--calldata", "--from", SAFE];
  const posted = async () => Number(await readProgram(world.program, "batchCount", []));
  const [one, two, three] = [
    sale("s-1", "99.00"),
    sale("s-2", "242.57"),
    sale("s-3", "5.00", "ben"),
  ];

  it("hands out funds and sales together; once they are made, running again finds them", async () => {
    const file = await write("first.csv", one, two);
    const { json, batches } = await world.hand(...post(file));
    expect(json.calls.map(nameOf)).to.deep.equal(["approve", "fund", "post"]);
    expect(json).to.deep.include({ alreadyPosted: 0, refused: [] });
    expect(batches).to.have.length(1);
    expect(await posted()).to.equal(0);
    for (const batch of batches) await world.execute(batch);
    expect(await posted()).to.equal(1);
    const again = await world.run(...post(file), ...at());
    expect(again.status, again.stderr).to.equal(0);
    expect(again.json).to.include({ posted: 2, alreadyPosted: 0, transactions: 1 });
    expect(again.json.calls).to.deep.equal([]);
    const third = await world.run(...post(file), ...at());
    expect(third.json).to.include({ posted: 0, alreadyPosted: 2 });
  });

  it("hands out nothing twice without saying so; of two that were, the program takes one", async () => {
    const file = await write("second.csv", one, two, three);
    const first = await world.hand(...post(file));
    expect(first.json.alreadyPosted).to.equal(2);
    const blocked = await world.run(...post(file), ...at());
    expect(blocked.status).to.equal(1);
    expect(blocked.stderr).to.include(`handed out to ${SAFE} (1 sale) are not on the chain`);
    expect(blocked.stderr).to.include("--again");
    expect(blocked.stdout).to.equal("");
    const byKey = await world.run(...post(file), "--program", world.program.address);
    expect(byKey.status).to.equal(1);
    expect(byKey.stderr).to.include("--again");

    const second = await world.run(...post(file), ...at(), "--again");
    expect(second.status, second.stderr).to.equal(0);
    expect(second.stderr).to.include("is given up");
    expect(second.json.calls.map(nameOf)).to.deep.equal(["approve", "fund", "post"]);
    for (const batch of first.batches) await world.execute(batch);
    const count = await posted();
    const refused = await world.execute({ transactions: second.json.calls }).then(
      () => false,
      () => true,
    );
    expect(refused).to.equal(true);
    expect(await posted()).to.equal(count);
    const last = await world.run(...post(file), ...at());
    expect(last.status, last.stderr).to.equal(0);
    expect(last.json.calls).to.deep.equal([]);
  });

  it("plans anew what was handed out and can have no effect any more", async () => {
    const mine = await write("mine.csv", sale("s-4", "10.00"));
    const others = await write("others.csv", sale("s-5", "20.00"));
    const lost = await world.hand(...post(mine));
    const other = await world.hand(...post(others, world.folder.path("other.sqlite")));
    for (const batch of other.batches) await world.execute(batch);
    const { status, stderr, json } = await world.run(...post(mine), ...at());
    expect(status, stderr).to.equal(0);
    expect(stderr).to.include("can have no effect any more");
    expect(json.calls.at(-1).function).to.equal("post");
    expect(json.calls.at(-1).data).to.not.equal(lost.batches[0]?.transactions.at(-1)?.data);
    await world.execute({ transactions: json.calls });
    expect((await world.run(...post(mine), ...at())).json.posted).to.equal(1);
  });

  it("leaves out what the program refuses, says so, and hands out the rest with the funds once", async () => {
    const file = await write("mixed.csv", sale("s-6", "30.00"), sale("s-7", "1.00", "nobody"));
    const { status, json } = await world.run(...post(file), ...at());
    expect(status).to.equal(1);
    expect(json.refused.map(({ id }: { id: string }) => id)).to.deep.equal(["s-7"]);
    expect(json.calls.map(nameOf)).to.deep.equal(["approve", "fund", "post"]);
    await world.execute({ transactions: json.calls });
  });

  it("hands out refunds, and finds them made by their ids", async () => {
    const file = await refunds("r-1,s-1,9.90,late,2025-01-05", "r-2,s-1,10.00,late,2025-01-05");
    const command = ["sales", "refund", "--file", file, "--journal", journal];
    const { json, batches } = await world.hand(...command);
    expect(json.calls.map(nameOf)).to.deep.equal(["refund"]);
    const blocked = await world.run(...command, ...at());
    expect(blocked.status).to.equal(1);
    expect(blocked.stderr).to.include("(2 refunds) are not on the chain");
    for (const batch of batches) await world.execute(batch);
    const again = await world.run(...command, ...at());
    expect(again.status, again.stderr).to.equal(0);
    expect(again.json).to.include({ refunded: 2, alreadyRefunded: 0, transactions: 1 });
    const status = await world.run(
      ...["sales", "status", "--program", world.program.address, "--journal", journal],
    );
    expect(status.json.transactions).to.deep.equal([]);
    expect(status.json.refunds.final).to.equal(2);
  });

  it("audits what the Safe has done", async () => {
    const { status, stderr, json } = await world.run("audit", "--program", world.program.address);
    expect(status, stderr).to.equal(0);
    expect(json.equal).to.equal(true);
  });
});
