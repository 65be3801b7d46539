import type { Simulation } from "../Simulation.ts";

const [WIDTH, HEIGHT, BOTTOM] = [960, 160, 22];

/** How many sales leave the operator which part of them. */
export function drawMargins({ marginCounts }: Simulation): string {
  const most = Math.max(1, ...marginCounts);
  const step = WIDTH / marginCounts.length;
  const percent = 100 / marginCounts.length;
  const bars = marginCounts.map((count, index) => {
    const height = (count / most) * (HEIGHT - BOTTOM - 8);
    const x = (index * step).toFixed(1);
    const y = (HEIGHT - BOTTOM - height).toFixed(1);
    const title = `${index * percent} to ${(index + 1) * percent} %: ${count} sales`;
    return `<rect x="${x}" y="${y}" width="${(step * 0.85).toFixed(1)}" height="${height.toFixed(1)}" fill="var(--c0)"><title>${title}</title></rect><text class="soft" x="${x}" y="${HEIGHT - 6}">${index * percent} %</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Sales by the operator's margin">${bars.join("")}</svg>`;
}
