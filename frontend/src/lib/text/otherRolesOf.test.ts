import { expect, test } from "@playwright/test";
import { otherRolesOf } from "./otherRolesOf";

const ONE = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const SAME = "0x5fbdb2315678afecb367f032d93f642f64180aa3";
const OTHER = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512";

test("who has several roles has the others, however its address is written", () => {
  const roles = [
    ["operator", ONE],
    ["attributor", SAME],
    ["arbiter", OTHER],
    ["guardian", undefined],
    ["standby", undefined],
  ] as const;
  expect(otherRolesOf("operator", roles)).toEqual(["attributor"]);
  expect(otherRolesOf("attributor", roles)).toEqual(["operator"]);
  expect(otherRolesOf("arbiter", roles)).toEqual([]);
  expect(otherRolesOf("guardian", roles)).toEqual([]);
});
