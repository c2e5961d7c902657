import { Trans, useLingui } from "@lingui/react/macro";
import { SignInForm } from "~/features/sign-in/sign-in-form";
import { sessionRenewed, signOut } from "~/lib/session";
import { Dialog } from "~/ui/dialog";

/** Asks for the password again over the page as it stands, so that nothing that was typed is lost. */
export function SessionEnded({ email, onRenewed }: { email: string; onRenewed: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Your session has ended`} isOpen onClose={signOut}>
      <p>
        <Trans>Sign in again to go on where you were. Nothing you typed is lost.</Trans>
      </p>
      <SignInForm
        email={email}
        onSignedIn={() => {
          sessionRenewed();
          onRenewed();
        }}
      />
    </Dialog>
  );
}
