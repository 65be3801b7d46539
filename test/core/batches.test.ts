import { readFile } from "node:fs/promises";
import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import { expect } from "chai";
import fc from "fast-check";
import {
  type Address,
  bytesToHex,
  encodeAbiParameters,
  getAddress,
  type Hex,
  size,
  zeroAddress,
} from "viem";
import {
  type Batch,
  type BatchCredit,
  HEADER_BYTES,
  MOST_CREDITS,
  PARTNER_BYTES,
} from "../../core/batches/Batch.ts";
import { BatchFormError } from "../../core/batches/BatchFormError.ts";
import { batchTree } from "../../core/batches/batchTree.ts";
import { decodeSale } from "../../core/batches/decodeSale.ts";
import { encodeSale } from "../../core/batches/encodeSale.ts";
import { type Field, HEAD, LINE } from "../../core/batches/fields.ts";
import { hashLog, type RawLog } from "../../core/batches/hashLog.ts";
import { isOfBatch } from "../../core/batches/isOfBatch.ts";
import { isWeighted } from "../../core/batches/isWeighted.ts";
import { leafOf, type NamedSale, SALE_DATA, SALE_POSTED } from "../../core/batches/leafOf.ts";
import { MOST_LINES } from "../../core/batches/limits.ts";
import { nextHead } from "../../core/batches/nextHead.ts";
import { nextTag } from "../../core/batches/nextTag.ts";
import type { PostedLine, PostedSale } from "../../core/batches/PostedSale.ts";
import { packBatch } from "../../core/batches/packBatch.ts";
import { readPosted } from "../../core/batches/readPosted.ts";
import { showSales } from "../../core/batches/showSales.ts";
import { sizeOfSale } from "../../core/batches/sizeOfSale.ts";
import { unpackBatch } from "../../core/batches/unpackBatch.ts";
import vectors from "../vectors/batches.json" with { type: "json" };

type Content = Omit<PostedSale, "setAside">;
type VectorSale = (typeof vectors.batches)[number]["sales"][number];

const bits = (count: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(count) - 1n });
const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((bytes) => bytesToHex(bytes));
const upTo = (max: number, min = 0) => fc.integer({ min, max });
const money = bits(96).map((amount) => amount || 1n);
const payer = fc.option(
  hex(20)
    .filter(isSomething)
    .map((bytes) => getAddress(bytes)),
  {
    nil: undefined,
  },
);
const plainCredits = fc
  .uniqueArray(upTo(15), { maxLength: 16 })
  .chain((roles) => fc.tuple(...roles.map((role) => credit(fc.constant(role), fc.constant(1)))));
