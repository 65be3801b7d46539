/** "12.5 %" of "12.5%", as terms files write it. */
export function percent(rate: string): string {
  return rate.replace("%", " %");
}
