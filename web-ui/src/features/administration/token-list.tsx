import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { Side } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";
import { ReasonDialog } from "./reason-dialog";

const CreateIngestionTokenMutation = graphql(`
  mutation CreateIngestionToken($input: CreateIngestionTokenInput!) {
    createIngestionToken(input: $input) {
      secret
      token {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RevokeIngestionTokenMutation = graphql(`
  mutation RevokeIngestionToken($input: RevokeIngestionTokenInput!) {
    revokeIngestionToken(input: $input) {
      token {
        id
        revokedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const changed = ["IngestionToken", "IngestionTokenConnection"];

interface TokenLine {
  readonly id: string;
  readonly displayName: string;
  readonly side: Side;
  readonly kpiSlugs: readonly string[];
  readonly expiresAt: DateTime;
  readonly revokedAt: DateTime | null;
  readonly lastUsedAt: DateTime | null;
}

interface TokenListProps {
  readonly slug: string;
  readonly owner: string;
  readonly partner: string;
  readonly tokens: readonly TokenLine[];
  readonly onChanged: () => void;
}

/** Secrets by which plants' systems record figures: made, shown once, revoked. */
export function TokenList({ slug, owner, partner, tokens, onChanged }: TokenListProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [revoked, setRevoked] = useState<TokenLine | null>(null);
  return (
    <section className={styles.card} aria-labelledby="tokens">
      <h2 id="tokens">
        <Trans>Ingestion tokens</Trans>
      </h2>
      <p className={styles.quiet}>
        <Trans>With one, a plant's system records figures of this partnership, and can do nothing else.</Trans>
      </p>
      <ul className={styles.lines}>
        {tokens.map((token) => (
          <li key={token.id} className={token.revokedAt === null ? undefined : styles.ended}>
            <span>
              {token.displayName}
              <small>
                {token.side === "OWNER" ? owner : partner} ·{" "}
                {token.kpiSlugs.length === 0 ? t`all KPIs` : token.kpiSlugs.join(", ")} ·{" "}
                {token.revokedAt === null ? (
                  <Trans>until {format.date(token.expiresAt)}</Trans>
                ) : (
                  <Trans>revoked {format.date(token.revokedAt)}</Trans>
                )}{" "}
                ·{" "}
                {token.lastUsedAt === null ? (
                  <Trans>never used</Trans>
                ) : (
                  <Trans>last used {format.moment(token.lastUsedAt)}</Trans>
                )}
              </small>
            </span>
            {token.revokedAt === null ? (
              <Button
                size="small"
                look="quiet"
                aria-label={t`Revoke: ${token.displayName}`}
                onPress={() => setRevoked(token)}
              >
                <Trans>Revoke</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <NewToken slug={slug} owner={owner} partner={partner} onChanged={onChanged} />
      {revoked === null ? null : <Revocation token={revoked} onChanged={onChanged} onClose={() => setRevoked(null)} />}
    </section>
  );
}

function NewToken({ slug, owner, partner, onChanged }: Omit<TokenListProps, "tokens">) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [side, setSide] = useState<Side>("PARTNER");
  const [kpis, setKpis] = useState("");
  const [secret, setSecret] = useState<string | null>(null);
  const creating = useWrite(CreateIngestionTokenMutation, changed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await creating.send({
      partnership: slug,
      displayName: name.trim(),
      side,
      kpis: kpis.split(/[\s,]+/).filter((kpi) => kpi !== ""),
    });
    if (made === null) return;
    setSecret(made.secret ?? null);
    setName("");
    setKpis("");
    onChanged();
  };
  return (
    <>
      {secret === null ? null : (
        <div className={styles.secret} role="status">
          <p>
            <Trans>Copy it now; it is not shown again.</Trans>
          </p>
          <code>{secret}</code>
          <Button size="small" onPress={() => navigator.clipboard?.writeText(secret)}>
            <Trans>Copy</Trans>
          </Button>
        </div>
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.pair}>
          <TextField
            label={t`What for?`}
            value={name}
            onChange={setName}
            maxLength={120}
            error={errorOf(creating.userErrors, "displayName")}
          />
          <Select
            label={t`Records for`}
            options={[
              { id: "OWNER", text: owner },
              { id: "PARTNER", text: partner },
            ]}
            selected={side}
            onSelect={setSide}
          />
          <TextField
            label={t`Only these KPIs`}
            value={kpis}
            onChange={setKpis}
            hint={t`The last parts of their addresses, with commas between; empty for all.`}
            error={errorOf(creating.userErrors, "kpis")}
          />
        </div>
        <WriteProblems
          errors={errorsBesides(creating.userErrors, ["displayName", "kpis"])}
          unanswered={creating.unanswered}
        />
        <div>
          <Button type="submit" isPending={creating.sending === "yes"}>
            <Trans>Make a token</Trans>
          </Button>
        </div>
      </form>
    </>
  );
}

interface RevocationProps {
  readonly token: TokenLine;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

function Revocation({ token, onChanged, onClose }: RevocationProps) {
  const { t } = useLingui();
  const revoking = useWrite(RevokeIngestionTokenMutation, changed);
  return (
    <ReasonDialog
      title={t`Revoke the token ${token.displayName}`}
      does={t`Revoke`}
      write={revoking}
      onReason={async (reason) => {
        if ((await revoking.send({ token: token.id, reason })) === null) return;
        onChanged();
        onClose();
      }}
      onClose={onClose}
    >
      <Trans>Whoever holds it records nothing any more, within two seconds.</Trans>
    </ReasonDialog>
  );
}
