import type { VestingCurve } from "@core/ledger/plan/vestingCurves";
import { formatPercentage } from "@core/text/formatPercentage";
import { formatTime } from "@core/text/formatTime";
import { toIsoTime } from "@core/text/toIsoTime";
import type { ReactElement } from "react";
import { Badge } from "../../components/Badge";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import { Units } from "../../components/Units";
import { usePages } from "../../components/usePages";
import { keepUnits } from "../../lib/text/keepUnits";
import { vestingRowsOf } from "./vestingRowsOf";

const PER_PAGE = 12;

/** A vesting curve in full: each time at which something changes, and how much is vested then. */
export function VestingTable({ curve, now }: { curve: VestingCurve; now: number }): ReactElement {
  const rows = vestingRowsOf(curve, now);
  const all = curve.unitsAt(Math.max(now, curve.ends));
  const { shown, page, pages, setPage } = usePages(rows, PER_PAGE);
  return (
    <>
      <Table label="Vesting">
        <thead>
          <tr>
            <Head>When (UTC)</Head>
            <Head numeric>Vested (units)</Head>
            <Head numeric secondary>
              Part
            </Head>
            <Head phoneEnd>What</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ time, units, what }) => (
            <tr key={time}>
              <Cell>
                <time dateTime={toIsoTime(time)}>{formatTime(time)}</time>
              </Cell>
              <Cell numeric>
                <Units units={units} />
              </Cell>
              <Cell numeric secondary>
                {all === 0n ? "–" : partOf(units, all)}
              </Cell>
              <Cell phoneEnd>
                {what.map((word) => (
                  <Badge key={word} tone={word === "today" ? "accent" : "plain"}>
                    {word}
                  </Badge>
                ))}
                {time > now && <span className="text-xs text-muted"> as all stands now</span>}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager onPage={setPage} page={page} pages={pages} what="vesting" />
    </>
  );
}

function partOf(units: bigint, all: bigint): string {
  return keepUnits(formatPercentage(Number((units * 10_000n) / all) * 100));
}
