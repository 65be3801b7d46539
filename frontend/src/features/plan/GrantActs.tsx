import type { ReactElement } from "react";
import { Advance } from "./Advance";
import { FinishLeave } from "./FinishLeave";
import type { GrantCardProps, MaybePast } from "./HolderCardProps";
import { MoveGrant } from "./MoveGrant";
import { Resign } from "./Resign";
import { SeatVotes } from "./SeatVotes";

/** What the holder, or anybody, can do with a grant. */
export function GrantActs({ past, ...card }: GrantCardProps & MaybePast): ReactElement {
  return (
    <div className="flex flex-col gap-6 border-t border-line pt-6">
      <Advance {...card} past={past} />
      <SeatVotes {...card} />
      <FinishLeave {...card} />
      {past !== undefined && <Resign {...card} past={past} />}
      <MoveGrant {...card} />
    </div>
  );
}
