import { spawnSync } from "node:child_process";
import { expect } from "chai";
import hre from "hardhat";
import { answerCommandLine } from "../../scripts/cli/help/answerCommandLine.ts";
import { EXAMPLES } from "../../scripts/cli/help/EXAMPLES.ts";
import { tasks } from "../../scripts/cli/tasks.ts";
import { hardhat } from "./support/cli.ts";

const NETWORKS = ["default", "localhost", "sepolia", "base"];
const NOWHERE = "http://127.0.0.1:9";

/** What the command line answers before anything runs: help, an error's words, or nothing. */
function answer(...typed: string[]): string | undefined {
  const globalFlags = new Map([
    ["--network", true],
    ["--help", false],
    ["-h", false],
  ]);
  try {
    const { rootTasks } = hre.tasks;
    return answerCommandLine({ typed, rootTasks, globalFlags, networks: NETWORKS });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("The command line's answers", () => {
  const commands = tasks.flatMap((definition) => ("action" in definition ? [definition] : []));

  for (const { id } of commands) {
    const name = id.join(" ");
    it(`have an example of \`${name}\` that is understood`, () => {
      const example = EXAMPLES[name] ?? "";
      expect(example).not.to.equal("");
      const typed = example.match(/"[^"]*"|\S+/g) ?? [];
      expect(answer(...id, ...typed)).to.equal(undefined);
      const help = answer(...id, "--help") ?? "";
      expect(help).to.include(`Example:\n\n  npx hardhat ${name} ${example}\n`);
      expect(help).not.to.match(/STRING|GLOBAL/);
    });
  }

  const said: [string[], string][] = [
    [["clam"], 'There is no command "clam". Did you mean "claim"?'],
    [["program", "deplyo"], 'There is no command "program deplyo". Did you mean "program deploy"?'],
    [
      ["partner", "enroll"],
      'There is no command "partner enroll". Did you mean "partners enroll"?',
    ],
    [["--network", "localhost", "clam"], 'There is no command "clam". Did you mean "claim"?'],
    [["claim", "--progam", "0x1"], '"claim" has no option --progam. Did you mean --program?'],
    [
      ["sales", "post", "--maxFee", "3"],
      '"sales post" has no option --maxFee. Did you mean --max-fee?',
    ],
    [["claim", "--netwrok", "base"], '"claim" has no option --netwrok. Did you mean --network?'],
    [["claim", "--program=0x1"], "An option's value stands behind a space: --program 0x1"],
    [["claim", "--program"], "The option --program has no value."],
    [["claim", "--program", "0x1", "--program", "0x2"], "The option --program is given twice."],
    [
      ["sales", "prepare", "--input", "a.csv", "--input", "b.csv"],
      "The option --input is given twice. Give it once, with commas between: --input one,other",
    ],
    [["claim", "--partner", "--all"], "The option --partner has no value."],
    [["claim", "Ana"], '"Ana" belongs to no option.'],
    [
      ["claim", "--network", "sepolai"],
      'There is no network "sepolai". Allowed: "default", "localhost", "sepolia" or "base". Did you mean "sepolia"?',
    ],
    [["xyzzyplugh"], 'There is no command "xyzzyplugh". npx hardhat --help lists all.'],
  ];
  for (const [typed, text] of said) {
    it(`to \`${typed.join(" ")}\` say what was probably meant`, () => {
      expect(answer(...typed)).to.include(text);
    });
  }

  it("leave Hardhat's own commands, and values that look like others, alone", () => {
    expect(answer()).to.equal(undefined);
    expect(answer("--help")).to.equal(undefined);
    expect(answer("test", "mocha", "--no-compile", "some.test.ts")).to.equal(undefined);
    expect(answer("build", "--no-tests")).to.equal(undefined);
    expect(answer("claim", "--program", "0x1", "--partner", "-dash-")).to.equal(undefined);
  });

  it("leave alone who loads Hardhat with words that are no file", () => {
    const script = "await import('hardhat'); console.log('loaded');";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", script, "no-file"],
      { encoding: "utf8", cwd: hre.config.paths.root },
    );
    expect(status, stderr).to.equal(0);
    expect(stdout).to.equal("loaded\n");
  });

  it("come from the command itself, with its code", async () => {
    const help = await hardhat(NOWHERE, ["claim", "--help"]);
    expect(help.status, help.stderr).to.equal(0);
    expect(help.stdout).to.match(/^Pay a partner, .*\n\nnpx hardhat claim \[options\]\n/);
    expect(help.stdout).not.to.match(/STRING_WITHOUT_DEFAULT|--gas-stats/);
    const group = await hardhat(NOWHERE, ["sales"]);
    expect(group.stdout).to.include("\n  sales post ");
    const wrong = await hardhat(NOWHERE, ["claim", "--progam", "0x1", "--json"]);
    expect(wrong.status).to.equal(1);
    expect(wrong.stdout).to.equal("");
    expect(wrong.stderr).to.equal(
      'Error: "claim" has no option --progam. Did you mean --program? npx hardhat claim --help lists its options.\n',
    );
  });
});
