import { readTotals } from "../support/openPostingWorld.ts";
import type { Ended } from "../support/startCommand.ts";
import type { Trial } from "./Trial.ts";

/** What an error must tell among other things: what to do. */
const NEXT_STEP =
  /\b(again|[Gg]ive|[Pp]ut|[Ww]ait|[Uu]se|[Cc]orrect|[Mm]end|[Mm]ake|[Mm]ove|[Ss]ee|[Ss]end|[Rr]emove|[Ss]tart)\b/;
/** Runs without mischief until one has nothing to say. */
const LAST_RUNS = 2;

/** Ends a trial by runs in which nothing goes wrong. Returns what is wrong then, in words; nothing where all is right. */
export async function judge(trial: Trial): Promise<string[]> {
  Object.assign(trial.mischief, {
    ...{ fate: undefined, refuse: undefined, ask: undefined, lie: undefined, before: undefined },
  });
  await trial.request("evm_setAutomine", true);
  await trial.request("evm_mine");
  const faults: string[] = [];
  let last: Ended | undefined;
  for (let runs = 0; runs < LAST_RUNS && !isGood(last, trial); runs++) last = await trial.run();
  if (!isGood(last, trial))
    faults.push(`the last run: ${last?.status} ${last?.stderr}${last?.stdout}`);
  faults.push(...trial.runs.flatMap(faultsOf));
  faults.push(...(await differences(trial)));
  const { funds } = await readTotals(trial.served.program, trial.served.account);
  if (funds > trial.mayLeave) faults.push(`${funds} left in the funds, at most ${trial.mayLeave}`);
  return faults;
}

/** Of a file that has changed, what was posted before may be told of. */
function isGood(ended: Ended | undefined, { before }: Trial): boolean {
  if (ended === undefined) return false;
  return ended.status === 0 || (before.size > 0 && ended.stdout.includes('"differences":[{'));
}

function faultsOf({ isEndless, status, signal, stdout, stderr }: Ended): string[] {
  if (isEndless) return [`a run without an end: ${stderr}`];
  if (status === null) return signal === null ? ["neither a code nor a signal"] : [];
  if (status === 0 || stdout !== "") return [];
  if (stderr.trim() === "") return [`code ${status} without a word`];
  return NEXT_STEP.test(stderr) ? [] : [`no next step in: ${stderr}`];
}

async function differences(trial: Trial): Promise<string[]> {
  const found = await trial.onChain();
  const faults: string[] = [];
  const wanted = new Map(trial.sales.map(({ id, amount }) => [id, String(amount)]));
  for (const name of new Set([...wanted.keys(), ...trial.before.keys()])) {
    const posted = found.get(name);
    const right = trial.before.get(name) || wanted.get(name);
    if (posted !== right) faults.push(`${name} is posted with ${posted}, not ${right}`);
  }
  return faults;
}
