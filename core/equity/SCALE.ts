/** What a level counts money per unit in: a level of 2⁶⁴ is one of the currency's smallest unit for each unit of the plan. */
export const SCALE = 2n ** 64n;
