import { expect, test } from "@playwright/test";
import type { Chain } from "viem";
import * as chains from "viem/chains";
import { chainOf } from "./chainOf";
import { KNOWN_CHAINS } from "./KNOWN_CHAINS";

const DEFINED = Object.values<Chain>(chains);

for (const id of Object.keys(KNOWN_CHAINS).map(Number)) {
  test(`chain ${id} is what it is elsewhere`, () => {
    const known = chainOf(id, []);
    const names = DEFINED.filter((chain) => chain.id === id).map(({ name }) => name);
    expect(names).toContain(known.name);
    const { nativeCurrency, blockTime, blockExplorers } = DEFINED.find(
      (chain) => chain.id === id && chain.name === known.name,
    ) as Chain;
    expect(known.nativeCurrency).toEqual(nativeCurrency);
    expect(known.blockTime).toBe(blockTime);
    const { name, url } = blockExplorers?.default ?? {};
    expect(known.blockExplorers?.default).toEqual(url === undefined ? undefined : { name, url });
  });
}

test("an unknown chain goes by its number", () => {
  expect(chainOf(5_555, ["https://node.example"])).toMatchObject({
    ...{ id: 5_555, name: "Chain 5555" },
    rpcUrls: { default: { http: ["https://node.example"] } },
  });
});
