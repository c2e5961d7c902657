import { describe, expect, it } from "vitest";
import { dateIn, momentIn } from "./zone";

describe("the moment of a wall time in a zone", () => {
  it.each([
    ["Europe/Berlin", "2026-07-31", "23:59:59", "2026-07-31T21:59:59.000Z"],
    ["Europe/Berlin", "2026-12-31", "23:59:59", "2026-12-31T22:59:59.000Z"],
    ["America/Bahia_Banderas", "2026-10-31", "23:59:59", "2026-11-01T05:59:59.000Z"],
    ["Asia/Kolkata", "2026-10-31", "00:00:00", "2026-10-30T18:30:00.000Z"],
  ])("%s %s %s", (zone, date, time, moment) => {
    expect(momentIn(zone, { date, time }).toISOString()).toBe(moment);
  });

  it("stays on the day when clocks change", () => {
    expect(momentIn("Europe/Berlin", { date: "2026-10-25", time: "23:59:59" }).toISOString()).toBe(
      "2026-10-25T22:59:59.000Z",
    );
    expect(momentIn("Europe/Berlin", { date: "2026-03-29", time: "23:59:59" }).toISOString()).toBe(
      "2026-03-29T21:59:59.000Z",
    );
  });
});

describe("the date in a zone", () => {
  it("is that of the zone's calendar, not of UTC", () => {
    const moment = new Date("2026-11-01T03:00:00Z");
    expect(dateIn("America/Bahia_Banderas", moment)).toBe("2026-10-31");
    expect(dateIn("Europe/Berlin", moment)).toBe("2026-11-01");
  });
});
