import { deals } from "./sources/deals.ts";
import { endpointStore } from "./sources/endpointStore.ts";
import type { InputSource } from "./sources/InputSource.ts";
import { activity } from "./sources/paypal/activity.ts";
import { refunds } from "./sources/refunds.ts";
import { sales } from "./sources/sales.ts";
import { balanceHistory } from "./sources/stripe/balanceHistory.ts";
import { itemizedBalance } from "./sources/stripe/itemizedBalance.ts";
import { payments } from "./sources/stripe/payments.ts";
import { touchpoints } from "./sources/touchpoints.ts";
import { visits } from "./sources/visits.ts";

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
  activity,
];
