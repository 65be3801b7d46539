import { TributaryError } from "../../core/TributaryError.ts";

/** How files begin that are no text, and what they are. */
const OTHERS: readonly (readonly [bytes: string, what: string])[] = [
  ["PK\x03\x04", "a workbook (.xlsx, .ods) or a ZIP archive"],
  ["\xd0\xcf\x11\xe0", "an old workbook (.xls)"],
  ["PAR1", "Parquet under another name"],
  ["\x28\xb5\x2f\xfd", "packed by zstd"],
  ["BZh", "packed by bzip2"],
  ["\xff\xfe\x00\x00", "text in UTF-32"],
  ["\x00\x00\xfe\xff", "text in UTF-32"],
];

/** The bytes of a text in UTF-8: as they are, or of the UTF-16 that a byte order mark at their beginning says. */
export async function* decodedBytes(
  file: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) decoder = decoderFor(file, chunk);
    isFirst = false;
    yield decoder === undefined ? chunk : decode(file, decoder, chunk);
  }
  if (decoder !== undefined) yield decode(file, decoder, undefined);
}

function decoderFor(file: string, beginning: Buffer): TextDecoder | undefined {
  const start = beginning.subarray(0, 4).toString("latin1");
  const other = OTHERS.find(([bytes]) => start.startsWith(bytes))?.[1];
  if (other !== undefined) {
    throw new TributaryError(`${file} is no text: it is ${other}.`, {
      allowed: "CSV in UTF-8, also packed by gzip; JSON; Parquet that is called .parquet",
      todo: 'Save it as "CSV UTF-8", and give that file.',
    });
  }
  if (start.startsWith("\xff\xfe")) return new TextDecoder("utf-16le", { fatal: true });
  return start.startsWith("\xfe\xff") ? new TextDecoder("utf-16be", { fatal: true }) : undefined;
}

function decode(file: string, decoder: TextDecoder, chunk: Buffer | undefined): Buffer {
  try {
    return Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }));
  } catch {
    throw new TributaryError(`${file} is cut off or damaged: its UTF-16 has half a character.`, {
      todo: 'Copy or export it again, as "CSV UTF-8" where there is a choice.',
    });
  }
}
