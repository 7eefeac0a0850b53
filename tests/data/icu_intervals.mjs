// Writes icu_intervals.tsv: what ICU makes of spans, through ECMA-402. Run: node icu_intervals.mjs
import { writeFileSync } from "node:fs";

const LOCALES = ["de", "de-AT", "en-GB", "en-US", "ru"];
const FIELDS = { 4: ["year"], 7: ["year", "month"], 10: ["year", "month", "day"] };
const SPANS = `
2025/2026 2026/2028 1999/2001 2020/2030 1000/9999 1990/1999
2025-11/2025-12 2025-01/2025-12 2026-03/2026-05 2025-11/2026-02 2025-12/2026-01 2026-01/2028-12
2025-05/2026-05 2021-07/2027-06 1999-12/2000-01 2026-09/2026-10
2025-11-05/2025-11-20 2025-11-01/2025-11-02 2025-01-01/2025-01-31 2026-05-09/2026-05-10
2025-11-05/2025-12-31 2025-01-01/2025-12-31 2026-02-28/2026-03-01 2026-03-08/2026-05-09
2025-11-05/2026-01-10 2025-07-01/2027-12-31 2025-12-31/2026-01-01 2025-11-05/2026-11-05
2026-01-01/2028-12-31 1999-12-31/2000-01-01 2020-02-29/2024-02-29 2026-06-30/2026-07-01
2026 2025-01 2025-02 2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11
2025-12 2025-01-01 2025-02-10 2025-03-03 2025-04-30 2025-05-09 2025-06-12 2025-07-31 2025-08-31
2025-09-30 2025-10-10 2025-11-05 2025-12-25
`.trim().split(/\s+/);

const day = (text) => new Date(`${text}-01-01`.slice(0, 10) + "T00:00:00Z");
const rows = [];
for (const locale of LOCALES) {
  for (const span of SPANS) {
    const [start, end] = span.split("/");
    const options = Object.fromEntries(FIELDS[start.length].map((field) => [field, "numeric"]));
    if (options.month) options.month = "long";
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    const text = end ? format.formatRange(day(start), day(end)) : format.format(day(start));
    rows.push([locale, span, text.replace(/\s/gu, " ")].join("\t"));
  }
}
const { icu, cldr } = process.versions;
const head = `# ICU ${icu} with CLDR ${cldr}, by icu_intervals.mjs; every space is written as a plain one.`;
writeFileSync("icu_intervals.tsv", [head, "lang\tperiod\ttext", ...rows, ""].join("\n"));
