import { Trans } from "@lingui/react/macro";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { ErrorState } from "./state";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A change of it, such as of the address, tries again. */
  readonly resetOn?: string;
}

interface Failure {
  readonly error: Error | null;
}

/** Keeps a fault of one part from taking the rest of the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override state: Failure = { error: null };

  static getDerivedStateFromError(error: Error): Failure {
    return { error };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    // The browser's own reporting: seen in its console, and by whatever listens to window errors.
    reportError(new Error(`${error.message}${componentStack ?? ""}`, { cause: error }));
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.error && before.resetOn !== this.props.resetOn) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <ErrorState title={<Trans>This part of the page failed</Trans>} onRetry={() => this.setState({ error: null })}>
        <Trans>Nothing you recorded is lost. If it fails again, reload the page.</Trans>
      </ErrorState>
    );
  }
}
