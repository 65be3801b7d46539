import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Compares the branch trees in test/solidity/trees with the tests. A tree's first line names the file of its tests; each
 * condition that has an "it should …" below it is one test, named after it: "when the amount is zero" that should revert is
 * `test_RevertWhen_TheAmountIsZero`, "given all was claimed" that should not is `test_GivenAllWasClaimed`; of "F4 given …", which
 * answers a finding, it is `test_F4_Given…`. Where a name comes twice in a tree, the tests carry the conditions above it behind the name. Exits 1 where a branch has no test or a test has
 * no branch.
 */

const ROOT = join(import.meta.dirname, "../../test/solidity");

interface Branch {
  readonly name: string;
  readonly parents: readonly string[];
}

const trees = (await readdir(join(ROOT, "trees"))).filter((file) => file.endsWith(".tree"));
const problems = (await Promise.all(trees.map(checkTree))).flat();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else
  console.log(`${trees.length} branch trees: every branch has its test and every test its branch.`);

async function checkTree(file: string): Promise<string[]> {
  const [target = "", ...lines] = (await readFile(join(ROOT, "trees", file), "utf8")).split("\n");
  const source = await readFile(join(ROOT, target), "utf8");
  const tests = new Set(source.matchAll(/function (test_\w+)\(/g).map((match) => match[1] ?? ""));
  const expected = namesOf(branchesOf(lines));
  return [
    ...expected
      .filter((name) => !tests.has(name))
      .map((name) => `${file}: ${target} has no ${name}`),
    ...[...tests]
      .filter((name) => !expected.includes(name))
      .map((name) => `${file}: no branch for ${name}`),
  ];
}

/** A branch for each condition with an "it should …" right below it. */
function branchesOf(lines: readonly string[]): Branch[] {
  const path: string[] = [];
  const branches = new Map<string, Branch>();
  for (const line of lines) {
    const match = /^(?<indent>[│ ]*)[├└]── (?<text>.+)$/u.exec(line);
    if (match?.groups === undefined) continue;
    const { indent = "", text = "" } = match.groups;
    path.length = indent.length / 4;
    if (!text.startsWith("it should")) {
      path.push(text);
      continue;
    }
    const condition = path.at(-1) ?? "";
    const name = testName(condition, text);
    const key = path.join(" / ");
    if (!branches.has(key)) branches.set(key, { name, parents: path.slice(0, -1) });
  }
  return [...branches.values()];
}

function testName(condition: string, outcome: string): string {
  const row = /^(?<id>[A-Z]\d+) (?<rest>.+)$/.exec(condition)?.groups;
  if (row !== undefined) {
    return testName(row.rest ?? "", outcome).replace("test_", `test_${row.id}_`);
  }
  const [first = "", ...rest] = condition.replaceAll(/[^\w ]/g, "").split(" ");
  const subject = rest.map(capital).join("");
  return outcome.startsWith("it should revert")
    ? `test_Revert${capital(first)}_${subject}`
    : `test_${capital(first)}${subject}`;
}

function namesOf(branches: readonly Branch[]): string[] {
  return branches.map((branch) => {
    const isAlone = branches.filter((other) => other.name === branch.name).length === 1;
    const [, ...words] = (branch.parents.at(-1) ?? "").replaceAll(/[^\w ]/g, "").split(" ");
    return isAlone ? branch.name : `${branch.name}_${words.map(capital).join("")}`;
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
