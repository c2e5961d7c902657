import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import type { MailState } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import styles from "./mail-list.module.css";

const PartnershipMailQuery = graphql(`
  query PartnershipMail($slug: String!) {
    partnership(slug: $slug) {
      id
      meetingMail(first: 25) {
        mailServerConfigured
        nodes {
          id
          state
          subject
          body
          attachmentName
          createdAt
          lastError
          recipient {
            displayName
          }
        }
      }
    }
  }
`);

const MyMailQuery = graphql(`
  query MyMail {
    viewer {
      meetingMail(first: 25) {
        mailServerConfigured
        nodes {
          id
          state
          subject
          body
          attachmentName
          createdAt
          lastError
          recipient {
            displayName
          }
        }
      }
    }
  }
`);

/** Mail of a partnership's meetings, or, where no mail server is set up, what would be sent. */
export function MailList({ slug }: { slug: string }) {
  const [{ data }] = useQuery({ query: PartnershipMailQuery, variables: { slug } });
  return <Letters page={data?.partnership?.meetingMail ?? null} />;
}

/** The same for the viewer's own. */
export function MyMailList() {
  const [{ data }] = useQuery({ query: MyMailQuery });
  return <Letters page={data?.viewer?.meetingMail ?? null} />;
}

interface Letter {
  readonly id: string;
  readonly state: MailState;
  readonly subject: string;
  readonly body: string;
  readonly attachmentName: string | null;
  readonly createdAt: string;
  readonly lastError: string | null;
  readonly recipient: { readonly displayName: string };
}

interface LettersProps {
  readonly page: { readonly mailServerConfigured: boolean; readonly nodes: readonly Letter[] } | null;
}

function Letters({ page }: LettersProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [read, setRead] = useState<Letter | null>(null);
  if (page === null) return null;
  const word: Readonly<Record<MailState, string>> = {
    WOULD_BE_SENT: t`would be sent`,
    WAITING: t`waits for the mail server`,
    SENT: t`sent`,
    FAILED: t`failed`,
    UNCERTAIN: t`perhaps sent`,
  };
  return (
    <section className={styles.mail} aria-labelledby="mail">
      <h2 id="mail">{page.mailServerConfigured ? <Trans>Mail</Trans> : <Trans>Mail that would be sent</Trans>}</h2>
      {page.mailServerConfigured ? null : (
        <p className={styles.quiet}>
          <Trans>No mail server is set up; nothing leaves the house.</Trans>
        </p>
      )}
      {page.nodes.length === 0 ? (
        <p className={styles.quiet}>
          <Trans>No mail yet.</Trans>
        </p>
      ) : (
        <ul>
          {page.nodes.map((letter) => (
            <li key={letter.id}>
              <Button size="small" look="quiet" onPress={() => setRead(letter)}>
                {letter.subject}
              </Button>
              <small data-state={letter.state}>
                {letter.recipient.displayName} · {format.moment(letter.createdAt)} · {word[letter.state]}
                {letter.lastError === null ? null : ` · ${letter.lastError}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      <Dialog
        title={read?.subject ?? ""}
        isOpen={read !== null}
        onClose={() => setRead(null)}
        shape="wide"
        outside="closes"
      >
        <pre className={styles.body}>{read?.body}</pre>
        {read?.attachmentName == null ? null : (
          <p className={styles.quiet}>
            <Trans>Attached: {read.attachmentName}</Trans>
          </p>
        )}
      </Dialog>
    </section>
  );
}