const creditList = fc.oneof(
  plainCredits,
  fc.array(credit(upTo(15), upTo(2 ** 32 - 1, 1)), { maxLength: MOST_CREDITS }),
);
const batch: fc.Arbitrary<Batch> = fc.record({
  partners: fc.array(upTo(0xfffff, 1), { maxLength: 5 }),
  sales: fc.uniqueArray(
    fc.record({
      id: hex(32).filter(isSomething),
      time: upTo(2 ** 40 - 1),
      amount: money,
      kind: upTo(15),
      payer,
      credits: creditList,
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
  ),
});
const content: fc.Arbitrary<Content> = fc
  .record({
    batch: upTo(2 ** 32 - 1, 1),
    place: upTo(0xffff),
    time: upTo(2 ** 40 - 1),
    amount: money,
    currency: upTo(7),
    kind: upTo(15),
    ordinal: upTo(0xfffff),
    standingRate: upTo(0xfffff),
    payer,
    lines: fc.array(
      fc.record({
        partner: upTo(0xfffff, 1),
        role: upTo(15),
        rate: upTo(0xfffff),
        weight: upTo(2 ** 32 - 1, 1),
        amount: bits(96),
        counts: fc.boolean(),
      }),
      { maxLength: MOST_LINES },
    ),
  })
  .map((sale) =>
    sale.payer === undefined ? sale : { ...sale, lines: sale.lines.map(within(sale)) },
  );

describe("The form of a batch of sales", () => {
  for (const { packed, partners, sales } of vectors.batches) {
    it(`is packed as the vector, ${sales.length} sales`, () => {
      const read = unpackBatch(asHex(packed));
      expect(read).to.deep.equal({ partners, sales: sales.map(toBatchSale) });
      expect(packBatch(read)).to.equal(packed);
      expect(packBatch({ partners: [], sales: read.sales.toReversed() })).to.equal(packed);
    });
  }

  for (const { why, packed } of vectors.refused) {
    it(`is refused: ${why}`, () => {
      expect(() => unpackBatch(asHex(packed))).to.throw(BatchFormError);
    });
  }

  it("is read back as it was packed, in order, and is as large as was said", () => {
    fc.assert(
      fc.property(batch, (given) => {
        const packed = packBatch(given);
        const read = unpackBatch(packed);
        const numbers = new Set([...given.partners, ...given.sales.flatMap(creditedBy)]);
        expect(read.partners).to.deep.equal([...numbers].toSorted((a, b) => a - b));
        const key = ({ id }: { id: Hex }) => BigInt(id);
        const rising = given.sales.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(read.sales).to.deep.equal(rising);
        expect(packBatch(read)).to.equal(packed);
        const sizes = given.sales.reduce((sum, sale) => sum + sizeOfSale(sale), 0);
        expect(size(packed)).to.equal(HEADER_BYTES + PARTNER_BYTES * numbers.size + sizes);
      }),
    );
  });

  it("changed bytes are refused, or are another batch in the same form", () => {
    fc.assert(
      fc.property(batch, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(3), mutateOnce),
      { numRuns: 2_000 },
    );
  });

  it("takes no number that would be cut", () => {
    const [sale] = unpackBatch(asHex(vectors.batches[0]?.packed ?? "")).sales;
    if (sale === undefined) throw new Error("no vector");
    const wrong: Partial<typeof sale>[] = [
      { amount: 2n ** 96n },
      { amount: 0n },
      { amount: -1n },
      { time: 2 ** 40 },
      { time: 0.5 },
      { time: -1 },
      { kind: 16 },
      { id: "0x01" },
      { id: `0x${"0".repeat(64)}` },
      { id: `0x${"g".repeat(64)}` },
      { payer: zeroAddress },
      { payer: "0x01" },
      { credits: [{ partner: 2 ** 20, role: 0, weight: 1 }] },
      { credits: [{ partner: 0, role: 0, weight: 1 }] },
      { credits: [{ partner: 1, role: 16, weight: 1 }] },
      { credits: [{ partner: 1, role: 0, weight: 0 }] },
      { credits: [{ partner: 1, role: 0, weight: 2 ** 32 }] },
      { credits: Array.from({ length: 33 }, () => ({ partner: 1, role: 0, weight: 1 })) },
    ];
    for (const change of wrong) {
      const pack = () => packBatch({ partners: [], sales: [{ ...sale, ...change }] });
      expect(pack, Object.entries(change).flat().join(" ")).to.throw(BatchFormError);
    }
    expect(() => packBatch({ partners: [], sales: [] })).to.throw(BatchFormError);
    expect(() => packBatch({ partners: [], sales: [sale, sale] })).to.throw(BatchFormError);
    const large = { ...sale, id: asHex(sale.id.slice(2).toUpperCase()) };
    expect(() => packBatch({ partners: [], sales: [sale, large] })).to.throw(BatchFormError);
    const many = Array.from({ length: 0x10000 }, (_, index) => index + 1);
    expect(() => packBatch({ partners: many, sales: [sale] })).to.throw(BatchFormError);
  });
});

describe("The words of posted sales", () => {
  it("have no gap between their fields", () => {
    for (const [fields, end] of [
      [HEAD, 238],
      [LINE, 173],
    ] as const) {
      let next = 0;
      for (const field of Object.values<Field>(fields)) {
        expect(field.at, field.name).to.equal(next);
        next += field.bits;
      }
      expect(next).to.equal(end);
    }
  });

  for (const { name, sale, head, words } of vectors.words) {
    it(`are those of the vector: ${name}`, () => {
      const posted: PostedSale = {
        ...sale,
        amount: BigInt(sale.amount),
        setAside: BigInt(sale.setAside),
        payer: payerOf(sale.payer),
        lines: sale.lines.map((line) => ({ ...line, amount: BigInt(line.amount) })),
      };
      const found = { head: BigInt(head), words: words.map(BigInt) };
      expect(encodeSale(posted)).to.deep.equal(found);
      expect(decodeSale(found)).to.deep.equal(posted);
    });
  }

  it("are read back as they were written, with what follows from them", () => {
    fc.assert(
      fc.property(content, (given) => {
        const written = encodeSale(given);
        const { setAside, ...read } = decodeSale(written);
        expect(read).to.deep.equal(given);
        const rate = BigInt(given.standingRate);
        const aside =
          given.payer === undefined
            ? (given.amount * rate + 999_999n) / 1_000_000n
            : given.amount - sumOf(given);
        expect(setAside).to.equal(aside);
      }),
    );
  });

  it("of any bits are refused, or come back the same", () => {
    fc.assert(
      fc.property(content, bits(256), fc.nat(255), fc.nat(), ({ lines, ...rest }, any, bit, at) => {
        const { head, words } = encodeSale({ ...rest, lines });
        const index = words.length === 0 ? 0 : at % words.length;
        const flipped = words.map((word, i) => (i === index ? word ^ (1n << BigInt(bit)) : word));
        for (const changed of [
          { head: head ^ (1n << BigInt(bit)), words },
          { head, words: flipped },
          { head: any, words },
          { head, words: [...words, any] },
          { head, words: words.slice(1) },
        ]) {
          const read = readIfAllowed(() => decodeSale(changed));
          if (read !== undefined) expect(encodeSale(read)).to.deep.equal(changed);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("take no value that would be cut", () => {
    const sale: Content = decodeSale(toWords(vectors.batches[0]?.sales[0]));
    const [line] = sale.lines;
    if (line === undefined) throw new Error("no vector");
    const wrong: Partial<Content>[] = [
      { amount: 2n ** 96n },
      { amount: 0n },
      { ordinal: 2 ** 20 },
      { kind: 16 },
      { currency: 8 },
      { standingRate: 2 ** 20 },
      { time: 2 ** 40 },
      { batch: 0 },
      { batch: 2 ** 32 },
      { place: 2 ** 16 },
      { place: 1.5 },
      { payer: zeroAddress },
      { payer: "0x01" },
      { lines: Array.from({ length: 34 }, () => line) },
      { lines: [{ ...line, partner: 0 }] },
      { lines: [{ ...line, role: 16 }] },
      { lines: [{ ...line, rate: -1 }] },
      { lines: [{ ...line, weight: 0 }] },
      { lines: [{ ...line, amount: 2n ** 96n }] },
      { lines: [{ ...line, amount: sale.amount + 1n }], payer: `0x${"1".repeat(40)}` },
    ];
    for (const change of wrong) {
      const encode = () => encodeSale({ ...sale, ...change });
      expect(encode, Object.entries(change).flat().join(" ")).to.throw(BatchFormError);
    }
  });
});

describe("The tree of a batch", () => {
  for (const { name, root, sales } of vectors.batches) {
    it(`is that of the vector: ${name}`, () => {
      const named = sales.map(toNamed);
      expect(named.map(leafOf)).to.deep.equal(sales.map(({ leaf }) => leaf));
      const logs = named.map(toLog);
      expect(logs.map(hashLog)).to.deep.equal(sales.map(({ leaf }) => leaf));
      expect(logs.map(readPosted)).to.deep.equal(named);
      const show = showSales(logs.toReversed(), asHex(root));
      for (const [place, sale] of named.entries()) {
        const shown = show(place);
        expect(shown).to.deep.equal({ ...sale, proof: sales[place]?.proof });
        expect(isOfBatch(asHex(root), shown)).to.equal(true);
      }
    });
  }

  it("has the leaf of place j as its node n − 1 + j, whatever the count", () => {
    for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9, 33]) {
      const leaves = Array.from({ length: count }, (_, i) => asHex(`${i}`.padStart(64, "0")));
      const tree = batchTree(leaves);
      const { tree: nodes } = SimpleMerkleTree.of(leaves.toReversed(), {
        sortLeaves: false,
      }).dump();
      expect(nodes.slice(count - 1)).to.deep.equal(leaves);
      expect(tree.root).to.equal(nodes[0]);
      for (const [place, leaf] of leaves.entries())
        expect(SimpleMerkleTree.verify(tree.root, leaf, [...tree.proofOf(place)])).to.equal(true);
    }
  });

  it("has no sale that was changed in any bit, nor under another id or path", () => {
    const { sales = [], root = "" } = vectors.batches[2] ?? {};
    const show = showSales(sales.map(toNamed).map(toLog), asHex(root));
    fc.assert(
      fc.property(fc.nat(4), fc.nat(255), fc.nat(), (place, bit, at) => {
        const shown = show(place);
        const flip = 1n << BigInt(bit);
        const words = shown.words.map((word, i) =>
          i === at % shown.words.length ? word ^ flip : word,
        );
        for (const changed of [
          { ...shown, head: shown.head ^ flip },
          { ...shown, words },
          { ...shown, words: shown.words.slice(1) },
          { ...shown, id: show((place + 1) % 5).id },
          { ...shown, proof: show((place + 2) % 5).proof },
          { ...shown, proof: shown.proof.slice(1) },
          { ...shown, proof: [] },
        ])
          expect(isOfBatch(asHex(root), changed)).to.equal(false);
      }),
    );
  });

  it("shows nothing from logs that are not the batch's", () => {
    const { sales = [], root = "" } = vectors.batches[0] ?? {};
    const logs = sales.map(toNamed).map(toLog);
    const [first, ...rest] = logs;
    if (first === undefined) throw new Error("no vector");
    const show = showSales(logs, asHex(root));
    for (const place of [-1, 0.5, 3]) expect(() => show(place)).to.throw(BatchFormError);
    for (const wrong of [
      [],
      rest,
      [...logs, first],
      [{ ...first, topics: [SALE_POSTED] }, ...rest],
      [{ ...first, topics: [first.topics[1] ?? "0x", SALE_POSTED] }, ...rest],
      [{ ...first, data: `${first.data}00` }, ...rest],
      [{ ...first, data: "0x" }, ...rest],
    ] as const)
      expect(() => showSales(wrong, asHex(root))).to.throw(BatchFormError);
  });
});

describe("What lanes and refunds remember", () => {
  for (const one of vectors.batches) {
    it(`the head after the vector: ${one.name}`, () => {
      const { headBefore, headAfter, evidence, packed, ...rest } = one;
      const post = { ...rest, head: BigInt(headBefore), evidence: asHex(evidence) };
      expect(nextHead({ ...post, packed: asHex(packed) })).to.equal(BigInt(headAfter));
    });
  }

  it("a head follows from every part of what was posted", () => {
    const post = {
      ...{ head: 1n, currency: 1, lane: 1, from: 1, until: 2 },
      ...{ evidence: asHex("00".repeat(32)), packed: asHex("00") },
    };
    const changes = [
      ...[{}, { head: 2n }, { currency: 2 }, { lane: 2 }, { from: 0 }, { until: 3 }],
      ...[{ evidence: asHex("01".repeat(32)) }, { packed: asHex("0000") }],
    ];
    const heads = changes.map((change) => nextHead({ ...post, ...change }));
    expect(new Set(heads).size).to.equal(changes.length);
    const wrong = [
      ...[{ head: 2n ** 216n }, { currency: 8 }, { lane: 16 }, { from: 2 ** 40 }, { until: -1 }],
      ...[{ evidence: asHex("00") }, { packed: asHex("0") }],
    ];
    for (const change of wrong)
      expect(() => nextHead({ ...post, ...change })).to.throw(BatchFormError);
  });

  it("tags are those of the vectors, and follow from each id and their order", () => {
    for (const { tag, refundId, next } of vectors.tags)
      expect(nextTag(BigInt(tag), asHex(refundId))).to.equal(BigInt(next));
    expect(() => nextTag(2n ** 64n, asHex("00".repeat(32)))).to.throw(BatchFormError);
    expect(() => nextTag(0n, "0x00")).to.throw(BatchFormError);
  });
});

describe("docs/batches.md", () => {
  it("shows the first vector, and every field of the words", async () => {
    const page = await readFile("docs/batches.md", "utf8");
    const blocks = [...page.matchAll(/^```\n(?<text>[^`]*)^```$/gm)];
    const firstColumns = blocks.map(({ groups }) => groups?.text?.replaceAll(/ {2}.*\n| /g, ""));
    const [example] = vectors.batches;
    if (example === undefined) throw new Error("no vector");
    expect(firstColumns).to.include(example.packed.slice(2));
    for (const text of [
      ...example.sales.flatMap(({ head, words, leaf, proof }) => [head, ...words, leaf, ...proof]),
      ...[example.root, example.evidence, `0x${example.headAfter.slice(12)}`, SALE_POSTED],
    ])
      expect(page).to.include(`\`${text}\``);
    const rows = [...page.matchAll(/^\| (\d+) \| (\d+) \| /gm)].map(([, at, bits]) => [at, bits]);
    const fields: readonly Field[] = [...Object.values(HEAD), ...Object.values(LINE)];
    expect(rows).to.deep.equal(fields.map(({ at, bits }) => [`${at}`, `${bits}`]));
  });
});

function mutateOnce(given: Batch, at: number, byte: number, how: number) {
  const packed = packBatch(given).slice(2);
  const index = (at % (packed.length / 2)) * 2;
  const [before, after] = [packed.slice(0, index), packed.slice(index + 2)];
  const text = byte.toString(16).padStart(2, "0");
  const changes = [
    before + text + after,
    before + text + packed.slice(index),
    before + after,
    before,
  ];
  const changed = asHex(changes[how] ?? "");
  const read = readIfAllowed(() => unpackBatch(changed));
  if (read === undefined) return;
  const again = packBatch(read);
  expect(unpackBatch(again)).to.deep.equal(read);
  // Weights that could have been left out are the one thing that can be written in two ways.
  if (read.sales.every(isWeighted)) expect(again).to.equal(changed);
  else expect(size(again)).to.be.at.most(size(changed));
}

function readIfAllowed<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof BatchFormError) return undefined;
    throw error;
  }
}

function credit(
  role: fc.Arbitrary<number>,
  weight: fc.Arbitrary<number>,
): fc.Arbitrary<BatchCredit> {
  return fc.record({ partner: upTo(0xfffff, 1), role, weight });
}

/** A line that a sale paid here can pay beside all others. */
function within({ amount, lines }: Content) {
  const most = amount / BigInt(lines.length || 1);
  return (line: PostedLine) => ({ ...line, amount: line.amount % (most + 1n) });
}

function creditedBy({ credits }: Batch["sales"][number]) {
  return credits.map(({ partner }) => partner);
}

function sumOf({ lines }: Content): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

function toBatchSale({
  id,
  time,
  amount,
  kind,
  payer,
  credits,
}: VectorSale): Batch["sales"][number] {
  const parsed = credits.split(";").filter((text) => text !== "");
  return {
    ...{ id: asHex(id), time, amount: BigInt(amount), kind, payer: payerOf(payer) },
    credits: parsed.map((text) => {
      const [partner = 0, role = 0, weight = 0] = text.split(":").map(Number);
      return { partner, role, weight };
    }),
  };
}

function toWords(sale: VectorSale | undefined) {
  return { head: BigInt(sale?.head ?? 0), words: sale?.words.map(BigInt) ?? [] };
}

function toNamed(sale: VectorSale): NamedSale {
  return { id: asHex(sale.id), ...toWords(sale) };
}

function toLog({ id, head, words }: NamedSale): RawLog {
  return { topics: [SALE_POSTED, id], data: encodeAbiParameters(SALE_DATA, [head, words]) };
}

function payerOf(text: string): Address | undefined {
  return text === zeroAddress ? undefined : asHex(text);
}

function isSomething(bytes: Hex): boolean {
  return BigInt(bytes) !== 0n;
}

function asHex(text: string): Hex {
  return text.startsWith("0x") ? `0x${text.slice(2)}` : `0x${text}`;
}
