import type { CountedPaths } from "./CountedPaths.ts";

/** Goes over the paths and tells the channels of each, every one once: they lie in the first `size` places of `found`. */
export function channelsOnce(
  { channels, steps, ends }: CountedPaths,
  tell: (path: number, found: Int32Array, size: number) => void,
): void {
  const found = new Int32Array(channels);
  const lastPath = new Int32Array(channels).fill(-1);
  let step = 0;
  for (let path = 0; path < ends.length; path += 1) {
    let size = 0;
    for (; step < (ends[path] as number); step += 1) {
      const channel = steps[step] as number;
      if (lastPath[channel] === path) continue;
      lastPath[channel] = path;
      found[size] = channel;
      size += 1;
    }
    tell(path, found, size);
  }
}
