import { graphql } from "~/graphql/gql";
import { useWrite } from "~/lib/write";

const RecordFiguresMutation = graphql(`
  mutation RecordFigures($input: RecordMeasurementsInput!) {
    recordMeasurements(input: $input) {
      recordedCount
      unchangedCount
      measurements {
        id
        period
        status
        value
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** As many figures as the server takes at once. */
export const mostAtOnce = 200;

/** Records figures, all or nothing. */
export function useRecordFigures() {
  return useWrite(RecordFiguresMutation, ["Measurement", "Scorecard", "KpiDetail", "PortfolioLine"]);
}
