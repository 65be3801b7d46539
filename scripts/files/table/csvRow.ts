/**
 * One row of a CSV file for programs, with its end: fields that need it are quoted (RFC 4180), and `streamCsv` reads each
 * back as it was. What people open in a spreadsheet is written with `sheetOf` instead.
 */
export function csvRow(fields: readonly string[]): string {
  const [only] = fields;
  // A line with nothing on it would be passed over.
  if (fields.length === 1 && only === "") return '""\n';
  return `${fields.map(quoted).join(",")}\n`;
}

function quoted(field: string): string {
  return /[",\r\n]|^[\s\uFEFF]|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
