import type { Address } from "viem";

/** Test accounts of development chains that do something in the stories, by whose they are there. */
export const ACCOUNTS = {
  hookline: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  paperCrane: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  paperCraneNew: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
  lena: "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955",
  lenaNew: "0xFABB0ac9d68B0B445fB7357272Ff202C5651694a",
  tom: "0xbDA5747bFD65F08deb54cb465eB87D40e51B197E",
} as const satisfies Record<string, Address>;
