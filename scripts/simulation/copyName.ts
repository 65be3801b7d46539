/** What the copies of a partner are called that a scenario adds: "Ada", "Ada #2", "Ada #3". */
export function copyName(partner: string, copy: number): string {
  return copy === 0 ? partner : `${partner} #${copy + 1}`;
}
