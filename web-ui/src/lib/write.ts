import { useRef, useState } from "react";
import { type CombinedError, type TypedDocumentNode, useMutation } from "urql";
import { newId } from "~/lib/ids";
import type { UserError } from "~/lib/user-errors";

interface Payload {
  readonly userErrors: readonly UserError[];
}

type PayloadOf<Data> = Extract<Data[Exclude<keyof Data, "__typename">], Payload>;

export interface Write<Input, Data> {
  /** The answer when it was done; null when it was refused or nothing was heard. */
  readonly send: (input: Input) => Promise<PayloadOf<Data> | null>;
  readonly sending: "no" | "yes";
  /** Why the last attempt was refused; empty when it wasn't. */
  readonly userErrors: readonly UserError[];
  /** Whether the last attempt was answered at all. Sending the same again is safe: it has one effect. */
  readonly unanswered: "no" | "yes";
  /** Forgets what was said about the last attempt. */
  readonly clear: () => void;
}

/**
 * Sends a mutation and keeps what is said about it. The same input is sent under the same request id until it is answered, so
 * that a repeat after a broken line records nothing twice.
 *
 * @param changes types of the schema that change with it; whatever is shown of them is read again
 */
export function useWrite<Data extends object, Input extends { readonly requestId: string }>(
  document: TypedDocumentNode<Data, { input: Input }>,
  changes: readonly string[],
): Write<Omit<Input, "requestId">, Data> {
  const [{ fetching }, execute] = useMutation(document);
  const [userErrors, setUserErrors] = useState<readonly UserError[]>([]);
  const [unanswered, setUnanswered] = useState<"no" | "yes">("no");
  const attempt = useRef<{ readonly content: string; readonly requestId: string } | null>(null);

  const send = async (wish: Omit<Input, "requestId">) => {
    const content = JSON.stringify(wish);
    if (attempt.current?.content !== content) attempt.current = { content, requestId: newId() };
    const { data, error } = await execute(
      { input: { ...wish, requestId: attempt.current.requestId } as Input },
      { additionalTypenames: [...changes] },
    );
    const payload = payloadOf<Data>(data);
    const errors = payload?.userErrors ?? refusalsOf(error);
    setUserErrors(errors);
    setUnanswered(payload === null && errors.length === 0 ? "yes" : "no");
    if (payload === null) return null;
    attempt.current = null;
    return errors.length === 0 ? payload : null;
  };
  const clear = () => {
    setUserErrors([]);
    setUnanswered("no");
  };
  return { send, sending: fetching ? "yes" : "no", userErrors, unanswered, clear };
}

function payloadOf<Data extends object>(data: Data | undefined): PayloadOf<Data> | null {
  const found = Object.entries(data ?? {}).find(([name]) => name !== "__typename")?.[1];
  return (found as PayloadOf<Data> | null | undefined) ?? null;
}

/** What the server said no to outside the payload; empty when it, or a service behind it, could not be reached. */
function refusalsOf(error: CombinedError | undefined): readonly UserError[] {
  return (error?.graphQLErrors ?? [])
    .map(({ message, extensions }) => ({ code: String(extensions["code"] ?? "UNKNOWN"), field: null, message }))
    .filter(({ code }) => code !== "SERVICE_UNAVAILABLE" && code !== "UNAUTHENTICATED");
}
