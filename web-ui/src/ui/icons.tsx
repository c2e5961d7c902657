import type { ReactNode } from "react";

/** Drawn on a grid of 16 in the colour of the text around it. Icons stand beside words or in labelled buttons. */
const shapes = {
  chevronDown: <path d="m4 6 4 4 4-4" />,
  chevronRight: <path d="m6 4 4 4-4 4" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="m10 10 3.5 3.5" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3m10 0h1.5M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1" />
    </>
  ),
  moon: <path d="M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6Z" />,
  print: <path d="M4.5 5.5v-3h7v3m-7 6h-2v-6h11v6h-2m-7-2h7v4h-7z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  up: <path d="M8 13V3m-4 4 4-4 4 4" />,
  down: <path d="M8 3v10m4-4-4 4-4-4" />,
  calendar: <path d="M2.5 4h11v9.5h-11zm0 3h11M5.5 2v3m5-3v3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.2l2.2 1.3" />
    </>
  ),
  upload: <path d="M8 10.5V3m-3 3 3-3 3 3M2.5 10v3.5h11V10" />,
  download: <path d="M8 3v7.5m3-3-3 3-3-3M2.5 10v3.5h11V10" />,
  edit: <path d="m3 10.5-.5 3 3-.5 7.5-7.5-2.5-2.5z" />,
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.75" />
      <path d="M2.75 13.5c.6-2.6 2.6-4 5.25-4s4.65 1.4 5.25 4" />
    </>
  ),
  leave: <path d="M6.5 2.5h-4v11h4m0-5.5h7m-3-3 3 3-3 3" />,
  warning: <path d="M8 2.25 14.25 13.5H1.75zM8 6.5v3.25m0 1.6v.4" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.25v4M8 4.75v.4" />
    </>
  ),
  flag: <path d="M3.5 14V2.5h8l-1.75 3 1.75 3h-8" />,
  table: <path d="M2.5 3.5h11v9h-11zm0 3h11m-11 3h11m-7-6v9" />,
  chart: <path d="M2.5 2.5v11h11M5 10l2.5-3.5L10 8.5l3.5-4.5" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentcolor"
      strokeWidth={name === "more" ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[name]}
    </svg>
  );
}
