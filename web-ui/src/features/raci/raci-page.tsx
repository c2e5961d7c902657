import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { RaciPageFragment, Role, Side } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { newId } from "~/lib/ids";
import type { CalendarDate } from "~/lib/scalars";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { LiveDot } from "~/ui/live-dot";
import { notify } from "~/ui/notices";
import { PartialBanner, Remark } from "~/ui/state";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { published, type Row, rowsOf } from "./matrix";
import { RaciLegend } from "./raci-legend";
import { RaciMatrix } from "./raci-matrix";
import styles from "./raci-page.module.css";
import { RaciVersions } from "./raci-versions";

export const RaciPageDocument = graphql(`
  fragment RaciPage on RaciInForce {
    live
    knownAt
    raci {
      version
      reviewDate
      publishedAt
      publishedBy {
        displayName
      }
      vacancies
      activities {
        slug
        displayName
        assignments {
          letter
          person {
            slug
            displayName
            side
            companyDisplayName
            left
          }
        }
      }
    }
  }
`);

const PublishRaciMutation = graphql(`
  mutation PublishRaci($input: PublishRaciInput!) {
    publishRaci(input: $input) {
      raci {
        version
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Somebody on the partnership, or somebody who was and still has letters. */
export interface RaciPerson {
  readonly slug: string;
  readonly name: string;
  readonly side: Side;
  readonly role: Role | null;
  readonly company: string;
}

interface RaciPageProps {
  readonly slug: string;
  readonly partnership: string;
  readonly inForce: FragmentType<typeof RaciPageDocument>;
  readonly people: readonly RaciPerson[];
  readonly mayEdit: "no" | "yes";
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly live: "live" | "reconnecting";
  readonly onRetry: () => void;
  /** Below the matrix: what happens when nobody answers. */
  readonly ladder: ReactNode;
}

/** Activities by people: who does it, who answers for it, who is asked, who is told. */
export function RaciPage(props: RaciPageProps) {
  const { slug, partnership, timeZone, live, onRetry, mayEdit } = props;
  const { t } = useLingui();
  const inForce = readFragment(RaciPageDocument, props.inForce);
  const { raci } = inForce;
  const [draft, setDraft] = useState<readonly Row[] | null>(null);
  const people = withThoseWhoLeft(props.people, raci);
  const rows = draft ?? rowsOf(raci.activities);
  const may = mayEdit === "yes" && inForce.live;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.crumbs}>
          <Link href={`/p/${slug}`}>{partnership}</Link>
          <LiveDot state={live} />
        </p>
        <h1>
          <Trans>Who answers for what</Trans>
        </h1>
        <Lead raci={raci} today={props.today} timeZone={timeZone} />
      </header>
      {inForce.live ? null : <PartialBanner what={t`Actions`} knownAt={inForce.knownAt} onRetry={onRetry} />}
      {raci.version === 0 ? null : <Vacancies vacancies={raci.vacancies} />}
      <RaciLegend edits={may ? "yes" : "no"} />
      <RaciMatrix rows={rows} people={people} edits={may ? "yes" : "no"} onRows={setDraft} />
      {may ? (
        <Publish
          {...props}
          version={raci.version}
          rows={rows}
          changed={draft === null ? "no" : "yes"}
          onAdd={() => setDraft([...rows, { key: newId(), slug: "", name: "", cells: new Map() }])}
          onDone={() => setDraft(null)}
        />
      ) : (
        <Remark>
          <Trans>Leaders and operations of both sides can change it.</Trans>
        </Remark>
      )}
      {props.ladder}
      <RaciVersions slug={slug} timeZone={timeZone} />
    </div>
  );
}

function Lead({ raci, today, timeZone }: { raci: RaciPageFragment["raci"]; today: CalendarDate; timeZone: string }) {
  const format = useFormat(timeZone);
  return (
    <p className={styles.lead}>
      {raci.version === 0 ? (
        <Trans>Not published yet. These activities are a beginning; fill them in and publish.</Trans>
      ) : (
        <Trans>
          Version {raci.version}, published {raci.publishedAt == null ? "" : format.moment(raci.publishedAt)} by{" "}
          {raci.publishedBy?.displayName ?? ""}
        </Trans>
      )}
      {raci.reviewDate == null ? null : (
        <span data-late={raci.reviewDate < today ? "" : undefined}>
          <Trans>Review by {format.calendarDate(raci.reviewDate)}</Trans>
        </span>
      )}
    </p>
  );
}

function Vacancies({ vacancies }: { vacancies: readonly string[] }) {
  const { t } = useLingui();
  if (vacancies.length === 0) return null;
  return (
    <ul className={styles.vacancies} aria-label={t`Gaps`}>
      {vacancies.map((vacancy) => (
        <li key={vacancy}>{vacancy}</li>
      ))}
    </ul>
  );
}

interface PublishProps extends RaciPageProps {
  readonly version: number;
  readonly rows: readonly Row[];
  readonly changed: "no" | "yes";
  readonly onAdd: () => void;
  readonly onDone: () => void;
}

function Publish({ slug, version, rows, people, changed, today, onAdd, onDone }: PublishProps) {
  const { t } = useLingui();
  const [reviewDate, setReviewDate] = useState(() => halfAYearAfter(today));
  const [reason, setReason] = useState("");
  // The version that the draft was begun on, so that somebody else's isn't overwritten unseen.
  const [basis, setBasis] = useState<number | null>(null);
  const publishing = useWrite(PublishRaciMutation, ["Raci", "RaciInForce", "RaciVersionConnection"]);
  if (changed === "yes" && basis === null) setBasis(version);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await publishing.send({
      partnership: slug,
      version: basis ?? version,
      activities: published(rows, people),
      reviewDate,
      reason: reason.trim(),
    });
    setBasis(null);
    if (done === null) return;
    notify({ kind: "done", text: t`Published. New reds go to whoever is Accountable now.` });
    setReason("");
    onDone();
  };
  return (
    <form className={styles.publish} onSubmit={submit} noValidate data-print="hide">
      <div className={styles.fields}>
        <TextField
          label={t`Look at it again by`}
          type="date"
          value={reviewDate}
          onChange={setReviewDate}
          error={refusalOf(publishing.userErrors, "reviewDate")}
        />
        <TextField
          label={t`What changes, and why? (may be left empty)`}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          error={refusalOf(publishing.userErrors, "reason")}
        />
      </div>
      <WriteProblems
        errors={errorsBesides(publishing.userErrors, ["reviewDate", "reason"])}
        unanswered={publishing.unanswered}
      />
      <div className={styles.buttons}>
        <Button icon="plus" onPress={onAdd}>
          <Trans>Another activity</Trans>
        </Button>
        {changed === "yes" ? (
          <Button
            look="quiet"
            onPress={() => {
              setBasis(null);
              publishing.clear();
              onDone();
            }}
          >
            <Trans>Discard the changes</Trans>
          </Button>
        ) : null}
        <Button
          look={changed === "yes" ? "primary" : "secondary"}
          type="submit"
          isPending={publishing.sending === "yes"}
        >
          {t`Publish version ${version + 1}`}
        </Button>
      </div>
    </form>
  );
}

function halfAYearAfter(today: CalendarDate): CalendarDate {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
}

/** People who left keep their column while they have letters: that is where the vacancies show. */
function withThoseWhoLeft(people: readonly RaciPerson[], raci: RaciPageFragment["raci"]): readonly RaciPerson[] {
  const known = new Set(people.map(({ slug }) => slug));
  const left = new Map<string, RaciPerson>();
  for (const { person } of raci.activities.flatMap(({ assignments }) => assignments)) {
    if (known.has(person.slug)) continue;
    left.set(person.slug, {
      slug: person.slug,
      name: person.displayName,
      side: person.side,
      role: null,
      company: person.companyDisplayName,
    });
  }
  return [...people, ...left.values()];
}
