import { expect } from "chai";
import { freePort } from "../../scripts/cli/local/freePort.ts";
import { type Running, startCommand } from "../posting/support/startCommand.ts";
import { exampleFile } from "./support/files.ts";

const EXAMPLE = "tech-partnership";

interface Row {
  readonly partner: string;
  readonly currency: string;
  readonly earned: string;
}

/** What commands said on standard error, and a statement's rows. */
interface Played {
  readonly deployed: string;
  readonly notes: string;
  readonly refunded: string;
  readonly rows: readonly Row[];
}

/** An example's deal on a chain that `chain start` began at a date, command by command. */
async function play(date: readonly string[]): Promise<Played> {
  const port = String(await freePort(18_600));
  const url = `http://127.0.0.1:${port}`;
  const chain: Running = startCommand(url, ["chain", "start", "--port", port, ...date], 240_000);
  const run = async (...commandLine: string[]) => {
    const { status, stdout, stderr } = await startCommand(url, [...commandLine, "--json"]).ended;
    expect(status, stderr).to.equal(0);
    return { json: JSON.parse(stdout), stderr };
  };
  try {
    await chain.says("answers at");
    const terms = exampleFile(EXAMPLE, "terms.json");
    const { json, stderr: deployed } = await run("program", "deploy", "--terms", terms);
    const at = ["--program", json.program];
    await run("partners", "enroll", ...at, "--file", exampleFile(EXAMPLE, "partners.csv"));
    const sales = exampleFile(EXAMPLE, "sales.csv");
    const posted = await run("sales", "post", ...at, "--sales", sales, "--clock");
    const refunds = exampleFile(EXAMPLE, "refunds.csv");
    const statement = await run("statement", ...at);
    const refunded = await run("sales", "refund", ...at, "--file", refunds, "--clock");
    chain.kill("SIGINT");
    const { status, stdout } = await chain.ended;
    expect({ status, stdout }).to.deep.equal({
      status: 0,
      stdout: "The chain has ended, with all that was on it.\n",
    });
    return { deployed, refunded: refunded.stderr, notes: posted.stderr, rows: statement.json.rows };
  } finally {
    chain.kill("SIGKILL");
  }
}

const earned = (rows: readonly Row[], partner: string) =>
  rows.find((row) => row.partner === partner && row.currency === "USDC")?.earned;

describe("chain start", function () {
  this.timeout(300_000);

  it("begins at a date, so that past sales count in their own periods", async () => {
    const { deployed, notes, refunded, rows } = await play(["--date", "2023-01-01"]);
    expect(deployed).not.to.include("The terms start");
    expect(refunded).not.to.include("cannot go back");
    expect(earned(rows, "Brightdesk")).to.equal("663.78525");
    expect(notes).not.to.include("cannot go back");
    expect(notes).not.to.include("far outside");
  });

  it("begins now without one, and past sales are pointed out before they are posted", async () => {
    const { deployed, notes, refunded, rows } = await play([]);
    expect(deployed).to.match(
      /The terms start at 2023-01-01, more than a period \(30 days\) before this chain's clock \(.*older ones count in the running period\. .* npx hardhat chain start --date 2023-01-01\n/,
    );
    expect(refunded).to.match(
      /cannot go back: --clock does nothing for the 1 refund before that, made now where .* npx hardhat chain start --date 2023-01-01\n/,
    );
    expect(earned(rows, "Brightdesk")).to.equal("872.23025");
    expect(notes).to.match(
      /cannot go back: --clock does nothing for the 45 sales before that, .* npx hardhat chain start --date 2023-01-01\n/,
    );
    expect(notes).to.match(
      /45 sales are dated far outside the running period .*, the farthest on 2023-\d\d-\d\d.* \(line \d+, INV-2023-\d+\)\. A sale counts in the period in which it is posted/,
    );
    expect(notes.indexOf("cannot go back")).to.be.lessThan(notes.indexOf("Posting"));
  });

  it("refuses a port that is taken and a date that is none", async () => {
    const taken = await freePort(18_600);
    const first = startCommand("http://127.0.0.1:8545", [
      "chain",
      "start",
      "--port",
      String(taken),
    ]);
    try {
      await first.says("answers at");
      const again = await startCommand("http://127.0.0.1:8545", [
        "chain",
        "start",
        "--port",
        String(taken),
      ]).ended;
      expect(again.status).to.equal(1);
      expect(again.stderr).to.equal(
        `Error: Port ${taken} is taken. End what listens there, or give another with --port; 0 takes any that is free.\n`,
      );
      const date = await startCommand("http://127.0.0.1:8545", [
        "chain",
        "start",
        "--date",
        "01/02/2023",
      ]).ended;
      expect(date.status).to.equal(1);
      expect(date.stderr).to.match(
        /^Error: The option --date is no date\. Found: "01\/02\/2023"\./,
      );
    } finally {
      first.kill("SIGINT");
      await first.ended;
    }
  });
});
