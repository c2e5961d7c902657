import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { Icon } from "~/ui/icons";
import styles from "./raci-gaps.module.css";

export const RaciGapsDocument = graphql(`
  fragment RaciGaps on RaciInForce {
    live
    knownAt
    raci {
      version
      reviewDate
      vacancies
    }
  }
`);

interface RaciGapsProps {
  readonly slug: string;
  readonly raci: FragmentType<typeof RaciGapsDocument>;
  /** Today in the partnership's zone. */
  readonly today: string;
}

/** Activities that nobody answers for, and a review that is due. */
export function RaciGaps({ slug, raci: masked, today }: RaciGapsProps) {
  const { raci } = readFragment(RaciGapsDocument, masked);
  const format = useFormat();
  const overdue = raci.reviewDate != null && raci.reviewDate < today;
  const shown = raci.vacancies.slice(0, 3);
  return (
    <section className={styles.gaps} aria-labelledby="raci-gaps">
      <h3 id="raci-gaps" className={styles.title}>
        <Icon name="person" size={14} />
        <Link href={`/p/${slug}/raci`}>
          <Trans>Who answers for what</Trans>
        </Link>
      </h3>
      {raci.version === 0 ? (
        <p className={styles.gap}>
          <Trans>Not published yet: reds find no owner by themselves.</Trans>
        </p>
      ) : raci.vacancies.length === 0 ? (
        <p className={styles.fine}>
          <Trans>No gap.</Trans>
        </p>
      ) : (
        <ul>
          {shown.map((vacancy) => (
            <li key={vacancy} className={styles.gap}>
              {vacancy}
            </li>
          ))}
          {raci.vacancies.length > shown.length ? (
            <li className={styles.fine}>
              <Trans>and {raci.vacancies.length - shown.length} more</Trans>
            </li>
          ) : null}
        </ul>
      )}
      {overdue && raci.reviewDate != null ? (
        <p className={styles.gap}>
          <Trans>Review was due {format.calendarDate(raci.reviewDate)}</Trans>
        </p>
      ) : null}
    </section>
  );
}
