// Every part of the design system on one page, to be looked at while working on it. Not part of the product:
// `npm run dev`, then /test/gallery/
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { type ReactNode, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Status } from "~/lib/scalars";
import "~/ui/theme.css";
import "~/ui/base.css";
import { Button } from "~/ui/button";
import { BulletBar } from "~/ui/chart/bullet-bar";
import { ControlChart } from "~/ui/chart/control-chart";
import { Sparkline } from "~/ui/chart/sparkline";
import { TrendChart } from "~/ui/chart/trend-chart";
import { AssuranceIcon, VariationIcon } from "~/ui/chart/variation-icon";
import { DecimalField } from "~/ui/decimal-field";
import { Dialog } from "~/ui/dialog";
import { LiveDot } from "~/ui/live-dot";
import { Menu, MenuAction, MenuChoice } from "~/ui/menu";
import { Notices, notify } from "~/ui/notices";
import { Person } from "~/ui/person";
import { SearchField } from "~/ui/search-field";
import { Segmented } from "~/ui/segmented";
import { Select } from "~/ui/select";
import { EmptyState, ErrorState, Loading, PartialBanner, Remark, Skeleton } from "~/ui/state";
import { StatusMark } from "~/ui/status-mark";
import { Tabs } from "~/ui/tabs";
import { TextField } from "~/ui/text-field";
import { onTimeDelivery, percent } from "~test/fixtures";

const statuses: readonly Status[] = ["GREEN", "AMBER", "RED", "STALE", "NO_DATA"];

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section style={{ display: "grid", gap: 8 }}>
      <h2 style={{ color: "var(--ink-3)", fontSize: "var(--t-small)" }}>{name}</h2>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 16, alignItems: "center" }}>{children}</div>
    </section>
  );
}

