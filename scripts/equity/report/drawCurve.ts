import { scaleLinear, scaleUtc } from "d3-scale";
import type { Time } from "../../../core/deal/Terms.ts";
import type { GrantCurve } from "../../../core/equity/grantCurve.ts";
import { escapeHtml } from "../../files/html/escapeHtml.ts";
import type { PlanReport, ReportedGrant } from "./PlanReport.ts";
import type { VestingMark } from "./vestingMarks.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [960, 220, 80, 20, 50, 26];
type Point = GrantCurve["points"][number];

/** Rows of words above the picture. */
const ROWS = [14, 29, 44];
/** What a word needs. */
const LETTER = 7;

/** A grant's vested units by time: what happened in a solid line, what comes in a dashed one. */
export function drawCurve(
  { at: now }: PlanReport,
  { name, grant, curve }: ReportedGrant,
  marks: readonly VestingMark[],
  [from, to]: readonly [Time, Time],
): string {
  const x = scaleUtc([from * 1_000, to * 1_000], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, Number(grant.terms.units)], [HEIGHT - BOTTOM, TOP]);
  const place = ({ time, units }: Point) => `${at(x(time * 1_000))},${at(y(Number(units)))}`;
  const today = { time: now, units: curve.unitsAt(now) };
  const past = [...curve.points.filter(({ time }) => time < now), today];
  const future = [today, ...curve.points.filter(({ time }) => time > now)];
  const base = HEIGHT - BOTTOM;
  const left = at(x((past[0] ?? today).time * 1_000));
  const area = `<polygon points="${left},${base} ${past.map(place).join(" ")} ${at(x(now * 1_000))},${base}" fill="var(--c0)" fill-opacity="0.18"/>`;
  const solid = `<polyline points="${past.map(place).join(" ")}" fill="none" stroke="var(--c0)" stroke-width="2"/>`;
  const dashed = `<polyline points="${future.map(place).join(" ")}" fill="none" stroke="var(--c0)" stroke-width="2" stroke-dasharray="5 4"/>`;
  const pauses = curve.pauses.map(({ from: stopped, until }) => {
    const [begin, end] = [x(stopped * 1_000), x(until * 1_000)];
    return `<rect x="${at(begin)}" y="${TOP}" width="${at(end - begin)}" height="${base - TOP}" fill="var(--soft)" fill-opacity="0.25"/>`;
  });
  const ticks = x.ticks(7).map((date) => {
    const text = date.toISOString().slice(0, 10);
    return `<text class="soft" x="${at(x(date))}" y="${HEIGHT - 8}" text-anchor="middle">${text}</text>`;
  });
  const rules = y.ticks(3).map((tick) => {
    const row = at(y(tick));
    return `<line class="rule" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${row}" y2="${row}"/><text class="soft" x="${LEFT - 8}" y="${row}" text-anchor="end">${tick.toLocaleString("en")}</text>`;
  });
  const label = escapeHtml(`Vested units of grant ${name} by time`);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${rules.join("")}${pauses.join("")}${area}${dashed}${solid}${drawMarks(marks, (time) => x(time * 1_000))}${ticks.join("")}</svg>`;
}

/** Full years have no line of their own: the axis tells them. */
function drawMarks(marks: readonly VestingMark[], x: (time: Time) => number): string {
  const ends = ROWS.map(() => 0);
  const drawn = marks
    .map(({ time, what }) => ({ time, what: what.replace(/^year \d+(, )?/, "") }))
    .filter(({ what }) => what !== "");
  return drawn
    .map(({ time, what }) => {
      const place = x(time);
      const width = what.length * LETTER;
      const begins = Math.min(Math.max(0, place - width / 2), WIDTH - width);
      const free = ends.findIndex((end) => end <= begins);
      const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
      ends[row] = begins + width + LETTER;
      const top = ROWS[row] ?? 0;
      const isToday = what.includes("today");
      return `<line x1="${at(place)}" x2="${at(place)}" y1="${top + 3}" y2="${HEIGHT - BOTTOM}" stroke="var(--ink)" stroke-opacity="${isToday ? 1 : 0.4}" stroke-dasharray="${isToday ? "none" : "2 4"}"/><text x="${at(begins)}" y="${top}">${escapeHtml(what)}</text>`;
    })
    .join("");
}

/** A length in a picture. */
function at(length: number): string {
  return length.toFixed(1);
}
