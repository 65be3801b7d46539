import { expect } from "chai";
import { toHex } from "viem";
import { nameOfId } from "../../core/ids/nameOfId.ts";
import { didYouMean } from "../../core/text/didYouMean.ts";
import { foldText } from "../../core/text/foldText.ts";
import { formatAmount } from "../../core/text/formatAmount.ts";
import { formatDuration } from "../../core/text/formatDuration.ts";
import { formatPercentage } from "../../core/text/formatPercentage.ts";
import { formatTime } from "../../core/text/formatTime.ts";
import { mixedScripts } from "../../core/text/mixedScripts.ts";
import { nearest } from "../../core/text/nearest.ts";
import { parseAmount } from "../../core/text/parseAmount.ts";
import { printableName } from "../../core/text/printableName.ts";
import { shortenHex } from "../../core/text/shortenHex.ts";
import { tidyText } from "../../core/text/tidyText.ts";

describe("Formats for people", () => {
  it("amounts with commas between thousands are refused with how to write them", () => {
    for (const text of ["1,000.00", "1,000", "-12,345,678"]) {
      expect(parseAmount(text, "USDC", 6)).to.deep.include({
        allowed: "an amount of USDC in digits without commas between thousands, such as 1000.00",
      });
    }
    expect(parseAmount("49,00", "USDC", 6)).to.deep.include({
      allowed: "an amount of USDC in digits, such as 99.00",
    });
  });

  it("amounts are grouped, never rounded, and exact beside", () => {
    const cases = [
      [0n, 6, "0.00", "0"],
      [1n, 6, "0.000001", "0.000001"],
      [1_234_567_890_000n, 6, "1,234,567.89", "1,234,567.89"],
      [1_500_000n, 6, "1.50", "1.5"],
      [999_999_999_999_999_999n, 18, "0.999999…", "0.999999999999999999"],
      [42n, 0, "42", "42"],
      [1_234n, 2, "12.34", "12.34"],
      [2n ** 96n - 1n, 24, "79,228.162514…", "79,228.162514264337593543950335"],
    ] as const;
    for (const [amount, decimals, text, exact] of cases) {
      expect(formatAmount(amount, decimals)).to.deep.equal({ text, exact });
    }
  });

  it("rates keep every part per million", () => {
    const texts = [0, 1, 5_000, 125_000, 333_333, 1_000_000].map(formatPercentage);
    const percentages = ["0", "0.0001", "0.5", "12.5", "33.3333", "100"];
    expect(texts).to.deep.equal(percentages.map((percentage) => `${percentage} %`));
  });

  it("durations are told in their largest whole unit", () => {
    expect(formatDuration(30 * 86_400)).to.equal("30 days");
    expect(formatDuration(86_400)).to.equal("1 day");
    expect(formatDuration(14 * 86_400)).to.equal("14 days");
    expect(formatDuration(5_400)).to.equal("90 minutes");
  });

  it("times are UTC", () => {
    expect(formatTime(1_767_225_599n)).to.equal("31 Dec 2025, 23:59 UTC");
  });

  it("ids are text where they are text, and hashes otherwise", () => {
    expect(shortenHex(nameOfId(toHex("INV-1", { size: 32 })))).to.equal("INV-1");
    expect(shortenHex(nameOfId(toHex(7, { size: 32 })))).to.equal("0x0000…0007");
    expect(shortenHex(nameOfId(`0x${"ab".repeat(32)}`))).to.equal("0xabab…abab");
    expect(shortenHex(nameOfId(`0x${"ff".repeat(5).padEnd(64, "0")}`))).to.equal("0xffff…0000");
  });

  it("names lose what is unseen or turns the text around them, and what is too long", () => {
    expect(printableName("evil\u202egpj.exe")).to.equal("evil\ufffdgpj.exe");
    expect(printableName("a\u0000b\nc")).to.equal("a\ufffdb\ufffdc");
    expect(printableName("x".repeat(300))).to.have.length(81);
    expect(printableName("Zoë 東京")).to.equal("Zoë 東京");
  });

  it("names keep the joiners that Persian, Indic scripts and emoji need, and no others", () => {
    for (const kept of [
      "می\u200cخواهم", // Persian: “I want”
      "क\u094d\u200dष", // Devanagari, a half letter
      "ශ\u0dca\u200dරී ලංකා", // “Sri Lanka” in Sinhala
      "അവന\u0d4d\u200d", // Malayalam, at the end of a word
      "\u{1f469}\u{1f3fd}\u200d\u{1f680}", // an astronaut
      "\u2764\ufe0f\u200d\u{1f525}", // a heart on fire
    ])
      expect(printableName(kept)).to.equal(kept);
    for (const joiner of ["\u200c", "\u200d"]) {
      expect(printableName(`Ac${joiner}me`)).to.equal("Ac\ufffdme");
      expect(printableName(`می${joiner}`)).to.equal("می\ufffd");
      expect(printableName(`می${joiner}${joiner}خ`)).to.equal("می\ufffd\ufffdخ");
      expect(printableName(`東${joiner}京`)).to.equal("東\ufffd京");
    }
    expect(printableName("\u{1f469}\u200c\u{1f680}")).to.equal("\u{1f469}\ufffd\u{1f680}");
    expect(printableName("می\u202eخ")).to.equal("می\ufffdخ");
  });

  it("alphabets that have letters alike are told where a name has several", () => {
    expect(mixedScripts("Acme")).to.deep.equal([]);
    expect(mixedScripts("Асме 2")).to.deep.equal([]);
    expect(mixedScripts("\u0410cme")).to.deep.equal(["Latin", "Cyrillic"]);
    expect(mixedScripts("Acm\u03b5")).to.deep.equal(["Latin", "Greek"]);
    expect(mixedScripts("Zoë 東京 µ")).to.deep.equal([]);
  });

  it("spellings of one text are compared as one, and kept tidy as they are", () => {
    const pairs = [
      ["Jose\u0301 Mu\u0308ller", "JOS\u00c9 M\u00dcLLER"],
      ["\ufeff Ana\u00a0\u00a0Silva\u200b", "ana silva"],
      ["A\u200dn\u00ada\ufe0f", "ana"],
      ["Straße", "STRASSE"],
      ["ΟΔΟΣ", "οδος"],
      ["\u0130STANBUL", "istanbul"],
    ] as const;
    for (const [one, other] of pairs) expect(foldText(one)).to.equal(foldText(other));
    expect(foldText("Ana")).not.to.equal(foldText("Aná"));
    expect(tidyText(" Jose\u0301\u200b\tMüller ")).to.equal("Jos\u00e9 Müller");
    const texts = ["cus_SbB2", " Ana", "Ana ", "Ana  Silva", "Ana Silva", " ", ""];
    expect(texts.map(tidyText)).to.deep.equal([
      ...["cus_SbB2", "Ana", "Ana", "Ana Silva", "Ana Silva", "", ""],
    ]);
  });

  it("the name that was probably meant is the nearest, if any is near", () => {
    expect(nearest("anna", ["Ben", "Ana", "Anne"])).to.equal("Ana");
    expect(nearest("localhst", ["sepolia", "localhost"])).to.equal("localhost");
    expect(nearest("audti", ["audit", "claim"])).to.equal("audit");
    expect(nearest("naa", ["Ana"])).to.equal("Ana");
    for (const [text, name] of [
      ["x", "y"],
      ["xy", "yz"],
      ["ben", "Ana"],
      ["Ana", "Anastasia"],
    ] as const) {
      expect(nearest(text, [name])).to.equal(undefined);
    }
    expect(didYouMean("bem", ["Ben"])).to.equal(' (did you mean "Ben"?)');
    expect(didYouMean("bem", [])).to.equal("");
  });
});
