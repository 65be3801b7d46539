import { expect, test } from "@playwright/test";
import { tellApart } from "./tellApart";

const TRUE = { index: 0, symbol: "USDC", decimals: 6 } as const;
const ADDRESSES = [
  "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
  "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE",
] as const;

test("a token that calls itself as another one does is told from it by its address", () => {
  const [one, other, ether] = tellApart([
    { ...TRUE, address: ADDRESSES[0] },
    { ...TRUE, index: 1, symbol: "usdc", decimals: 18, address: ADDRESSES[1] },
    { index: 2, symbol: "ETH", decimals: 18, address: ADDRESSES[2] },
  ]);
  expect(one?.symbol).toBe("USDC (0x5FbD…0aa3)");
  expect(other?.symbol).toBe("usdc (0xe7f1…0512)");
  expect(ether?.symbol).toBe("ETH");
});
