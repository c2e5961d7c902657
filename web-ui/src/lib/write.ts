import { useRef, useState } from "react";
import { type CombinedError, type OperationResult, type TypedDocumentNode, useMutation } from "urql";
import { isUnauthenticated } from "~/lib/client";
import { newId } from "~/lib/ids";
import type { UserError } from "~/lib/user-errors";

/** Milliseconds before each attempt: a write that met a service as it started is answered the second time. */
const pauses = [0, 500, 1_500];

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
 * that a repeat after a broken line records nothing twice; what isn't answered is sent again by itself before that is said.
 *
 * @param changes types of the schema that change with it; whatever is shown of them is read again
 */
export function useWrite<Data extends object, Input extends { readonly requestId: string }>(
  document: TypedDocumentNode<Data, { input: Input }>,
  changes: readonly string[],
): Write<Omit<Input, "requestId">, Data> {
  const [, execute] = useMutation(document);
  const [sending, setSending] = useState<"no" | "yes">("no");
  const [userErrors, setUserErrors] = useState<readonly UserError[]>([]);
  const [unanswered, setUnanswered] = useState<"no" | "yes">("no");
  const attempt = useRef<{ readonly content: string; readonly requestId: string } | null>(null);

  const send = async (wish: Omit<Input, "requestId">) => {
    const content = JSON.stringify(wish);
    if (attempt.current?.content !== content) attempt.current = { content, requestId: newId() };
    setSending("yes");
    const input = { ...wish, requestId: attempt.current.requestId } as Input;
    const { payload, errors } = await untilAnswered<Data>(() =>
      execute({ input }, { additionalTypenames: [...changes] }),
    );
    setSending("no");
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
  return { send, sending, userErrors, unanswered, clear };
}

interface Answer<Data> {
  readonly payload: PayloadOf<Data> | null;
  readonly errors: readonly UserError[];
}

/** Sends until something is heard, or three times. */
async function untilAnswered<Data extends object>(send: () => Promise<OperationResult<Data>>): Promise<Answer<Data>> {
  let answer: Answer<Data> = { payload: null, errors: [] };
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const { data, error } = await send();
    const payload = payloadOf<Data>(data);
    answer = { payload, errors: payload?.userErrors ?? refusalsOf(error) };
    const heard = payload !== null || answer.errors.length > 0;
    if (heard || error === undefined || isUnauthenticated(error)) break;
  }
  return answer;
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
