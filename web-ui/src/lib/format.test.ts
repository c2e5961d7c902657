import { describe, expect, it } from "vitest";
import { percent } from "~test/fixtures";
import { speaking } from "~test/render";
import { formatFor } from "./format";

/** Without the spaces that don't break, which no one can tell from others when reading a test. */
const plain = (text: string) => text.replace(/\s/g, " ");
const english = () => formatFor("en-GB", speaking("en"), "America/Bahia_Banderas");
const german = () => formatFor("de-DE", speaking("de"), "Europe/Berlin");

describe("figures", () => {
  it("show the decimals of their KPI and say the unit", () => {
    expect(plain(english().figure("93.456", percent))).toBe("93.5 %");
    expect(plain(german().figure("1234.5", { unit: "MONEY", decimals: 2, currency: "EUR" }))).toBe("1.234,50 EUR");
  });

  it("keep every digit of a decimal that no float could hold", () => {
    expect(english().number("12345678901234567.25", { unit: "COUNT", decimals: 2 })).toBe("12,345,678,901,234,567.25");
  });

  it("that are missing are a dash, without a unit", () => {
    expect(plain(english().figure(null, percent))).toBe("–");
  });

  it("change with a sign, percentages by points", () => {
    expect(plain(english().change("-1.2", percent))).toBe("−1.2 pts");
    expect(plain(english().change("0.3", { unit: "DAYS", decimals: 1 }))).toBe("+0.3 days");
    expect(plain(german().change("0.3", { unit: "DAYS", decimals: 1 }))).toBe("+0,3 Tage");
  });
});

describe("periods", () => {
  it("are named as people name them", () => {
    expect(english().periodLong("2026-11")).toBe("November 2026");
    expect(english().period("2026-W47")).toBe("W47");
    expect(german().period("2026-W47")).toBe("KW 47");
    expect(english().periodLong("2026-W53")).toContain("28 Dec");
  });
});

describe("moments", () => {
  it("are told in the partnership's zone", () => {
    expect(english().moment("2026-11-22T05:30:00Z")).toBe("21 Nov 2026, 23:30 GMT-6");
  });

  it("of today are told by the hour alone", () => {
    const now = new Date("2026-11-22T10:40:00Z");
    expect(german().when("2026-11-22T09:32:00Z", now)).toBe("10:32 MEZ");
    expect(german().when("2026-11-21T09:32:00Z", now)).toContain("21. Nov. 2026");
  });

  it("lie apart by minutes, hours, then days", () => {
    const from = new Date("2026-11-22T10:00:00Z");
    const later = (hours: number) => new Date(from.getTime() + hours * 3_600_000);
    expect(plain(english().span(from, later(0.5)))).toBe("30 min");
    expect(plain(english().span(from, later(3.2)))).toBe("3 h");
    expect(plain(english().span(from, later(73)))).toBe("3 days");
    expect(plain(german().span(from, later(73)))).toBe("3 Tage");
  });
});
