/** Fields that come in numbered pairs. */
function pairs(count: number, kind: string, content: string): string[] {
  return Array.from({ length: count }, (_, index) => [
    `"${kind} - Art ${index + 1}"`,
    `"${content} ${index + 1}"`,
  ]).flat();
}

/** The fields of a booking in a batch of version 13, in order; those of texts are in quotes. */
const FIELDS = [
  ...["Umsatz (ohne Soll/Haben-Kz)", '"Soll/Haben-Kennzeichen"', '"WKZ Umsatz"', "Kurs"],
  ...["Basis-Umsatz", '"WKZ Basis-Umsatz"', "Konto", "Gegenkonto (ohne BU-Schlüssel)"],
  ...['"BU-Schlüssel"', "Belegdatum", '"Belegfeld 1"', '"Belegfeld 2"', "Skonto"],
  ...['"Buchungstext"', "Postensperre", '"Diverse Adressnummer"', "Geschäftspartnerbank"],
  ...["Sachverhalt", "Zinssperre", '"Beleglink"'],
  ...pairs(8, "Beleginfo", "Beleginfo - Inhalt"),
  ...['"KOST1 - Kostenstelle"', '"KOST2 - Kostenstelle"', "Kost-Menge"],
  ...['"EU-Land u. UStID (Bestimmung)"', "EU-Steuersatz (Bestimmung)", '"Abw. Versteuerungsart"'],
  ...["Sachverhalt L+L", "Funktionsergänzung L+L", "BU 49 Hauptfunktionstyp"],
  ...["BU 49 Hauptfunktionsnummer", "BU 49 Funktionsergänzung"],
  ...pairs(20, "Zusatzinformation", "Zusatzinformation- Inhalt"),
  ...["Stück", "Gewicht", "Zahlweise", '"Forderungsart"', "Veranlagungsjahr"],
  ...["Zugeordnete Fälligkeit", "Skontotyp", '"Auftragsnummer"', '"Buchungstyp"'],
  ...["USt-Schlüssel (Anzahlungen)", '"EU-Land (Anzahlungen)"', "Sachverhalt L+L (Anzahlungen)"],
  ...["EU-Steuersatz (Anzahlungen)", "Erlöskonto (Anzahlungen)", '"Herkunft-Kz"'],
  ...['"Buchungs GUID"', "KOST-Datum", '"SEPA-Mandatsreferenz"', "Skontosperre"],
  ...['"Gesellschaftername"', "Beteiligtennummer", '"Identifikationsnummer"'],
  ...['"Zeichnernummer"', "Postensperre bis", '"Bezeichnung SoBil-Sachverhalt"'],
  ...["Kennzeichen SoBil-Buchung", "Festschreibung", "Leistungsdatum"],
  ...["Datum Zuord. Steuerperiode", "Fälligkeit", '"Generalumkehr (GU)"', "Steuersatz"],
  ...['"Land"', '"Abrechnungsreferenz"', "BVV-Position", '"EU-Land u. UStID (Ursprung)"'],
  ...["EU-Steuersatz (Ursprung)", "Abw. Skontokonto"],
];

export const DATEV_COLUMNS: readonly { readonly name: string; readonly isText: boolean }[] =
  FIELDS.map((field) => ({ name: field.replaceAll('"', ""), isText: field.startsWith('"') }));
