/** A decimal number with its whole part in groups of three digits: “1,234.5678”. */
export function groupDigits(decimal: string): string {
  const [whole = "", digits] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return digits === undefined ? grouped : `${grouped}.${digits}`;
}
