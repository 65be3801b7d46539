import { LEAVES } from "@core/equity/LEAVES";
import { formatDate } from "@core/text/formatDate";
import { groupDigits } from "@core/text/groupDigits";
import type { ReactElement, ReactNode } from "react";
import { Badge } from "../../components/Badge";
import type { LiveGrant } from "./useGrants";

const HOW = { resigned: "resigned", dismissed: "dismissed", cause: "for cause" } as const;

/** What is particular about a grant now. */
export function GrantBadges({ grant }: { grant: LiveGrant }): ReactElement | null {
  const badges = [...clockBadges(grant), ...waitingBadges(grant)];
  if (badges.length === 0) return null;
  return <span className="flex flex-wrap gap-1.5">{badges}</span>;
}

function clockBadges({
  stopped,
  leaving,
  leaveAt,
  left,
  units,
  contingent,
}: LiveGrant): ReactNode[] {
  const kind = LEAVES[leaving];
  return [
    stopped !== 0 && (
      <Badge icon="clock" key="paused" tone="warn">
        Paused since {formatDate(stopped)}
      </Badge>
    ),
    kind !== undefined && (
      <Badge key="leave" tone={left ? "plain" : "warn"}>
        {left ? "Left" : "Leaves"} on {formatDate(leaveAt)}, {HOW[kind]}
      </Badge>
    ),
    contingent > 0n && (
      <Badge key="contingent" tone="warn">
        {groupDigits(contingent.toString())} wait for an exit
      </Badge>
    ),
    units === 0n && <Badge key="none">No units left</Badge>,
  ].filter((badge) => badge !== false);
}

function waitingBadges({ calledUntil, offer, move, units }: LiveGrant): ReactNode[] {
  return [
    calledUntil !== 0 && units > 0n && (
      <Badge key="called" tone="warn">
        Called, until {formatDate(calledUntil)}
      </Badge>
    ),
    offer !== undefined && (
      <Badge key="offer" tone="accent">
        Offer
      </Badge>
    ),
    move !== undefined && (
      <Badge key="move" tone="warn">
        Moves to another wallet
      </Badge>
    ),
  ].filter((badge) => badge !== false);
}
