import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import type { Role, Side } from "~/graphql/graphql";
import type { CalendarDate } from "~/lib/scalars";

/** Somebody who can have an action or a step. */
export interface Candidate {
  readonly slug: string;
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
  readonly company: string;
}

interface Companies {
  readonly owner: { readonly displayName: string };
  readonly partner: { readonly displayName: string };
}

interface Member {
  readonly side: Side;
  readonly role: Role;
  readonly person: {
    readonly slug: string;
    readonly displayName: string;
    readonly deactivatedAt?: string | null;
  };
}

const ActionPeopleQuery = graphql(`
  query ActionPeople($slug: String!) {
    partnership(slug: $slug) {
      id
      owner {
        id
        displayName
      }
      partner {
        id
        displayName
      }
      members {
        side
        role
        person {
          id
          slug
          displayName
          deactivatedAt
        }
      }
    }
  }
`);

export type ReadingPeople =
  | { readonly kind: "loading" }
  | { readonly kind: "unreachable"; readonly retry: () => void }
  | { readonly kind: "read"; readonly candidates: readonly Candidate[] };

/** Who can have something on a partnership, asked for when a form needs it. */
export function usePeople(slug: string): ReadingPeople {
  const [{ data, error, fetching }, read] = useQuery({
    query: ActionPeopleQuery,
    variables: { slug },
    requestPolicy: "cache-first",
  });
  const partnership = data?.partnership;
  if (partnership?.members != null) return { kind: "read", candidates: people(partnership, partnership.members) };
  if (fetching && !error) return { kind: "loading" };
  return { kind: "unreachable", retry: () => read({ requestPolicy: "network-only" }) };
}

/** Everybody on the partnership who can answer for something: viewers only read. */
function people(companies: Companies, members: readonly Member[]): readonly Candidate[] {
  return members
    .filter(({ role, person }) => role !== "VIEWER" && person.deactivatedAt == null)
    .map(({ side, role, person }) => ({
      slug: person.slug,
      name: person.displayName,
      side,
      role,
      company: (side === "OWNER" ? companies.owner : companies.partner).displayName,
    }))
    .sort((one, other) => one.company.localeCompare(other.company) || one.name.localeCompare(other.name));
}

const usual = 14; // days; what the service proposes by itself, too

/** The date to start from where none is proposed. */
export function soon(): CalendarDate {
  return new Date(Date.now() + usual * 86_400_000).toISOString().slice(0, 10);
}
