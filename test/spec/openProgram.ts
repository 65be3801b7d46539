import { type Address, zeroAddress, zeroHash } from "viem";
import type { ShownSale } from "../../core/batches/showSales.ts";
import { isPayable } from "../../core/deal/isPayable.ts";
import { enrollPartner } from "../../core/spec/enrollPartner.ts";
import { openBooks } from "../../core/spec/openBooks.ts";
import type { SalePlace } from "../../core/spec/saleKey.ts";
import { hashTerms } from "../../core/terms/hashTerms.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import { termsValidatorAbi } from "../../generated/abis/TermsValidator.ts";
import { testTokenAbi } from "../../generated/abis/TestToken.ts";
import { errorNameOf } from "./errorNameOf.ts";
import { expectEqual } from "./expectEqual.ts";
import type { Chain } from "./openChain.ts";
import { overpaidByContract, overpaidBySpec } from "./overpaid.ts";
import { placeTerms } from "./placeTerms.ts";
import type { Scenario } from "./scenario.ts";
import { TRANSACTION } from "./transaction.ts";
import { walletOf } from "./walletOf.ts";

/** A sale that was posted, with what shows it. */
export interface ShownPosted extends SalePlace {
  readonly name: string;
  shown: ShownSale;
}

/** What the operator puts in of each currency for sales paid elsewhere. */
const FUNDS = 2n ** 95n;

export type Subject = NonNullable<Awaited<ReturnType<typeof openProgram>>>;

/**
 * A program and the spec's books of it, both with the scenario's partners. Undefined where both
 * find that the terms could pay over their ceiling.
 */
export async function openProgram(chain: Chain, scenario: Scenario, funded: boolean) {
  const { client, wallet, factory, clock } = chain;
  const terms = placeTerms(scenario.terms, chain, clock.now);
  const unpayable = { ...terms, ceiling: 0 };
  const worst = await overpaidByContract(chain, unpayable);
  expectEqual("the worst case", overpaidBySpec(unpayable), worst);
  const payable = isPayable(terms);
  const creation = {
    address: factory,
    // What the terms are refused for is the validator's to tell.
    abi: [...programFactoryAbi, ...termsValidatorAbi],
    args: [terms, "", zeroHash],
  } as const;
  const refusal = await wallet.operator
    .writeContract({ ...creation, functionName: "create", ...TRANSACTION })
    .then(() => "none", errorNameOf);
  expectEqual("terms: refusal", payable ? "none" : "Terms_PaysOverCeiling", refusal);
  if (!payable) return undefined;

  const address = await client.readContract({
    address: factory,
    abi: programFactoryAbi,
    functionName: "predict",
    args: [terms, "", zeroHash, wallet.operator.account.address],
  });
  const program = { address, abi: programAbi };
  const books = openBooks(terms);
  const partners = scenario.partners.map(({ tier, joined, referrer }, index) => {
    // One who is enrolled before, or nobody.
    const number = referrer % (index + 1);
    return {
      partner: walletOf(index),
      referrer: number === 0 ? undefined : walletOf(number - 1),
      tier: tier % Math.max(1, terms.tiers.length),
      joined: terms.start + joined,
      number,
    };
  });
  for (const partner of partners) enrollPartner(books, partner);
  const enrollments = partners.map(({ partner, tier, joined, number }, index) => ({
    ...{ wallet: partner, tier, joined, referrer: number },
    name: `partner ${index}`,
  }));
  await wallet.operator.writeContract({
    ...program,
    functionName: "enroll",
    args: [enrollments],
    ...TRANSACTION,
  });
  const currencies = terms.currencies.flatMap((currency, index) =>
    currency === zeroAddress ? [] : [{ index, address: currency }],
  );
  if (funded) {
    for (const { index, address: currency } of currencies)
      await fund(chain, address, index, currency);
  }
  const money = currencies.map(({ index }) => [index, funded ? FUNDS : 0n] as const);
  const [funds, balance] = [new Map(money), new Map(money)];
  return {
    ...{ chain, program, books, currencies, funds, balance },
    /** What was put into the reserve and is not paid for a milestone. */
    reserved: new Map<number, bigint>(),
    termsHash: hashTerms(terms),
    sales: [] as ShownPosted[],
    get now() {
      return clock.now;
    },
  };
}

async function fund({ wallet }: Chain, program: Address, index: number, currency: Address) {
  if (index > 0) {
    const token = { address: currency, abi: testTokenAbi };
    for (const { account, writeContract } of [wallet.operator, wallet.customer]) {
      const minted = [account.address, FUNDS] as const;
      await writeContract({ ...token, functionName: "mint", args: minted, ...TRANSACTION });
      const approved = [program, FUNDS] as const;
      await writeContract({ ...token, functionName: "approve", args: approved, ...TRANSACTION });
    }
  }
  await wallet.operator.writeContract({
    ...{ address: program, abi: programAbi },
    functionName: "fund",
    args: [currency, FUNDS],
    value: index > 0 ? 0n : FUNDS,
    ...TRANSACTION,
  });
}
