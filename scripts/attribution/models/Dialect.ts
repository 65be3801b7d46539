/** What engines write differently: three macros. Everything else of the template means the same in all of them. */
export interface Dialect {
  /** Whole quotient of two numbers that are not below 0. */
  divide(dividend: string, divisor: string): string;
  remainder(dividend: string, divisor: string): string;
  /** A whole number so wide that sums of amounts × weights fit. */
  wide(value: string): string;
}
