import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderPage } from "~test/render";
import { HealthDots } from "./health-dots";

it("tells those who don't see the dots how each week came out", () => {
  renderPage(
    <HealthDots
      dots={[
        { week: "2026-W45", outcome: "HELD" },
        { week: "2026-W46", outcome: "ONE_SIDED" },
        { week: "2026-W47", outcome: "MISSED" },
      ]}
    />,
  );
  expect(screen.getByText(/Last 3 weeks: 1 held, 1 missed/).textContent).toContain("W46 one side only, W47 missed");
});
