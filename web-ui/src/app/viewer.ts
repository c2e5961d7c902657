import { graphql } from "~/graphql/gql";

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      administrator
      partnershipCount
      person {
        id
        slug
        displayName
        email
        companySlug
      }
    }
  }
`);
