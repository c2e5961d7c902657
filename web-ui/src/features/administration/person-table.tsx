import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { useViewer } from "~/lib/viewer";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import table from "~/ui/table.module.css";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";
import { LinkDelivery } from "./link-delivery";
import { ReasonDialog } from "./reason-dialog";

const RenewPasswordLinkMutation = graphql(`
  mutation RenewPasswordLink($input: RenewPasswordLinkInput!) {
    renewPasswordLink(input: $input) {
      delivery {
        mailed
        path
        expiresAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const DeactivatePersonMutation = graphql(`
  mutation DeactivatePerson($input: DeactivatePersonInput!) {
    deactivatePerson(input: $input) {
      person {
        id
        deactivatedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface PersonLine {
  readonly id: string;
  readonly slug: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly administrator: boolean;
  readonly invitedUntil: DateTime | null;
  readonly deactivatedAt: DateTime | null;
}

/** People of one company, with what can be done about each. */
export function PersonTable({ people, onChanged }: { people: readonly PersonLine[]; onChanged: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [leaving, setLeaving] = useState<PersonLine | null>(null);
  const [linked, setLinked] = useState<PersonLine | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={t`People`} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            <th scope="col">
              <Trans>E-mail</Trans>
            </th>
            <th scope="col">
              <Trans>Account</Trans>
            </th>
            <th scope="col">
              <span className="visually-hidden">
                <Trans>What can be done</Trans>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.displayName}</th>
              <td>{person.email}</td>
              <td>
                <AccountState person={person} />
              </td>
              <td className={styles.does}>
                {person.deactivatedAt !== null || person.slug === viewer.slug ? null : (
                  <>
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={t`New link: ${person.displayName}`}
                      onPress={() => setLinked(person)}
                    >
                      {person.invitedUntil === null ? <Trans>Reset password</Trans> : <Trans>Invite again</Trans>}
                    </Button>
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={t`Mark as gone: ${person.displayName}`}
                      onPress={() => setLeaving(person)}
                    >
                      <Trans>Mark as gone</Trans>
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {linked === null ? null : <NewLink person={linked} onChanged={onChanged} onClose={() => setLinked(null)} />}
      {leaving === null ? null : <Leaving person={leaving} onChanged={onChanged} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function AccountState({ person }: { person: PersonLine }) {
  const format = useFormat();
  if (person.deactivatedAt !== null) return <Trans>gone since {format.date(person.deactivatedAt)}</Trans>;
  if (person.invitedUntil !== null) return <Trans>invited until {format.date(person.invitedUntil)}</Trans>;
  return person.administrator ? <Trans>sets up the installation</Trans> : <Trans>active</Trans>;
}

interface AboutPerson {
  readonly person: PersonLine;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

function NewLink({ person, onChanged, onClose }: AboutPerson) {
  const { t } = useLingui();
  const renewing = useWrite(RenewPasswordLinkMutation, ["Person"]);
  const [delivery, setDelivery] = useState<{ mailed: boolean; path: string | null; expiresAt: DateTime } | null>(null);
  const renew = async () => {
    const done = await renewing.send({ person: person.slug });
    if (done?.delivery == null) return;
    setDelivery({ ...done.delivery, path: done.delivery.path ?? null });
    onChanged();
  };
  return (
    <Dialog
      title={t`A new link for ${person.displayName}`}
      isOpen
      onClose={onClose}
      actions={
        delivery === null ? (
          <>
            <Button onPress={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button look="primary" onPress={renew} isPending={renewing.sending === "yes"}>
              <Trans>Send the link</Trans>
            </Button>
          </>
        ) : (
          <Button look="primary" onPress={onClose}>
            <Trans>Done</Trans>
          </Button>
        )
      }
    >
      {delivery === null ? (
        <p>
          <Trans>They choose a password by it; a link from before is worth nothing then.</Trans>
        </p>
      ) : (
        <LinkDelivery email={person.email ?? person.displayName} delivery={delivery} />
      )}
      <WriteProblems errors={renewing.userErrors} unanswered={renewing.unanswered} />
    </Dialog>
  );
}

function Leaving({ person, onChanged, onClose }: AboutPerson) {
  const { t } = useLingui();
  const leaving = useWrite(DeactivatePersonMutation, ["Person", "Member"]);
  return (
    <ReasonDialog
      title={t`Mark ${person.displayName} as gone`}
      does={t`Mark as gone`}
      write={leaving}
      onReason={async (reason) => {
        if ((await leaving.send({ person: person.slug, reason })) === null) return;
        onChanged();
        onClose();
      }}
      onClose={onClose}
    >
      <Trans>
        Their sessions end at once, they are taken off every partnership, and they can't come back. What they did stays.
      </Trans>
    </ReasonDialog>
  );
}
