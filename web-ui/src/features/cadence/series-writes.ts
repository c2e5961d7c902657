import { graphql } from "~/graphql/gql";
import { useWrite } from "~/lib/write";
import { changedByCadence } from "./cadence-changes";

const CreateMeetingSeriesMutation = graphql(`
  mutation CreateMeetingSeries($input: CreateMeetingSeriesInput!) {
    createMeetingSeries(input: $input) {
      series {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Begins a series. */
export const useCreateMeetingSeries = () => useWrite(CreateMeetingSeriesMutation, changedByCadence);

const UpdateMeetingSeriesMutation = graphql(`
  mutation UpdateMeetingSeries($input: UpdateMeetingSeriesInput!) {
    updateMeetingSeries(input: $input) {
      series {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Gives a series another name or another schedule, from now on. */
export const useUpdateMeetingSeries = () => useWrite(UpdateMeetingSeriesMutation, changedByCadence);

const EndMeetingSeriesMutation = graphql(`
  mutation EndMeetingSeries($input: EndMeetingSeriesInput!) {
    endMeetingSeries(input: $input) {
      series {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Ends a series; what was held stays. */
export const useEndMeetingSeries = () => useWrite(EndMeetingSeriesMutation, changedByCadence);
