/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Viewer {\n    viewer {\n      administrator\n      partnershipCount\n      person {\n        id\n        slug\n        displayName\n        email\n        companySlug\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment PortfolioLine on PortfolioLine {\n    state\n    redCount\n    amberCount\n    staleCount\n    openEpisodeCount\n    lastDataAt\n    partnership {\n      id\n      slug\n      displayName\n      partner {\n        id\n        displayName\n      }\n    }\n    goal {\n      status\n      period\n      value\n      target {\n        value\n        upperValue\n      }\n      stalePeriod\n      series\n      openEpisode {\n        id\n        firstPeriod\n      }\n      kpi {\n        id\n        displayName\n        unit\n        currency\n        decimals\n      }\n    }\n  }\n": typeof types.PortfolioLineFragmentDoc,
    "\n  query Portfolio($order: PortfolioOrder!, $statuses: [Status!], $search: String, $first: Int!, $after: String) {\n    portfolio(order: $order, statuses: $statuses, search: $search, first: $first, after: $after) {\n      totalCount\n      live\n      knownAt\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        partnership {\n          id\n          slug\n        }\n        ...PortfolioLine\n      }\n    }\n  }\n": typeof types.PortfolioDocument,
    "\n  subscription PortfolioChanged {\n    scorecardChanged {\n      slug\n      revision\n    }\n  }\n": typeof types.PortfolioChangedDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer {\n      administrator\n      partnershipCount\n      person {\n        id\n        slug\n        displayName\n        email\n        companySlug\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment PortfolioLine on PortfolioLine {\n    state\n    redCount\n    amberCount\n    staleCount\n    openEpisodeCount\n    lastDataAt\n    partnership {\n      id\n      slug\n      displayName\n      partner {\n        id\n        displayName\n      }\n    }\n    goal {\n      status\n      period\n      value\n      target {\n        value\n        upperValue\n      }\n      stalePeriod\n      series\n      openEpisode {\n        id\n        firstPeriod\n      }\n      kpi {\n        id\n        displayName\n        unit\n        currency\n        decimals\n      }\n    }\n  }\n": types.PortfolioLineFragmentDoc,
    "\n  query Portfolio($order: PortfolioOrder!, $statuses: [Status!], $search: String, $first: Int!, $after: String) {\n    portfolio(order: $order, statuses: $statuses, search: $search, first: $first, after: $after) {\n      totalCount\n      live\n      knownAt\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        partnership {\n          id\n          slug\n        }\n        ...PortfolioLine\n      }\n    }\n  }\n": types.PortfolioDocument,
    "\n  subscription PortfolioChanged {\n    scorecardChanged {\n      slug\n      revision\n    }\n  }\n": types.PortfolioChangedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      administrator\n      partnershipCount\n      person {\n        id\n        slug\n        displayName\n        email\n        companySlug\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      administrator\n      partnershipCount\n      person {\n        id\n        slug\n        displayName\n        email\n        companySlug\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PortfolioLine on PortfolioLine {\n    state\n    redCount\n    amberCount\n    staleCount\n    openEpisodeCount\n    lastDataAt\n    partnership {\n      id\n      slug\n      displayName\n      partner {\n        id\n        displayName\n      }\n    }\n    goal {\n      status\n      period\n      value\n      target {\n        value\n        upperValue\n      }\n      stalePeriod\n      series\n      openEpisode {\n        id\n        firstPeriod\n      }\n      kpi {\n        id\n        displayName\n        unit\n        currency\n        decimals\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PortfolioLine on PortfolioLine {\n    state\n    redCount\n    amberCount\n    staleCount\n    openEpisodeCount\n    lastDataAt\n    partnership {\n      id\n      slug\n      displayName\n      partner {\n        id\n        displayName\n      }\n    }\n    goal {\n      status\n      period\n      value\n      target {\n        value\n        upperValue\n      }\n      stalePeriod\n      series\n      openEpisode {\n        id\n        firstPeriod\n      }\n      kpi {\n        id\n        displayName\n        unit\n        currency\n        decimals\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Portfolio($order: PortfolioOrder!, $statuses: [Status!], $search: String, $first: Int!, $after: String) {\n    portfolio(order: $order, statuses: $statuses, search: $search, first: $first, after: $after) {\n      totalCount\n      live\n      knownAt\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        partnership {\n          id\n          slug\n        }\n        ...PortfolioLine\n      }\n    }\n  }\n"): (typeof documents)["\n  query Portfolio($order: PortfolioOrder!, $statuses: [Status!], $search: String, $first: Int!, $after: String) {\n    portfolio(order: $order, statuses: $statuses, search: $search, first: $first, after: $after) {\n      totalCount\n      live\n      knownAt\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        partnership {\n          id\n          slug\n        }\n        ...PortfolioLine\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PortfolioChanged {\n    scorecardChanged {\n      slug\n      revision\n    }\n  }\n"): (typeof documents)["\n  subscription PortfolioChanged {\n    scorecardChanged {\n      slug\n      revision\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;