import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { Role } from "~/graphql/graphql";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";
import { ReasonDialog } from "./reason-dialog";
import { useRoles } from "./roles";

const GrantMembershipMutation = graphql(`
  mutation GrantMembership($input: GrantMembershipInput!) {
    grantMembership(input: $input) {
      member {
        role
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RevokeMembershipMutation = graphql(`
  mutation RevokeMembership($input: RevokeMembershipInput!) {
    revokeMembership(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const CandidatesQuery = graphql(`
  query Candidates($company: String!) {
    people(company: $company, first: 100) {
      nodes {
        id
        slug
        displayName
        deactivatedAt
      }
    }
  }
`);

/** Changes with who is on a partnership. */
const changed = ["Partnership", "Member"];

interface MemberLine {
  readonly role: Role;
  readonly person: { readonly slug: string; readonly displayName: string; readonly email: string | null };
}

interface MemberListProps {
  readonly slug: string;
  readonly company: { readonly slug: string; readonly displayName: string };
  readonly members: readonly MemberLine[];
  /** Whether the viewer puts people of this side on the partnership and takes them off. */
  readonly manages: "no" | "yes";
  readonly onChanged: () => void;
}

/** One side's people, and what they are. */
export function MemberList({ slug, company, members, manages, onChanged }: MemberListProps) {
  const { t } = useLingui();
  const roles = useRoles();
  const [revoked, setRevoked] = useState<MemberLine | null>(null);
  const granting = useWrite(GrantMembershipMutation, changed);
  const change = async (person: string, role: Role) => {
    await granting.send({ partnership: slug, person, role });
    onChanged();
  };
  return (
    <section className={styles.card} aria-labelledby={`people-${company.slug}`}>
      <div className={styles.cardHead}>
        <h2 id={`people-${company.slug}`}>{company.displayName}</h2>
        {manages === "yes" ? (
          <Link href={`/people?company=${company.slug}`}>
            <Trans>All people of the company</Trans>
          </Link>
        ) : null}
      </div>
      {members.length === 0 ? (
        <p className={styles.quiet}>
          <Trans>Nobody yet.</Trans>
        </p>
      ) : (
        <ul className={styles.lines}>
          {members.map(({ person, role }) => (
            <li key={person.slug}>
              <span>
                {person.displayName}
                {person.email === null ? null : <small>{person.email}</small>}
              </span>
              {manages === "no" ? (
                <span>{roles.find(({ id }) => id === role)?.text}</span>
              ) : (
                <span className={styles.acts}>
                  <Select
                    label={t`Role of ${person.displayName}`}
                    labelled="hidden"
                    options={roles}
                    selected={role}
                    onSelect={(next) => change(person.slug, next)}
                  />
                  <Button
                    size="small"
                    look="quiet"
                    icon="close"
                    aria-label={t`Take off: ${person.displayName}`}
                    onPress={() => setRevoked({ person, role })}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {manages === "yes" ? (
        <Grant
          slug={slug}
          company={company.slug}
          present={members.map(({ person }) => person.slug)}
          onChanged={onChanged}
        />
      ) : null}
      <WriteProblems errors={granting.userErrors} unanswered={granting.unanswered} />
      {revoked === null ? null : (
        <Revocation slug={slug} member={revoked} onChanged={onChanged} onClose={() => setRevoked(null)} />
      )}
    </section>
  );
}

interface GrantProps {
  readonly slug: string;
  readonly company: string;
  readonly present: readonly string[];
  readonly onChanged: () => void;
}

function Grant({ slug, company, present, onChanged }: GrantProps) {
  const { t } = useLingui();
  const roles = useRoles();
  const [{ data }] = useQuery({ query: CandidatesQuery, variables: { company } });
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<Role>("OPS");
  const granting = useWrite(GrantMembershipMutation, changed);
  const candidates = (data?.people.nodes ?? []).filter(
    (candidate) => candidate.deactivatedAt == null && !present.includes(candidate.slug),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (person === null) return;
    if ((await granting.send({ partnership: slug, person, role })) === null) return;
    setPerson(null);
    onChanged();
  };
  if (candidates.length === 0) {
    return (
      <p className={styles.quiet}>
        <Trans>Everybody of the company is on it. Invite more people to the company first.</Trans>
      </p>
    );
  }
  return (
    <form className={styles.pair} onSubmit={submit}>
      <Select
        label={t`Person`}
        options={candidates.map(({ slug: id, displayName: text }) => ({ id, text }))}
        selected={person}
        onSelect={setPerson}
        placeholder={t`Choose somebody`}
      />
      <Select label={t`Role`} options={roles} selected={role} onSelect={setRole} />
      <Button type="submit" isDisabled={person === null} isPending={granting.sending === "yes"}>
        <Trans>Put on the partnership</Trans>
      </Button>
      <WriteProblems errors={granting.userErrors} unanswered={granting.unanswered} />
    </form>
  );
}

interface RevocationProps {
  readonly slug: string;
  readonly member: MemberLine;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

function Revocation({ slug, member: { person }, onChanged, onClose }: RevocationProps) {
  const { t } = useLingui();
  const revoking = useWrite(RevokeMembershipMutation, changed);
  return (
    <ReasonDialog
      title={t`Take ${person.displayName} off the partnership`}
      does={t`Take off`}
      write={revoking}
      onReason={async (reason) => {
        if ((await revoking.send({ partnership: slug, person: person.slug, reason })) === null) return;
        onChanged();
        onClose();
      }}
      onClose={onClose}
    >
      <Trans>
        They no longer see it, within two seconds. What they did stays, and what they own waits for somebody.
      </Trans>
    </ReasonDialog>
  );
}
