const WITH_EXPONENT = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/;

/** A number of JSON in plain digits: 1e2 is 100 and 5e-3 is 0.005, exactly. Any other text stays as it is. */
export function plainNumber(text: string): string {
  const match = WITH_EXPONENT.exec(text);
  if (match === null) return text;
  const [, sign, whole = "", fraction = "", power] = match;
  const places = fraction.length - Number(power);
  const digits = whole + fraction;
  if (places <= 0) return `${sign}${digits}${"0".repeat(-places)}`;
  const padded = digits.padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