function Gallery() {
  const [text, setText] = useState("");
  const [order, setOrder] = useState<"worst" | "name">("worst");
  const [open, setOpen] = useState(false);
  const bounds = { value: "95.0", redLimit: "90.0" };
  return (
    <main style={{ display: "grid", gap: 28, padding: 32, maxWidth: 1200, margin: "0 auto" }}>
      <h1 style={{ fontSize: "var(--t-page)" }}>Design system</h1>
      <Row name="Status">
        {statuses.map((status) => (
          <StatusMark key={status} status={status} />
        ))}
        {statuses.map((status) => (
          <StatusMark key={status} status={status} tone="loud" />
        ))}
      </Row>
      <Row name="Variation and assurance">
        <VariationIcon variation="COMMON_CAUSE" direction="HIGHER_IS_BETTER" />
        <VariationIcon variation="IMPROVEMENT" direction="HIGHER_IS_BETTER" />
        <VariationIcon variation="IMPROVEMENT" direction="LOWER_IS_BETTER" />
        <VariationIcon variation="CONCERN" direction="HIGHER_IS_BETTER" />
        <VariationIcon variation="CONCERN" direction="LOWER_IS_BETTER" />
        <VariationIcon variation="NEITHER" direction="WITHIN_RANGE" />
        <VariationIcon variation={null} direction="WITHIN_RANGE" pointsMissing={5} />
        <AssuranceIcon assurance="PASSES" />
        <AssuranceIcon assurance="FAILS" />
        <AssuranceIcon assurance="HIT_OR_MISS" />
        <AssuranceIcon assurance={null} />
      </Row>
      <Row name="Sparkline and bullet bar">
        <Sparkline series={onTimeDelivery} label="On-time delivery" />
        <BulletBar value="96.2" bounds={bounds} direction="HIGHER_IS_BETTER" status="GREEN" label="96.2 of 95" />
        <BulletBar value="92.2" bounds={bounds} direction="HIGHER_IS_BETTER" status="AMBER" label="92.2 of 95" />
        <BulletBar value="86.1" bounds={bounds} direction="HIGHER_IS_BETTER" status="RED" label="86.1 of 95" />
        <BulletBar
          value="12"
          bounds={{ value: "8", redLimit: "11" }}
          direction="LOWER_IS_BETTER"
          status="RED"
          label="12 of 8"
        />
        <BulletBar
          value="21"
          bounds={{ value: "19", redLimit: "17", upperValue: "22", upperRedLimit: "25" }}
          direction="WITHIN_RANGE"
          status="GREEN"
          label="21 in 19 to 22"
        />
      </Row>
      <TrendChart series={onTimeDelivery} measure={percent} label="On-time delivery" />
      <ControlChart
        series={onTimeDelivery}
        measure={percent}
        label="On-time delivery"
        baselines={["2026-04"]}
        signals={[
          {
            rule: "NHS_ASTRONOMICAL",
            text: "One point outside the natural limits",
            periods: ["2026-07"],
            variation: "CONCERN",
          },
        ]}
      />
      <Row name="Buttons">
        <Button look="primary" icon="plus">
          Record figures
        </Button>
        <Button>Propose target</Button>
        <Button look="quiet" icon="print">
          Print
        </Button>
        <Button look="danger">Revoke</Button>
        <Button isDisabled>Not now</Button>
        <Button icon="more" look="quiet" aria-label="More" />
        <Button size="small">Small</Button>
      </Row>
      <Row name="Fields">
        <TextField label="E-mail" hint="The sign-in name" />
        <TextField label="Reason" error="Say why, in a sentence." />
        <DecimalField label="Figure" unit="%" onChange={() => {}} defaultValue="93.5" />
        <Select
          label="Order"
          options={[
            { id: "worst", text: "Worst first", hint: "Red, stale, amber" },
            { id: "name", text: "Name" },
          ]}
          selected={order}
          onSelect={setOrder}
        />
        <SearchField label="Search partnerships" value={text} onChange={setText} shortcut="/" />
        <Segmented
          label="Order"
          options={[
            { id: "worst", text: "Worst first" },
            { id: "name", text: "Name" },
          ]}
          selected={order}
          onSelect={setOrder}
        />
        <Menu trigger={<Button icon="more" look="quiet" aria-label="More" />} label="More">
          <MenuAction icon="print" onAction={() => notify({ kind: "done", text: "Printed." })}>
            Print
          </MenuAction>
          <MenuChoice
            heading="Order"
            options={[
              { id: "worst", text: "Worst first" },
              { id: "name", text: "Name" },
            ]}
            selected={order}
            onSelect={setOrder}
          />
        </Menu>
        <Button onPress={() => setOpen(true)}>Open dialog</Button>
        <Button onPress={() => notify({ kind: "failed", text: "The figure was not recorded." })}>Fail</Button>
      </Row>
      <Row name="People and state">
        <Person name="Ana Ortega" company="Cipla" side="PARTNER" />
        <Person name="Björn Wolf" company="SCMS" side="OWNER" />
        <LiveDot state="live" />
        <LiveDot state="reconnecting" />
        <LiveDot state="past" />
      </Row>
      <PartialBanner what="KPIs" knownAt={new Date().toISOString()} onRetry={() => {}} />
      <Remark>Months are moved by whole months, so that the last month is the last complete one.</Remark>
      <Tabs
        label="Detail"
        tabs={[
          { id: "figures", text: "Figures", count: 3, content: <p>Figures</p> },
          { id: "targets", text: "Targets", content: <p>Targets</p> },
        ]}
      />
      <Loading>
        <Skeleton width="30%" height="2rem" />
        <Skeleton height="6rem" />
      </Loading>
      <EmptyState title="No partnership yet" action={<Button look="primary">Add one</Button>}>
        An administrator adds the first.
      </EmptyState>
      <ErrorState title="The page could not be read" onRetry={() => {}}>
        The server did not answer in time.
      </ErrorState>
      <Dialog
        title="Record a figure"
        isOpen={open}
        onClose={() => setOpen(false)}
        actions={
          <Button look="primary" onPress={() => setOpen(false)}>
            Record
          </Button>
        }
      >
        <DecimalField label="Figure" unit="%" onChange={() => {}} />
      </Dialog>
      <Notices />
    </main>
  );
}

i18n.loadAndActivate({ locale: "en", messages: {} });
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Gallery />
      </I18nProvider>
    </StrictMode>,
  );
}
