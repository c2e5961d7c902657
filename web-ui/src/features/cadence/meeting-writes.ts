import { graphql } from "~/graphql/gql";
import { useWrite } from "~/lib/write";
import { changedByCadence } from "./cadence-changes";

const StartMeetingMutation = graphql(`
  mutation StartMeeting($input: StartMeetingInput!) {
    startMeeting(input: $input) {
      meeting {
        id
        state
        currentItemId
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

/** Starts a meeting. */
export const useStartMeeting = () => useWrite(StartMeetingMutation, changedByCadence);

const AttendMeetingMutation = graphql(`
  mutation AttendMeeting($input: AttendMeetingInput!) {
    attendMeeting(input: $input) {
      meeting {
        id
        state
        currentItemId
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

/** Says that somebody is there. */
export const useAttendMeeting = () => useWrite(AttendMeetingMutation, changedByCadence);

const LeaveMeetingMutation = graphql(`
  mutation LeaveMeeting($input: LeaveMeetingInput!) {
    leaveMeeting(input: $input) {
      meeting {
        id
        state
        currentItemId
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

/** Says that somebody left. */
export const useLeaveMeeting = () => useWrite(LeaveMeetingMutation, changedByCadence);

const EndMeetingMutation = graphql(`
  mutation EndMeeting($input: EndMeetingInput!) {
    endMeeting(input: $input) {
      meeting {
        id
        state
        currentItemId
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

/** Ends a meeting and freezes its minutes. */
export const useEndMeeting = () => useWrite(EndMeetingMutation, changedByCadence);

const MoveMeetingMutation = graphql(`
  mutation MoveMeeting($input: MoveMeetingInput!) {
    moveMeeting(input: $input) {
      meeting {
        id
        state
        currentItemId
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

/** Puts a meeting at another time. */
export const useMoveMeeting = () => useWrite(MoveMeetingMutation, changedByCadence);

const CancelMeetingMutation = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      meeting {
        id
        state
        currentItemId
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

/** Calls a meeting off. */
export const useCancelMeeting = () => useWrite(CancelMeetingMutation, changedByCadence);
