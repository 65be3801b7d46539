import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { parseTime, TIME_FORMAT } from "../../../../core/text/parseTime.ts";
import { createProgress } from "../../../Progress.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { freePort, tryPort } from "../../local/freePort.ts";
import { startChain, USUAL_PORT } from "../../local/startChain.ts";
import { requirePort } from "../../requirePort.ts";
import { untilStopped } from "../../untilStopped.ts";

/** `chain start`: a development chain whose clock begins at a date, until it is stopped. */
export default chainlessCommand<"date" | "port">(async ({ date, port: asked }, hre) => {
  const time = readDate(date);
  const port = await choosePort(asked);
  const begins = new Date(time * 1_000).toISOString();
  const { chain, rpcUrl, prefix, close } = await startChain(hre, begins, port);
  const { note } = createProgress();
  if (asked === undefined && port !== USUAL_PORT) note(`Port ${USUAL_PORT} is taken.`);
  note(`A chain that begins at ${formatIsoTime(time)} answers at ${rpcUrl}; Ctrl-C ends it. In another terminal:

  ${prefix}npx hardhat program deploy --network localhost --terms terms.json`);
  await untilStopped();
  await close();
  return {
    json: { chainId: chain.chainId, rpcUrl, began: formatIsoTime(time) },
    text: "The chain has ended, with all that was on it.",
  };
});

function readDate(text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / 1_000);
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw new TributaryError("The option --date is no date.", {
    found: `"${text}"`,
    allowed: TIME_FORMAT,
  });
}

async function choosePort(asked: string | undefined): Promise<number> {
  if (asked === undefined) return freePort(USUAL_PORT);
  const port = await tryPort(requirePort("port", asked));
  if (port !== undefined) return port;
  throw new TributaryError(`Port ${asked} is taken.`, {
    todo: "End what listens there, or give another with --port; 0 takes any that is free.",
  });
}
