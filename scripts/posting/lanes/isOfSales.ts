import type { RevertError } from "../../../core/messages/RevertError.ts";

/** What the program refuses for what a sale says, or for what the sales of a batch are together; nothing else is of its sales. */
const OF_SALES: ReadonlySet<string> = new Set([
  "Program_ZeroSaleId",
  "Program_SaleAlreadyPosted",
  "Program_UnknownKind",
  "Program_ZeroAmount",
  "Program_AmountTooLarge",
  "Program_OutcomeMismatch",
  "Program_NotPaid",
  "Program_PaymentMismatch",
  "Program_UnknownRole",
  "Program_InvalidWeight",
  "Program_UnknownPartner",
  "Program_PartnerNotActive",
  "Program_TooManyLines",
  "Program_RevenueTooLarge",
  "Program_OwedTooMuch",
  "Program_PostingLimit",
]);

/** Whether a batch was refused for some of its sales, so that it may be taken without them. */
export function isOfSales({ errorName }: RevertError): boolean {
  return OF_SALES.has(errorName);
}
