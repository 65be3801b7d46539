const decoder = new TextDecoder("windows-1252");

/** The byte of each character that the encoding has. */
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
);
const QUESTION_MARK = 0x3f;

/** A text in Windows-1252, which German programs call ANSI. Accents that it does not have are left out; all else is "?". */
export function encodeWindows1252(text: string): Buffer {
  const bytes = [...text.normalize("NFC")].flatMap((character) => {
    const [plain = ""] = character.normalize("NFD");
    const byte = BYTES.get(character) ?? BYTES.get(plain);
    if (byte !== undefined) return byte;
    return /\p{M}/u.test(plain) ? [] : QUESTION_MARK;
  });
  return Buffer.from(bytes);
}
