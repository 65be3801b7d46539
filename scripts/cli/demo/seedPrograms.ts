import { moveClock } from "../../chain/moveClock.ts";
import type { Progress } from "../../Progress.ts";
import { playHarbour } from "./playHarbour.ts";
import { playLumen } from "./playLumen.ts";
import { playNorthwind } from "./playNorthwind.ts";
import type { Stage } from "./Stage.ts";
import type { Moment, Story } from "./Story.ts";

/** Before anything happens. */
export const STORIES_START = "2022-12-30";

/** Creates the demo's programs and plays what happens to them, each on its date, up to now. */
export async function seedPrograms(
  stage: Stage,
  now: number,
  progress: Progress,
): Promise<readonly Story[]> {
  const stories: Story[] = [];
  await progress.during("Creating", 3, async () => {
    for (const play of [playLumen, playHarbour, playNorthwind]) {
      stories.push(await play(stage));
      progress.add(1);
    }
  });
  const moments = stories.flatMap((story) => story.moments);
  const timeOf = ({ at }: Moment) => stage.timeOf(at);
  await progress.during("Playing", moments.length, async () => {
    for (const moment of moments.sort((one, other) => timeOf(one) - timeOf(other))) {
      // The next block is of its second.
      if (moment.isTimed !== true) await moveClock(stage.chain, timeOf(moment) - 1);
      await moment.act();
      progress.add(1);
    }
  });
  await moveClock(stage.chain, now);
  return stories;
}
