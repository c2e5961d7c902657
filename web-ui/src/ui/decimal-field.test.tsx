import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderPage } from "~test/render";
import { DecimalField } from "./decimal-field";

it("hands on what was typed as an exact decimal", async () => {
  const onChange = vi.fn();
  renderPage(<DecimalField label="Figure" unit="%" onChange={onChange} />);
  await userEvent.type(screen.getByLabelText("Figure"), "93.50");
  expect(onChange).toHaveBeenLastCalledWith("93.50");
});

it("says on leaving that a text is no number, and hands on nothing", async () => {
  const onChange = vi.fn();
  renderPage(<DecimalField label="Figure" onChange={onChange} />);
  await userEvent.type(screen.getByLabelText("Figure"), "many");
  await userEvent.tab();
  expect(screen.getByText(/Enter a number/)).toBeDefined();
  expect(onChange).toHaveBeenLastCalledWith(null);
});
