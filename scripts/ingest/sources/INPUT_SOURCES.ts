import { deals } from "./deals.ts";
import { endpointStore } from "./endpointStore.ts";
import type { InputSource } from "./InputSource.ts";
import { refunds } from "./refunds.ts";
import { sales } from "./sales.ts";
import { balanceHistory } from "./stripe/balanceHistory.ts";
import { itemizedBalance } from "./stripe/itemizedBalance.ts";
import { payments } from "./stripe/payments.ts";
import { touchpoints } from "./touchpoints.ts";
import { visits } from "./visits.ts";

/** All that `sales prepare` reads. Those that are known by more columns come before those that are known by some of them. */
export const INPUT_SOURCES: readonly InputSource[] = [
  endpointStore,
  deals,
  touchpoints,
  visits,
  refunds,
  sales,
  itemizedBalance,
  balanceHistory,
  payments,
];
